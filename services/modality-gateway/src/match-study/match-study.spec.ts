import { candidate, header } from '../testing/exam-a1.story.js';
import { matchStudy, type Candidate, type StudyHeader } from './match-study.js';

/** A header that names its exam in no way but those that are given. */
const naming = (ways: Partial<StudyHeader>): StudyHeader => ({
  studyInstanceUID: '9.9.9',
  patientId: header.patientId,
  birthDate: header.birthDate,
  studyDate: header.studyDate,
  ...ways,
});
const byProcedure = { requestedProcedureId: 'RP1', scheduledProcedureStepId: 'SPS1' };
const exam = (changed: Partial<Candidate> = {}): Candidate => ({ ...candidate, ...changed });
const other = exam({ examId: 'B2', studyInstanceUIDs: ['1.9'], accessionNumbers: ['B2'], requestedProcedureId: 'RP2' });
const met = { state: 'matched', examId: candidate.examId, patientId: candidate.patientId };

describe('a study meets its exam', () => {
  it.each([
    ['study-instance-uid', { studyInstanceUID: header.studyInstanceUID }],
    ['accession-number', { accessionNumber: 'A1' }],
    ['procedure-step', byProcedure],
  ] as const)('by %s', (by, ways) => {
    expect(matchStudy([naming(ways)], [other, exam()])).toEqual({ ...met, by });
  });

  it('by the surest way that finds one, whatever the others say', () => {
    const torn = naming({ studyInstanceUID: header.studyInstanceUID, accessionNumber: 'B2' });
    expect(matchStudy([torn], [other, exam()])).toEqual({ ...met, by: 'study-instance-uid' });
    expect(matchStudy([naming({ accessionNumber: 'A1', requestedProcedureId: 'RP2', scheduledProcedureStepId: 'SPS1' })], [other, exam()])).toEqual({
      ...met,
      by: 'accession-number',
    });
  });

  it('by the numbers of any order that the exam answers', () => {
    const both = exam({ studyInstanceUIDs: ['1.5', '1.6'], accessionNumbers: ['A1', 'A1-VFA'] });
    expect(matchStudy([naming({ studyInstanceUID: '1.6' })], [both])).toMatchObject({ by: 'study-instance-uid' });
    expect(matchStudy([naming({ accessionNumber: 'A1-VFA' })], [both])).toMatchObject({ by: 'accession-number' });
  });

  it('by what any of its objects says', () => {
    expect(matchStudy([naming({}), naming({ accessionNumber: 'A1' })], [exam()])).toEqual({ ...met, by: 'accession-number' });
  });

  it('not by one half of the procedure and its step, nor by what both lack', () => {
    expect(matchStudy([naming({ requestedProcedureId: 'RP1', studyDate: undefined })], [exam()])).toMatchObject({ state: 'unmatched' });
    expect(matchStudy([naming({ scheduledProcedureStepId: 'SPS1', studyDate: undefined })], [exam()])).toMatchObject({ state: 'unmatched' });
  });

  it('also when the exam has left the worklist, and is flagged when it had a study already', () => {
    expect(matchStudy([header], [exam({ open: false })])).toEqual({ ...met, by: 'study-instance-uid' });
    expect(matchStudy([header], [exam({ open: false, hasStudy: true })])).toEqual({ ...met, by: 'study-instance-uid', second: true });
  });

  it('under any number of the patient, current or merged', () => {
    expect(matchStudy([naming({ accessionNumber: 'A1', patientId: '7' })], [exam({ identifiers: ['483920', '7'] })])).toMatchObject({ state: 'matched' });
  });

  it('without a birth date on one side', () => {
    expect(matchStudy([naming({ accessionNumber: 'A1', birthDate: undefined })], [exam()])).toMatchObject({ state: 'matched' });
    expect(matchStudy([naming({ accessionNumber: 'A1' })], [exam({ birthDate: undefined })])).toMatchObject({ state: 'matched' });
  });
});

