import type { Scan, ValueField } from '@osteon/contracts';
import { numbersNow, valueAt, type ValuePlace } from '../study-to-read/typed-values.js';
import type { StudyRow } from './study-row.js';

/** What should be looked at in the numbers of an exam; a problem of one value says which. */
export interface NumbersProblem {
  readonly code: string;
  readonly sopInstanceUID?: string;
  readonly site?: Scan['site'];
  readonly side?: 'left' | 'right';
  readonly region?: string;
  readonly field?: ValueField;
  /** A hand has settled it since. */
  readonly answered?: true;
  /** For a value that a hand typed and the device now contradicts: both. */
  readonly typed?: number;
  readonly device?: number;
}

/** The numbers of an exam, what is wrong with them, and what the list says of that. */
export interface NumbersNotice {
  readonly scans: readonly Scan[];
  readonly problems: readonly NumbersProblem[];
  /** No scan has a BMD. */
  readonly numbersMissing: boolean;
  /** There are numbers, and at least one was withheld and is not settled yet. */
  readonly numbersToConfirm: boolean;
}

/** Problems for which the readers leave a value, or an object, out. */
const withholding: ReadonlySet<string> = new Set([
  'SOURCES_DISAGREE',
  'UNREADABLE',
  'UNKNOWN_REGION',
  'UNKNOWN_SITE',
  'SIDE_MISSING',
  'DECIMAL_AMBIGUOUS',
  'SCORE_ARITHMETIC',
  'BMC_AREA_ARITHMETIC',
  'COMBINED_REGION_ARITHMETIC',
  'TWO_PATIENTS',
  'TRUNCATED',
  'UNIT_UNKNOWN',
  'TYPED_VALUE_CONTRADICTED',
]);

type Typed = StudyRow['typed'][number];

const hasNumbers = (scans: readonly Scan[]): boolean => scans.some(({ regions }) => regions.some(({ bmd }) => bmd !== undefined));

const isOf = (problem: NumbersProblem, typed: ValuePlace): boolean =>
  problem.site === typed.site && problem.side === typed.side && problem.region === typed.region && problem.field === typed.field;

const answeredBy = (problem: NumbersProblem, acquisitionId: string, typed: readonly Typed[]): boolean =>
  typed.some((each) => each.acquisitionId === acquisitionId && isOf(problem, each));

const contradiction = (typed: Typed, received: readonly Scan[]): NumbersProblem => {
  const { site, side, region, field, value } = typed;
  return { code: 'TYPED_VALUE_CONTRADICTED', site, ...(side ? { side } : {}), region, field, typed: value, device: valueAt(received, typed) };
};

/** Sources that disagree on no value of these scans disagree on a device's trend, or on a mean that never decides. */
const isOpen = ({ code, field, answered }: NumbersProblem): boolean =>
  withholding.has(code) && !answered && (code !== 'SOURCES_DISAGREE' || field !== undefined);

const nothing: NumbersNotice = { scans: [], problems: [], numbersMissing: false, numbersToConfirm: false };

/** The numbers of an exam as they count now; a problem is answered where a hand typed its value since, of the same measurement. */
export const noticeOf = ({ scan, typed }: Pick<StudyRow, 'scan' | 'typed'>): NumbersNotice => {
  if (!scan) return nothing;
  const { scans, contradicted } = numbersNow(scan, typed);
  const found = scan.problems.map((problem): NumbersProblem => (answeredBy(problem, scan.acquisitionId, typed) ? { ...problem, answered: true } : problem));
  const problems = [...found, ...contradicted.map((each) => contradiction(each, scan.scans))];
  const numbersMissing = !hasNumbers(scans);
  return { scans, problems, numbersMissing, numbersToConfirm: !numbersMissing && problems.some(isOpen) };
};
