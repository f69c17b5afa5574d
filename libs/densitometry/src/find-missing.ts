import type { AssessInput } from './assess-input.js';
import type { Finding } from './assessment.js';
import { pointer } from './problems.js';

type Check = (input: AssessInput) => Finding[];

const atScans =
  (code: Finding['code'], missing: (scan: AssessInput['exam']['scans'][number]) => boolean): Check =>
  ({ exam }) =>
    exam.scans.flatMap((scan, index) =>
      missing(scan) ? [{ code, level: 'blocks-signing', at: pointer(['exam', 'scans', index]) }] : [],
    );

const unless = (there: boolean, finding: Finding): Finding[] => (there ? [] : [finding]);

const measured = ({ exam }: AssessInput, site: string): boolean => exam.scans.some((scan) => scan.site === site);

/** What a careful reader misses in an exam, each with its place. Quality is never assumed. */
const checks: readonly Check[] = [
  atScans('QUALITY_NOT_STATED', ({ quality }) => quality === undefined),
  atScans('SIDE_MISSING', ({ site, side }) => side === undefined && (site === 'hip' || site === 'forearm')),
  ({ patient, exam }) =>
    unless(
      (patient.heightCm ?? exam.header?.heightCm) !== undefined && (patient.weightKg ?? exam.header?.weightKg) !== undefined,
      { code: 'HEIGHT_OR_WEIGHT_MISSING', level: 'warning', at: '/patient' },
    ),
  ({ exam }) =>
    unless(exam.scanner.serial !== undefined, { code: 'SCANNER_SERIAL_MISSING', level: 'warning', at: '/exam/scanner' }),
  (input) => unless(measured(input, 'lumbar-spine'), { code: 'SPINE_NOT_MEASURED', level: 'information', at: '/exam/scans' }),
  (input) => unless(measured(input, 'hip'), { code: 'HIP_NOT_MEASURED', level: 'information', at: '/exam/scans' }),
];

export const findMissing: Check = (input) => checks.flatMap((check) => check(input));
