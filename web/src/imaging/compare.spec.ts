import type { Acquisition, CandidateExam } from './acquisitions.api.js';
import { compare, differencesInWords, examInWords, inOrder, nameInHeader } from './compare.js';

const study: Acquisition = {
  acquisitionId: '0190a000-0000-7000-8000-0000000000b1',
  facilityId: 'north',
  studyInstanceUID: '1.2.3',
  accessionNumber: 'A9',
  deviceId: 'idxa-1',
  match: 'unmatched',
  why: [],
  candidates: [],
  state: 'complete',
  receivedAt: '2026-05-04T08:20:00.000Z',
  performedOn: '2026-05-04',
  header: { patientId: '4711', patientName: 'OKAFOR^ADA', birthDate: '1956-03-02', sex: 'F' },
  instances: [],
  archives: [],
  version: 3,
};

const exam: CandidateExam = {
  examId: '0190a000-0000-7000-8000-0000000000a1',
  accessionNumber: 'A1',
  scheduledAt: '2026-05-04T08:00:00.000Z',
  zone: 'Europe/Berlin',
  procedure: { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' },
  patient: {
    patientId: '0190a000-0000-7000-8000-000000000001',
    version: 1,
    identifiers: [{ value: '4711', authority: 'NORTH' }],
    name: { family: 'Okafor', given: 'Ada' },
    birthDate: '1956-03-02',
    sex: 'female',
  },
  suggested: false,
};

describe('a study beside an exam', () => {
  it('shows what the console wrote and what the exam says, and where they differ', () => {
    expect(compare(study, exam)).toEqual([
      { label: 'Name', study: 'OKAFOR, ADA', exam: 'Okafor, Ada', differs: false },
      { label: 'Patient number', study: '4711', exam: '4711', differs: false },
      { label: 'Birth date', study: '2 Mar 1956', exam: '2 Mar 1956', differs: false },
      { label: 'Sex', study: 'Female', exam: 'Female', differs: false },
      { label: 'Accession number', study: 'A9', exam: 'A1', differs: true },
      { label: 'Date', study: '4 May 2026', exam: '4 May 2026', differs: false },
    ]);
    expect(differencesInWords(compare(study, exam))).toBe('Different: accession number');
    expect(differencesInWords(compare({ ...study, accessionNumber: 'A1' }, exam))).toBe('');
  });

  it('shows a console that wrote nothing, and a patient who is not known here', () => {
    const silent = { ...study, header: undefined, performedOn: undefined };
    expect(differencesInWords(compare(silent, exam))).toBe('Different: name, patient number, birth date, sex, accession number');
    expect(differencesInWords(compare(study, { ...exam, patient: undefined }))).toBe('Different: accession number');
  });

  it('puts the exam that was suggested first, then the one that agrees best', () => {
    const stranger: CandidateExam = { ...exam, examId: 'stranger', patient: undefined, accessionNumber: 'A9' };
    const suggested: CandidateExam = { ...exam, examId: 'suggested', suggested: true };
    expect(inOrder(study, [exam, stranger, suggested]).map(({ examId }) => examId)).toEqual(['suggested', 'stranger', exam.examId]);
  });

  it('is put into words', () => {
    expect(examInWords(exam)).toBe('4 May 2026, 10:00 · DXA bone density axial');
    expect(nameInHeader('Okafor^Ada^Chi^Dr=x')).toBe('Okafor, Ada Chi');
    expect(nameInHeader(undefined)).toBe('');
  });
});
