import type { Context } from '@osteon/identity';
import { at, context, drLee, given, mrTanaka, msBauer, msFrank, msNovak } from '@osteon/testing';
import { exams } from '../exam/exam.aggregate.js';
import { examRefusals } from '../exam/exam.refusals.js';
import type { PatientArrived } from '../exam/exam.events.js';
import type { Exam } from '../exam/exam.js';
import { scheduled } from '../exam/exam.story.js';
import { arrivePatient } from './arrive-patient.js';

const arrive = (exam: Exam, asked: Context) => arrivePatient(exam, at.arrived, asked);
const arrived: PatientArrived = { type: 'PatientArrived', data: { arrivedAt: at.arrived } };
const desk = context(msFrank);

describe('a patient who arrives', () => {
  it('is said to be here by the front desk, or by a technologist', () => {
    given(exams, scheduled).when(arrive, desk).then(arrived);
    given(exams, scheduled).when(arrive, context(mrTanaka)).then(arrived);
  });

  it('has arrived once, whoever says it again', () => {
    given(exams, scheduled, { ...arrived, data: { arrivedAt: at.ordered } }).when(arrive, desk).thenNothing();
  });

  it('does not arrive for an exam that nobody knows', () => {
    given(exams).when(arrive, desk).thenRefused(examRefusals.EXAM_UNKNOWN);
  });

  it('does not arrive for an exam that was cancelled', () => {
    given(exams, scheduled, { type: 'ExamCancelled', data: { key: 'its only order' } }).when(arrive, desk).thenRefused(examRefusals.EXAM_IS_CANCELLED);
  });

  it.each([
    ['a physician', drLee],
    ['a manager', msBauer],
    ['an administrator', msNovak],
  ])('is not said to be here by %s', (_, who) => {
    given(exams, scheduled).when(arrive, context(who)).thenRefused(examRefusals.ARRIVAL_NOT_ALLOWED);
  });
});
