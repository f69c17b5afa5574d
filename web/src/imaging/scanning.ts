import type { ExamLine } from '../scheduling/exams.api.js';
import type { Tone } from '../shell/mark.view.js';

/** How an exam stands to the one at the scanner. */
export interface ScanState {
  readonly words: string;
  readonly tone: Tone;
}

const states: Readonly<Record<ExamLine['status'], ScanState>> = {
  scheduled: { words: 'Expected', tone: 'plain' },
  arrived: { words: 'Here', tone: 'accent' },
  scanned: { words: 'Scanned', tone: 'good' },
  'in-reading': { words: 'Scanned, being read', tone: 'good' },
  reviewed: { words: 'Scanned, reviewed', tone: 'good' },
  signed: { words: 'Scanned, signed', tone: 'good' },
  delivered: { words: 'Scanned, delivered', tone: 'good' },
  cancelled: { words: 'Cancelled', tone: 'plain' },
};

/** The state of an exam in the words of the scanner's room. */
export const scanStateOf = ({ status }: Pick<ExamLine, 'status'>): ScanState => states[status];

const turn: readonly ExamLine['status'][] = ['arrived', 'scheduled'];
const turnOf = ({ status }: ExamLine): number => (turn.includes(status) ? turn.indexOf(status) : turn.length);

/** Who is here comes first, then who is expected, then the others; each by time. */
export const inTurn = (exams: readonly ExamLine[]): readonly ExamLine[] => exams.toSorted((one, other) => turnOf(one) - turnOf(other));
