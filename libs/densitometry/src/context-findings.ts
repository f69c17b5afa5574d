import { ageOn } from './age.js';
import type { AssessInput } from './assess-input.js';
import type { Finding } from './assessment.js';
import { printedBmd, printedScore } from './decimals.js';
import { finding } from './finding.js';
import { isOfFraxAge, thresholdOf } from './fracture-risk.js';
import type { JudgedRegion } from './judge-sites.js';
import { makerOf } from './maker.js';
import type { UnderPolicy } from './policy/under-policy.js';
import { isTreatedForFrax } from './treatments.js';

/** Header against order: so many centimetres may lie between two measurements of one person's height. */
export const HEIGHT_TOLERANCE_CM = 6;

interface Seen extends UnderPolicy {
  readonly regions: readonly JudgedRegion[];
}

type Check = (seen: Seen) => Finding[];

const when = (is: boolean, made: () => Finding): Finding[] => (is ? [made()] : []);

/** A header equal to either the sex or the sex for the Z-score is no mismatch; one that does not know is none either. */
const sex: Check = ({ input: { patient, exam } }) => {
  const told = exam.header?.sex ?? 'unknown';
  const known = [patient.sex, patient.sexForZScore].filter((one) => one !== undefined && one !== 'unknown');
  const other = told !== 'unknown' && known.length > 0 && !known.includes(told);
  return when(other, () => finding('IDENTITY_SEX', '/exam/header/sex', { header: told, order: patient.sex }));
};

const birthDate: Check = ({ input: { patient, exam } }) => {
  const told = exam.header?.birthDate;
  return when(told !== undefined && told !== patient.birthDate, () => finding('IDENTITY_BIRTH_DATE', '/exam/header/birthDate'));
};

const patientId: Check = ({ input: { patient, exam } }) => {
  const told = exam.header?.patientId;
  return when(told !== undefined && told !== patient.id, () => finding('IDENTITY_ID', '/exam/header/patientId'));
};

const height: Check = ({ input: { patient, exam } }) => {
  const [order, header] = [patient.heightCm, exam.header?.heightCm];
  const differs = order !== undefined && header !== undefined && Math.abs(order - header) > HEIGHT_TOLERANCE_CM;
  return when(differs, () => finding('IDENTITY_HEIGHT', '/exam/header/heightCm', { header, order }));
};

const statusNow = ({ exam, scannerQuality }: AssessInput): string[] => {
  const own = (scannerQuality ?? []).filter((one) => one.scannerSerial === exam.scanner.serial && one.date <= exam.date);
  const last = own.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), '');
  const latest = own.filter(({ date }) => date === last).map(({ status }) => status);
  return last === exam.date ? latest : latest.filter((status) => status === 'out-of-control');
};

/** Out of control is what the last measurement before the exam says; in control only one of the day. */
const scanner: Check = ({ input }) => {
  const statuses = statusNow(input);
  if (statuses.includes('out-of-control')) return [finding('SCANNER_OUT_OF_CONTROL', '/exam/scanner')];
  return when(!statuses.includes('in-control'), () => finding('SCANNER_QC_MISSING', '/exam/scanner'));
};

const pregnant: Check = ({ input }) => when(input.intake?.pregnant === true, () => finding('PREGNANT', '/intake/pregnant'));
const contrast: Check = ({ input }) =>
  when(input.intake?.recentContrast === true, () => finding('RECENT_CONTRAST', '/intake/recentContrast'));

const fraxAge: Check = ({ input }) =>
  when(input.frax !== undefined && !isOfFraxAge(input), () =>
    finding('FRAX_OUTSIDE_AGE', '/frax', { age: ageOn(input.exam.date, input.patient.birthDate) }),
  );

const fraxTreated: Check = (seen) =>
  when(seen.input.frax !== undefined && isTreatedForFrax(seen), () => finding('FRAX_ON_TREATMENT', '/frax'));

const necks = (regions: readonly JudgedRegion[]) => regions.filter(({ result }) => result.regions === 'femoral-neck');

const fraxBmd: Check = ({ input: { frax } }) => {
  const given = frax?.neckBmd !== undefined || frax?.neckTScore !== undefined;
  return when(frax !== undefined && !(frax.withBmd ?? given), () => finding('FRAX_WITHOUT_BMD', '/frax'));
};

const isAmong = (value: number | undefined, own: readonly (number | undefined)[]): boolean =>
  value === undefined || own.every((one) => one === undefined) || own.includes(value);

const fraxInput: Check = ({ input: { frax, exam }, regions }) => {
  const { inputDevice, neckBmd, neckTScore } = frax ?? {};
  const device = inputDevice === undefined || makerOf(inputDevice) === makerOf(exam.scanner.manufacturer);
  const bmd = isAmong(
    neckBmd && printedBmd(neckBmd),
    necks(regions).map(({ result }) => result.bmd),
  );
  const score = isAmong(
    neckTScore && printedScore(neckTScore),
    necks(regions).map(({ tScore }) => tScore),
  );
  return when(!(device && bmd && score), () => finding('FRAX_INPUT_DIFFERS', '/frax', { inputDevice, neckBmd, neckTScore }));
};

const thresholds: Check = ({ input: { frax }, policy }) =>
  when(frax !== undefined && thresholdOf(policy, frax.country) === undefined, () =>
    finding('NO_TREATMENT_THRESHOLD_FOR_COUNTRY', '/frax', { country: frax?.country }),
  );

const checks: readonly Check[] = [
  sex,
  birthDate,
  patientId,
  height,
  scanner,
  pregnant,
  contrast,
  fraxAge,
  fraxTreated,
  fraxBmd,
  fraxInput,
  thresholds,
];

/** Whether header, order, scanner quality and what was carried in belong to this patient and this exam. */
export const contextFindings = (seen: Seen): Finding[] => checks.flatMap((check) => check(seen));
