import { sites, type reading, type scheduling } from '@osteon/contracts';
import { assess, assessInput, nameText, type Assessment, type AssessInput, type Policy } from '@osteon/densitometry';
import type { StudyToRead } from '../study-to-read/study-to-read.js';

type Judged = Extract<StudyToRead, { scan: unknown }>;

/** A scan of an earlier day, with what its reader stated. */
export interface EarlierScan extends Stated {
  readonly examId: string;
  readonly scan: Pick<Judged['scan'], 'performedOn' | 'scanner' | 'scans'>;
}

/** What an exam is judged beside. */
export interface Beside {
  readonly earlier: readonly EarlierScan[];
  /** The facility's least significant changes. */
  readonly precision: scheduling.SiteV1['precision'];
}

/** Whom and by what is judged. */
interface JudgedBy {
  readonly patient: scheduling.PatientV1;
  readonly policy: Policy;
}

type Stated = { readonly quality: readonly reading.ScanQuality[]; readonly excluded: readonly { region: string; reason: string }[] };

/** `other` has no reference population of its own. */
const sexOf = (sex: scheduling.PatientV1['sex']): AssessInput['patient']['sex'] => (sex === 'other' ? 'unknown' : sex);

const isSite = (site: string): boolean => sites.some((each) => each === site);

const centimetres = (metres: number): number => Math.round(metres * 1000) / 10;

const defined = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

const withQuality = (scan: Judged['scan']['scans'][number], { quality, excluded }: Stated): AssessInput['exam']['scans'][number] => {
  const stated = quality.find(({ site, side }) => site === scan.site && side === scan.side);
  const left = scan.site === 'lumbar-spine' ? excluded : [];
  return defined({
    ...scan,
    quality: stated && { status: stated.status },
    excluded: left.length > 0 ? left : undefined,
  }) as AssessInput['exam']['scans'][number];
};

const priorOf = ({ examId, scan, ...stated }: EarlierScan): AssessInput['exam'] =>
  defined({ examId, date: scan.performedOn, scanner: scan.scanner, scans: scan.scans.map((each) => withQuality(each, stated)) }) as AssessInput['exam'];

const besideOf = ({ earlier, precision }: Beside) => ({
  priors: earlier.length > 0 ? earlier.map(priorOf) : undefined,
  // The site document names sites as text: what is no site has no scan that it could be about.
  precision: precision.length > 0 ? (precision.filter(({ site }) => isSite(site)) as AssessInput['precision']) : undefined,
});

/** Fields in the format's own order, so that the kept input gives the same bytes again; what does not fit the format stays as it is. */
const inOrder = (input: AssessInput): AssessInput => {
  const read = assessInput.safeParse(input);
  return read.success ? read.data : input;
};

/** The exam, beside what was before it, in the shape that libs/densitometry judges; nothing where the birth date is not known. */
export const assessInputOf = (study: Judged, { patient, policy }: JudgedBy, stated: Stated, beside: Beside): AssessInput | undefined => {
  const { birthDate, sex, ethnicGroup } = patient;
  if (!birthDate) return undefined;
  const { exam, scan } = study;
  const input = defined({
    patient: defined({
      id: patient.patientId,
      sex: sexOf(sex),
      birthDate,
      ethnicGroup,
      heightCm: exam?.heightM === undefined ? undefined : centimetres(exam.heightM),
      weightKg: exam?.weightKg,
    }),
    exam: defined({
      examId: study.examId,
      date: scan.performedOn,
      scanner: scan.scanner,
      scans: scan.scans.map((each) => withQuality(each, stated)),
    }) as AssessInput['exam'],
    ...besideOf(beside),
    policy: nameText(policy.name),
    language: 'en',
  }) as AssessInput;
  return inOrder(input);
};

/** A judgement: the same input and policy always give the same. */
export const judge = (input: AssessInput, policy: Policy): Assessment => assess(input, policy);
