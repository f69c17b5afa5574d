import { context, given, service } from '@osteon/testing';
import { arrivePatient } from '../arrive-patient/arrive-patient.js';
import { exams } from '../exam/exam.aggregate.js';
import type { ArrivalTakenBack, PatientArrived } from '../exam/exam.events.js';
import type { Exam } from '../exam/exam.js';
import { scanned, scheduled, started } from '../exam/exam.story.js';
import { takeBackArrival } from './take-back-arrival.js';

const his = context(service('north-his'));
const [nine, fivePast, tenPast] = ['2026-03-02T08:00:00Z', '2026-03-02T08:05:00Z', '2026-03-02T08:10:00Z'] as const;
const arrived: PatientArrived = { type: 'PatientArrived', data: { arrivedAt: nine } };
const takenBack: ArrivalTakenBack = { type: 'ArrivalTakenBack', data: { takenBackAt: fivePast } };
const takeBack = (at: string) => (exam: Exam, asked: typeof his) => takeBackArrival(exam, at, asked);
const arrive = (at: string) => (exam: Exam, asked: typeof his) => arrivePatient(exam, at, asked);

describe('an arrival that was a mistake', () => {
  it('is taken back', () => {
    given(exams, scheduled, arrived).when(takeBack(fivePast), his).then(takenBack);
  });

  it('is taken back once', () => {
    given(exams, scheduled, arrived, takenBack).when(takeBack(fivePast), his).thenNothing();
  });

  it('leaves an exam alone that nobody has come for, or that nobody knows', () => {
    given(exams, scheduled).when(takeBack(fivePast), his).thenNothing();
    given(exams).when(takeBack(fivePast), his).thenNothing();
  });

  it('is history once the scan has begun', () => {
    given(exams, scheduled, arrived, started).when(takeBack(fivePast), his).thenNothing();
    given(exams, scheduled, arrived, scanned).when(takeBack(fivePast), his).thenNothing();
  });

  it('does not take back a later arrival, whatever order they are heard in', () => {
    given(exams, scheduled, { ...arrived, data: { arrivedAt: tenPast } }).when(takeBack(fivePast), his).thenNothing();
    given(exams, scheduled, arrived, takenBack).when(arrive(nine), his).thenNothing();
    given(exams, scheduled, arrived, takenBack).when(arrive(tenPast), his).then({ ...arrived, data: { arrivedAt: tenPast } });
  });
});
