import { v7 as newId } from 'uuid';
import type { ObjectRef } from '@osteon/contracts';
import type { Unit } from '@osteon/event-store';
import { drawNumbers } from '../exam/exam-numbers.query.js';
import { exams } from '../exam/exam.aggregate.js';
import { findExam } from '../exam/find-exam.query.js';
import type { Heard } from '../hl7-messages/heard.js';
import type { KnownPatient } from '../patient/know-patient.handler.js';
import type { OrderSaid } from './read-orders.js';
import { takeOrder } from './take-order.js';

/** One order with what the rest of its message says. */
export interface OrderHeard {
  readonly order: OrderSaid;
  readonly heard: Heard;
  readonly patient: KnownPatient;
  /** MSH-7 in UTC. */
  readonly saidAt?: string;
  readonly details: ObjectRef;
}

/** The exam that an order has to do with, and codes of what was left out or looks odd. */
export interface OrderEffect {
  readonly examId?: string;
  readonly flags: readonly string[];
}

/** NW and XO: finds the exam that the order is about, or begins one. Says which. */
export const newOrder = async (unit: Unit, { order, heard, patient, saidAt, details }: OrderHeard): Promise<OrderEffect> => {
  const { facilityId, zone } = heard.site;
  const { key, placerOrderNumber, fillerOrderNumber, service, brought, flags } = order;
  const { scheduledAt, priority, modality, stationAETitle, heightM, weightKg } = order;
  const found = await findExam(unit.tx, { facilityId, key, ...brought });
  const examId = found ?? newId();
  const issued = found === undefined ? await drawNumbers(unit.tx, examId) : undefined;
  const taken = {
    facilityId,
    patientId: patient.patientId,
    patientIds: patient.patientIds,
    patientVersion: patient.version,
    order: { key, placerOrderNumber, fillerOrderNumber, service, saidAt },
    wanted: { scheduledAt, zone, stationAETitle, modality, procedure: service, priority, heightM, weightKg, details },
    brought,
    issued,
    siteVersion: heard.siteVersion,
    flags,
  };
  await unit.decide(exams, examId, (exam, context) => takeOrder(exam, taken, context));
  return { examId, flags };
};