describe('a person decides', () => {
  const asked = (why: string[], candidates = [candidate.examId]) => ({ state: 'ambiguous', candidates, why });

  it('when patient id or birth date differ, or the id is missing', () => {
    expect(matchStudy([{ ...header, patientId: '000000' }], [exam()])).toEqual(asked(['PATIENT_ID_DIFFERS']));
    expect(matchStudy([{ ...header, patientId: undefined }], [exam()])).toEqual(asked(['PATIENT_ID_DIFFERS']));
    expect(matchStudy([{ ...header, birthDate: '1970-01-01' }], [exam()])).toEqual(asked(['BIRTH_DATE_DIFFERS']));
    expect(matchStudy([{ ...header, patientId: '0', birthDate: '1970-01-01' }], [exam()])).toEqual(asked(['PATIENT_ID_DIFFERS', 'BIRTH_DATE_DIFFERS']));
  });

  it('when one object of the study names somebody else', () => {
    expect(matchStudy([header, { ...header, patientId: '000000' }], [exam()])).toEqual(asked(['PATIENT_ID_DIFFERS']));
  });

  it('until the patient is here, whatever else differs', () => {
    expect(matchStudy([header], [exam({ patientIsHere: false, identifiers: [], birthDate: undefined })])).toEqual(asked(['PATIENT_NOT_HERE']));
  });

  it.each([
    ['SEVERAL_EXAMS_BY_STUDY_INSTANCE_UID', { studyInstanceUID: header.studyInstanceUID }],
    ['SEVERAL_EXAMS_BY_ACCESSION_NUMBER', { accessionNumber: 'A1' }],
    ['SEVERAL_EXAMS_BY_PROCEDURE_STEP', byProcedure],
  ] as const)('%s', (why, ways) => {
    expect(matchStudy([naming(ways)], [exam(), exam({ examId: 'B2' })])).toEqual(asked([why], [candidate.examId, 'B2']));
  });

  it('when two objects name two exams', () => {
    expect(matchStudy([naming({ accessionNumber: 'A1' }), naming({ accessionNumber: 'B2' })], [exam(), other])).toEqual(
      asked(['SEVERAL_EXAMS_BY_ACCESSION_NUMBER'], [candidate.examId, 'B2']),
    );
  });
});

describe('a study that names no exam', () => {
  const unnamed = (changed: Partial<StudyHeader> = {}) => naming(changed);
  const none = { state: 'unmatched', candidates: [], why: ['NO_EXAM_NAMED'] };

  it.each(['2026-03-01', '2026-03-02', '2026-03-03'])('is suggested to the same patient with one open exam within a day: %s', (studyDate) => {
    expect(matchStudy([unnamed({ studyDate })], [exam()])).toEqual({ state: 'suggested', candidates: [candidate.examId], why: ['SAME_PATIENT_WITHIN_A_DAY'] });
  });

  it.each([
    ['two days away', unnamed({ studyDate: '2026-03-04' }), exam()],
    ['without a date', unnamed({ studyDate: undefined }), exam()],
    ['with an exam that is closed', unnamed(), exam({ open: false })],
    ['of another patient', unnamed({ patientId: '000000' }), exam()],
    ['of another birth date', unnamed({ birthDate: '1970-01-01' }), exam()],
    ['of a patient that is not here', unnamed(), exam({ patientIsHere: false })],
  ])('is unmatched %s', (_, said, candidateExam) => {
    expect(matchStudy([said], [candidateExam])).toEqual(none);
  });

  it('is unmatched where there are two such exams, and says which', () => {
    expect(matchStudy([unnamed()], [exam(), other])).toEqual({ state: 'unmatched', candidates: [candidate.examId, 'B2'], why: ['SEVERAL_EXAMS_WITHIN_A_DAY'] });
  });

  it('is unmatched where there is no exam, and where there is no header', () => {
    expect(matchStudy([header], [])).toEqual(none);
    expect(matchStudy([], [exam()])).toEqual(none);
  });
});
