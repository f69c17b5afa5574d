import type { Unit } from '@osteon/event-store';
import { exams } from '../exam/exam.aggregate.js';
import { examOfOrder } from '../exam/order-key.claim.js';
import type { Identifier } from '../patient/demographics.js';
import { claimOf } from '../patient/patient-identifier.claim.js';
import { samePerson } from '../patient/same-person.query.js';
import { cancelOrder } from './cancel-order.js';
import type { OrderEffect } from './new-order.handler.js';

/** A cancelled order by its key, the identifier of its patient, and MSH-7 in UTC. */
export interface CancelHeard {
  readonly key: string;
  readonly patient: Identifier;
  readonly saidAt?: string;
}

/** CA, DC and OC: finds the exam of the order by its own number; an unknown order is left unknown. */
export const cancelHeard = async (unit: Unit, { key, patient, saidAt }: CancelHeard): Promise<OrderEffect> => {
  const examId = await examOfOrder(unit.tx, key);
  if (examId === undefined) return { flags: ['ORDER_UNKNOWN'] };
  const claimed = await claimOf(unit.tx, patient);
  const patientIds = claimed && (await samePerson(unit.tx, claimed.patientId)).patientIds;
  const { events } = await unit.decide(exams, examId, (exam, context) => cancelOrder(exam, { key, saidAt, patientIds }, context));
  return { examId, flags: events.some(({ type }) => type === 'CancelAskedAfterScan') ? ['CANCEL_AFTER_SCAN'] : [] };
};
