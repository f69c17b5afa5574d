import { context, drSilva, given, msFrank } from '@osteon/testing';
import { exams } from '../exam/exam.aggregate.js';
import type { ExamScheduled } from '../exam/exam.events.js';
import { examRefusals } from '../exam/exam.refusals.js';
import { scheduled } from '../exam/exam.story.js';
import { enterExam, type EnterExam } from './enter-exam.js';
import { entryHash, examEntry, type ExamEntry } from './exam-entry.js';

const desk = context(msFrank);
const entered: EnterExam = { ...scheduled.data, enteredAs: 'hash-of-the-entry' };
const enteredBefore: ExamScheduled = { type: 'ExamScheduled', data: entered };
const enter = (data = entered) => (exam: Parameters<typeof enterExam>[0], asked: Parameters<typeof enterExam>[2]) => enterExam(exam, data, asked);

describe('an exam that is entered by hand', () => {
  it('is scheduled', () => {
    given(exams).when(enter(), desk).then(enteredBefore);
  });

  it('is scheduled once when the same is sent again', () => {
    given(exams, enteredBefore).when(enter(), desk).thenNothing();
  });

  it('is not changed by other values under its id, nor is one that came as an order', () => {
    given(exams, enteredBefore).when(enter({ ...entered, enteredAs: 'other' }), desk).thenRefused(examRefusals.EXAM_ENTERED_OTHERWISE);
    given(exams, scheduled).when(enter(), desk).thenRefused(examRefusals.EXAM_ENTERED_OTHERWISE);
  });

  it('is not taken from somebody of another hospital', () => {
    given(exams).when(enter(), context(drSilva)).thenRefused(examRefusals.EXAM_NOT_ALLOWED);
  });
});

describe('what is entered', () => {
  const entry: ExamEntry = {
    facilityId: 'NORTH',
    patient: { identifier: { value: '4711' }, name: { family: 'Okafor', given: 'Ada' }, birthDate: '1956-03-02', sex: 'female' },
    scheduledAt: '2026-05-04T07:00:00Z',
    procedure: { code: '77080', meaning: 'DXA', scheme: 'C4' },
    priority: 'routine',
  };

  it('is known again by its values, in whatever order they come', () => {
    const { patient, ...rest } = entry;
    const { identifier, ...demographics } = patient;
    expect(entryHash({ ...rest, patient: { ...demographics, identifier } })).toBe(entryHash(entry));
    expect(entryHash({ ...entry, priority: 'stat' })).not.toBe(entryHash(entry));
  });

  it.each([
    { accessionNumber: 'A-100-AND-MUCH-LONGER' },
    { accessionNumber: 'A\\100' },
    { stationAETitle: 'AN-AE-TITLE-TOO-LONG' },
    { heightM: 162 },
    { colour: 'red' },
    { patient: { ...entry.patient, identifier: { value: '47\\11' } } },
    { patient: { ...entry.patient, name: { family: ' ' } } },
  ])('is not %j', (change) => expect(examEntry.safeParse({ ...entry, ...change }).success).toBe(false));
});
