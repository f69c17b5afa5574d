import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { ExamEvent, ExamOrder, Grounds, Schedule } from '../exam/exam.events.js';
import { examRefusals } from '../exam/exam.refusals.js';
import type { Exam, ScheduledExam } from '../exam/exam.js';
import type { IssuedNumbers } from '../exam/issued-numbers.js';
import { sameJson } from '../exam/same-json.js';
import { isOlderWord } from '../hl7-fields/is-older-word.js';
import type { BroughtNumbers } from './order-numbers.js';

/** When, where and what, as far as the order says it. */
type Wanted = Partial<Omit<Schedule, keyof Placed>> & Placed;
type Placed = Pick<Schedule, 'zone' | 'procedure' | 'details'>;

/** A new order or a change (ORC-1 NW, XO) with all that was found out about it. */
export interface TakeOrder extends Grounds {
  readonly facilityId: string;
  readonly patientId: string;
  /** All patients who are the same person by merges. */
  readonly patientIds: readonly string[];
  readonly patientVersion: number;
  readonly order: Pick<ExamOrder, 'placerOrderNumber' | 'fillerOrderNumber' | 'service' | 'saidAt'> & { readonly key: string };
  readonly wanted: Wanted;
  readonly brought: BroughtNumbers;
  /** For a new exam; drawn only there. */
  readonly issued?: IssuedNumbers;
}

/** Empty leaves as it is (v2.5.1 ch. 2.7.2). */
const said = <T extends object>(values: T) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const named = ({ order, brought }: TakeOrder, otherwise: Pick<ExamOrder, 'accessionNumber' | 'studyInstanceUID'>): ExamOrder => ({
  ...order,
  accessionNumber: brought.accessionNumber ?? otherwise.accessionNumber,
  studyInstanceUID: brought.studyInstanceUID ?? otherwise.studyInstanceUID,
  theirs: brought.theirs,
});

const placed = ({ wanted, brought }: TakeOrder, otherwise: Omit<Schedule, keyof Placed>): Schedule => {
  const { requestedProcedureId, scheduledProcedureStepId } = brought;
  const { zone, procedure, details } = wanted;
  return { ...otherwise, ...said(wanted), ...said({ requestedProcedureId, scheduledProcedureStepId }), zone, procedure, details };
};

/** An order without a time is for now. */
const begin = (taken: TakeOrder, at: string): ExamEvent[] => {
  const { issued, siteVersion, flags, facilityId, patientId, patientVersion } = taken;
  if (!issued) throw new Error('a new exam needs numbers');
  const { requestedProcedureId, scheduledProcedureStepId } = issued;
  const schedule = placed(taken, { requestedProcedureId, scheduledProcedureStepId, scheduledAt: at, modality: 'BMD', priority: 'routine' });
  const order = named(taken, issued);
  return [{ type: 'ExamScheduled', data: { facilityId, patientId, patientVersion, schedule, order, siteVersion, flags } }];
};

const change = (exam: ScheduledExam, known: ExamOrder, taken: TakeOrder): ExamEvent[] => {
  if (isOlderWord(taken.order.saidAt, known.saidAt) || exam.scanned) return [];
  const { siteVersion, flags } = taken;
  const order = named(taken, known);
  const schedule = placed(taken, exam.schedule);
  const isSame = sameJson({ ...order, saidAt: undefined }, { ...known, saidAt: undefined }) && sameJson(schedule, exam.schedule);
  return isSame && !exam.cancelled.includes(taken.order.key) ? [] : [{ type: 'ExamRescheduled', data: { schedule, order, siteVersion, flags } }];
};

/**
 * NW or XO: the first word about an order schedules its exam, or joins the exam that has the same numbers; a later word about it replaces
 * what was said (an upsert) and asks again for what was cancelled. Older than what is known (MSH-7), or after the scan, it changes nothing.
 */
export const takeOrder = (exam: Exam, taken: TakeOrder, { at }: Context): ExamEvent[] => {
  if (exam.status === 'none') return begin(taken, at);
  if (exam.facilityId !== taken.facilityId) return refuse(examRefusals.STUDY_INSTANCE_UID_TAKEN);
  if (!taken.patientIds.includes(exam.patientId)) return refuse(examRefusals.EXAM_OF_ANOTHER_PATIENT);
  const known = exam.orders.find(({ key }) => key === taken.order.key);
  if (known) return change(exam, known, taken);
  const { siteVersion, flags } = taken;
  return [{ type: 'OrderAdded', data: { order: named(taken, exam.orders[0]), siteVersion, flags } }];
};
