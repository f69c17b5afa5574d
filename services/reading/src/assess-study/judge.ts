import type { reading, scheduling } from '@osteon/contracts';
import { assess, type Assessment, type AssessInput } from '@osteon/densitometry';
import type { StudyToRead } from '../study-to-read/study-to-read.js';

/** The policy by which judgements are formed until sites bring their own. */
export const policy = 'default';

type Judged = Extract<StudyToRead, { scan: unknown }>;
type Stated = { readonly quality: readonly reading.ScanQuality[]; readonly excluded: readonly { region: string; reason: string }[] };

/** `other` has no reference population of its own. */
const sexOf = (sex: scheduling.PatientV1['sex']): AssessInput['patient']['sex'] => (sex === 'other' ? 'unknown' : sex);

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

/** The exam in the shape that libs/densitometry judges; nothing where the birth date is not known. */
export const assessInputOf = (study: Judged, patient: scheduling.PatientV1, stated: Stated): AssessInput | undefined => {
  const { birthDate, sex, ethnicGroup } = patient;
  if (!birthDate) return undefined;
  const { exam, scan } = study;
  return {
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
    policy,
    language: 'en',
  };
};

/** A judgement with its input. */
export const judge = (input: AssessInput): Assessment => assess(input);
