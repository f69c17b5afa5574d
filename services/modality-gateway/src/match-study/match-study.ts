/** What the study's header says of itself; absent where the element is empty. */
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
  readonly studyInstanceUID: string;
  readonly accessionNumber: string;
  readonly requestedProcedureId: string;
  readonly scheduledProcedureStepId: string;
  /** YYYY-MM-DD, in the facility's zone. */
  readonly scheduledOn: string;
  readonly open: boolean;
  /** Numbers that the facility knows the patient by, current and merged. */
  readonly identifiers: readonly string[];
  readonly birthDate?: string;
}

export type MatchedBy = 'study-instance-uid' | 'accession-number' | 'procedure-step' | 'hand';

/** How a study and an exam met, or why they have not. */
export type Match =
  | { readonly state: 'matched'; readonly examId: string; readonly patientId: string; readonly by: MatchedBy }
  | { readonly state: 'ambiguous' | 'suggested' | 'unmatched'; readonly candidates: readonly string[]; readonly why: readonly string[] };

const key = { 'study-instance-uid': 'STUDY_INSTANCE_UID', 'accession-number': 'ACCESSION_NUMBER', 'procedure-step': 'PROCEDURE_STEP' } as const;

/** The automatic ways, the surest first; the first that finds an exam decides. */
const ways: readonly { readonly by: keyof typeof key; readonly names: (header: StudyHeader, candidate: Candidate) => boolean }[] = [
  { by: 'study-instance-uid', names: (header, { studyInstanceUID }) => header.studyInstanceUID === studyInstanceUID },
  { by: 'accession-number', names: (header, { accessionNumber }) => header.accessionNumber === accessionNumber },
  {
    by: 'procedure-step',
    names: (header, candidate) =>
      header.requestedProcedureId === candidate.requestedProcedureId && header.scheduledProcedureStepId === candidate.scheduledProcedureStepId,
  },
];

/** Patient id and birth date must agree; a name alone never blocks, so it is not asked. */
const disagreements = (header: StudyHeader, { identifiers, birthDate }: Candidate): string[] => [
  ...(header.patientId !== undefined && identifiers.includes(header.patientId) ? [] : ['PATIENT_ID_DIFFERS']),
  ...(header.birthDate !== undefined && birthDate !== undefined && header.birthDate !== birthDate ? ['BIRTH_DATE_DIFFERS'] : []),
];

const judge = (header: StudyHeader, found: readonly Candidate[], by: keyof typeof key): Match => {
  const [only, ...others] = found;
  if (!only || others.length > 0) {
    return { state: 'ambiguous', candidates: found.map(({ examId }) => examId), why: [`SEVERAL_EXAMS_BY_${key[by]}`] };
  }
  const why = disagreements(header, only);
  if (why.length > 0) return { state: 'ambiguous', candidates: [only.examId], why };
  return { state: 'matched', examId: only.examId, patientId: only.patientId, by };
};

const day = 24 * 60 * 60 * 1000;
const withinADay = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) <= day;

const suggest = (header: StudyHeader, candidates: readonly Candidate[]): Match => {
  const close = candidates.filter(
    (candidate) =>
      candidate.open &&
      header.studyDate !== undefined &&
      withinADay(header.studyDate, candidate.scheduledOn) &&
      disagreements(header, candidate).length === 0,
  );
  return close.length === 1
    ? { state: 'suggested', candidates: close.map(({ examId }) => examId), why: ['SAME_PATIENT_WITHIN_A_DAY'] }
    : { state: 'unmatched', candidates: [], why: ['NO_EXAM_NAMED'] };
};

/**
 * A study meets its exam by the first of: Study Instance UID, accession number, requested procedure id with step id.
 * Patient id and birth date must agree, else a person decides. Never automatic: the same patient with one open exam within a day.
 */
export const matchStudy = (header: StudyHeader, candidates: readonly Candidate[]): Match => {
  for (const { by, names } of ways) {
    const found = candidates.filter((candidate) => names(header, candidate));
    if (found.length > 0) return judge(header, found, by);
  }
  return suggest(header, candidates);
};
