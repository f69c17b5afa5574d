/** What the header of an object says of its study; absent where the element is empty. */
export interface StudyHeader {
  readonly studyInstanceUID: string;
  readonly accessionNumber?: string;
  readonly requestedProcedureId?: string;
  readonly scheduledProcedureStepId?: string;
  readonly patientId?: string;
  /** YYYY-MM-DD */
  readonly birthDate?: string;
  /** YYYY-MM-DD, in the facility's zone. */
  readonly studyDate?: string;
}

/** An exam of the device's facility that could be meant, with the identity of its patient as known now. */
export interface Candidate {
  readonly examId: string;
  readonly patientId: string;
  /** An exam can answer several orders, each with numbers of its own. */
  readonly studyInstanceUIDs: readonly string[];
  readonly accessionNumbers: readonly string[];
  readonly requestedProcedureId: string;
  readonly scheduledProcedureStepId: string;
  /** YYYY-MM-DD, in the facility's zone. */
  readonly scheduledOn: string;
  readonly open: boolean;
  /** Another study has met this exam already. */
  readonly hasStudy: boolean;
  /** False until the patient is here as it was when the exam was scheduled, and once the person is erased. */
  readonly patientIsHere: boolean;
  /** Numbers that the facility knows the patient by, current and merged. */
  readonly identifiers: readonly string[];
  readonly birthDate?: string;
}

export type MatchedBy = 'study-instance-uid' | 'accession-number' | 'procedure-step' | 'hand';

/** How a study and an exam met, or why they have not. */
export type Match =
  | {
      readonly state: 'matched';
      readonly examId: string;
      readonly patientId: string;
      readonly by: MatchedBy;
      /** The exam had a study already: linked all the same, and flagged. */
      readonly second?: true;
    }
  | { readonly state: 'ambiguous' | 'suggested' | 'unmatched'; readonly candidates: readonly string[]; readonly why: readonly string[] };

const several = {
  'study-instance-uid': 'SEVERAL_EXAMS_BY_STUDY_INSTANCE_UID',
  'accession-number': 'SEVERAL_EXAMS_BY_ACCESSION_NUMBER',
  'procedure-step': 'SEVERAL_EXAMS_BY_PROCEDURE_STEP',
} as const;
type Way = keyof typeof several;

/** The automatic ways, the surest first; the first that finds an exam decides. */
const ways: readonly { readonly by: Way; readonly names: (header: StudyHeader, candidate: Candidate) => boolean }[] = [
  { by: 'study-instance-uid', names: ({ studyInstanceUID }, { studyInstanceUIDs }) => studyInstanceUIDs.includes(studyInstanceUID) },
  {
    by: 'accession-number',
    names: ({ accessionNumber }, { accessionNumbers }) => accessionNumber !== undefined && accessionNumbers.includes(accessionNumber),
  },
  {
    by: 'procedure-step',
    names: (header, candidate) =>
      header.requestedProcedureId === candidate.requestedProcedureId && header.scheduledProcedureStepId === candidate.scheduledProcedureStepId,
  },
];

const valuesOf = (headers: readonly StudyHeader[], name: 'patientId' | 'birthDate' | 'studyDate'): string[] =>
  headers.flatMap(({ [name]: value }) => value ?? []);

/** Patient id and birth date of every object must agree; a name alone never blocks, so it is not asked. */
const disagreements = (headers: readonly StudyHeader[], { patientIsHere, identifiers, birthDate }: Candidate): string[] => {
  if (!patientIsHere) return ['PATIENT_NOT_HERE'];
  const ids = valuesOf(headers, 'patientId');
  const isSamePatient = ids.length > 0 && ids.every((id) => identifiers.includes(id));
  const isSameBirthDate = birthDate === undefined || valuesOf(headers, 'birthDate').every((date) => date === birthDate);
  return [...(isSamePatient ? [] : ['PATIENT_ID_DIFFERS']), ...(isSameBirthDate ? [] : ['BIRTH_DATE_DIFFERS'])];
};

const idsOf = (candidates: readonly Candidate[]): string[] => candidates.map(({ examId }) => examId);

const judge = (headers: readonly StudyHeader[], [only, ...others]: readonly [Candidate, ...Candidate[]], by: Way): Match => {
  if (others.length > 0) return { state: 'ambiguous', candidates: idsOf([only, ...others]), why: [several[by]] };
  const why = disagreements(headers, only);
  if (why.length > 0) return { state: 'ambiguous', candidates: [only.examId], why };
  return { state: 'matched', examId: only.examId, patientId: only.patientId, by, ...(only.hasStudy ? { second: true } : {}) };
};

const day = 24 * 60 * 60 * 1000;
const withinADay = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) <= day;

const suggest = (headers: readonly StudyHeader[], candidates: readonly Candidate[]): Match => {
  const close = candidates.filter(
    (candidate) =>
      candidate.open &&
      valuesOf(headers, 'studyDate').some((date) => withinADay(date, candidate.scheduledOn)) &&
      disagreements(headers, candidate).length === 0,
  );
  if (close.length === 1) return { state: 'suggested', candidates: idsOf(close), why: ['SAME_PATIENT_WITHIN_A_DAY'] };
  return { state: 'unmatched', candidates: idsOf(close), why: [close.length > 1 ? 'SEVERAL_EXAMS_WITHIN_A_DAY' : 'NO_EXAM_NAMED'] };
};

/**
 * A study meets its exam by the first of: Study Instance UID, accession number, requested procedure id with step id, in any
 * of its objects. Patient id and birth date must agree, else a person decides. Never automatic: the same patient with one
 * open exam within a day.
 */
export const matchStudy = (headers: readonly StudyHeader[], candidates: readonly Candidate[]): Match => {
  for (const { by, names } of ways) {
    const [first, ...others] = candidates.filter((candidate) => headers.some((header) => names(header, candidate)));
    if (first) return judge(headers, [first, ...others], by);
  }
  return suggest(headers, candidates);
};
