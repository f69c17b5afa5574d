import { dateOf, dayInWords, momentOf } from '../shell/moment.js';
import { listName } from '../shell/people.js';
import type { Acquisition, CandidateExam } from './acquisitions.api.js';

/** One thing that study and exam both say. */
export interface Compared {
  readonly label: string;
  readonly study: string;
  readonly exam: string;
  readonly differs: boolean;
}

const sexes: Readonly<Record<string, string>> = { F: 'Female', M: 'Male', O: 'Other' };

/** Patient's Sex (0010,0040) in a word; as it stands where it is no defined term. */
export const sexInHeader = (sex: string | undefined): string => sexes[sex ?? ''] ?? sex ?? '';

const sexesOfPatients = { female: 'Female', male: 'Male', other: 'Other', unknown: '' } as const;
const day = (date: string | undefined): string => (date ? dayInWords(date) : '');

/** `Okafor, Ada Chi`: a name as DICOM writes it (PS3.5 6.2.1), for people. */
export const nameInHeader = (pn: string | undefined): string => {
  const [family = '', given, middle] = (pn ?? '').split('=')[0]?.split('^') ?? [];
  return listName({ family: family.trim(), given: given?.trim(), middle: middle?.trim() });
};

/** The same things of both sides, in the order in which they are shown; empty where one says nothing. */
type Said = Readonly<Record<'name' | 'number' | 'birthDate' | 'sex' | 'accessionNumber' | 'date', string>>;

const written = ({ header = {}, accessionNumber = '', performedOn }: Acquisition): Said => ({
  name: nameInHeader(header.patientName),
  number: header.patientId ?? '',
  birthDate: day(header.birthDate),
  sex: sexInHeader(header.sex),
  accessionNumber,
  date: day(performedOn),
});

const known = ({ patient, accessionNumber, scheduledAt, zone }: CandidateExam): Said => ({
  name: patient ? listName(patient.name) : '',
  number: (patient?.identifiers ?? []).map(({ value }) => value).join(', '),
  birthDate: day(patient?.birthDate),
  sex: patient ? sexesOfPatients[patient.sex] : '',
  accessionNumber,
  date: dateOf(scheduledAt, zone),
});

const letters = (text: string): string => text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

const things: readonly { label: string; of: keyof Said; isSame?: (study: string, exam: string) => boolean }[] = [
  { label: 'Name', of: 'name', isSame: (study, exam) => letters(study) === letters(exam) },
  { label: 'Patient number', of: 'number', isSame: (study, exam) => exam.split(', ').includes(study) },
  { label: 'Birth date', of: 'birthDate' },
  { label: 'Sex', of: 'sex' },
  { label: 'Accession number', of: 'accessionNumber' },
  { label: 'Date', of: 'date', isSame: (study, exam) => study === '' || study === exam },
];

/** What the console wrote beside what the exam says; what the exam does not know is no difference. */
export const compare = (study: Acquisition, exam: CandidateExam): Compared[] => {
  const [there, here] = [written(study), known(exam)];
  return things.map(({ label, of, isSame = Object.is }) => {
    const [said, meant] = [there[of], here[of]];
    return { label, study: said, exam: meant, differs: meant !== '' && !isSame(said, meant) };
  });
};

/** The labels of what differs, in one sentence; empty where nothing does. */
export const differencesInWords = (lines: readonly Compared[]): string => {
  const labels = lines.filter(({ differs }) => differs).map(({ label }) => label.toLowerCase());
  return labels.length === 0 ? '' : `Different: ${labels.join(', ')}`;
};

/** `4 May 2026, 10:00 · DXA bone density axial`. */
export const examInWords = ({ scheduledAt, zone, procedure }: CandidateExam): string => `${momentOf(scheduledAt, zone)} · ${procedure.meaning}`;

/** The exams that agree best come first: those that were suggested, then those with the fewest differences. */
export const inOrder = (study: Acquisition, exams: readonly CandidateExam[]): readonly CandidateExam[] => {
  const cost = (exam: CandidateExam): number => compare(study, exam).filter(({ differs }) => differs).length - (exam.suggested ? 10 : 0);
  return exams.toSorted((one, other) => cost(one) - cost(other));
};
