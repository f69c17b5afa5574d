import { scanUnderWay } from '../scheduling/exam-track.js';
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

const told: Readonly<Record<string, ScanState>> = {
  'scan-started': { words: 'Being scanned', tone: 'accent' },
  'scan-discontinued': { words: 'Broken off', tone: 'warn' },
};

const beforeScan: readonly ExamLine['status'][] = ['scheduled', 'arrived'];

/** The state of an exam in the words of the scanner's room; before images and results are here, what the device tells of the scan. */
export const scanStateOf = (exam: Pick<ExamLine, 'status' | 'steps'>): ScanState =>
  (beforeScan.includes(exam.status) ? told[scanUnderWay(exam)?.name ?? ''] : undefined) ?? states[exam.status];

const turn: readonly ExamLine['status'][] = ['arrived', 'scheduled'];
const turnOf = ({ status }: ExamLine): number => (turn.includes(status) ? turn.indexOf(status) : turn.length);

/** Who is here comes first, then who is expected, then the others; each by time. */
export const inTurn = (exams: readonly ExamLine[]): readonly ExamLine[] => exams.toSorted((one, other) => turnOf(one) - turnOf(other));
