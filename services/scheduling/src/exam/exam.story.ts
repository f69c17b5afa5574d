import { examA1, msOkafor, NORTH } from '@osteon/testing';
import type { ExamOrder, ExamProgressed, ExamScheduled, OrderAdded, Schedule } from './exam.events.js';

/** Exam A1 as its order said it. */
export const schedule: Schedule = {
  requestedProcedureId: 'RP-1',
  scheduledProcedureStepId: 'SPS-1',
  scheduledAt: '2026-03-02T08:00:00Z',
  zone: 'Europe/Berlin',
  stationAETitle: 'IDXA1',
  modality: 'BMD',
  procedure: { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' },
  priority: 'routine',
  heightM: 1.62,
  weightKg: 64,
  details: { key: `scheduling/${'a'.repeat(64)}`, size: 2, mediaType: 'application/json' },
};

export const order: ExamOrder = {
  key: '["NORTH","filler","RIS","F9001"]',
  saidAt: '2026-03-02T07:30:00Z',
  placerOrderNumber: { value: 'P7001', namespace: 'EMR' },
  fillerOrderNumber: { value: 'F9001', namespace: 'RIS' },
  accessionNumber: examA1.accessionNumber,
  studyInstanceUID: examA1.studyInstanceUID,
  service: schedule.procedure,
};

export const scheduled: ExamScheduled = {
  type: 'ExamScheduled',
  data: { facilityId: NORTH, patientId: msOkafor.patientId, patientVersion: 1, schedule, order, siteVersion: 1, flags: [] },
};

/** A second order for the same visit. */
export const vfaOrder: ExamOrder = { ...order, key: '["NORTH","filler","RIS","F9002"]', fillerOrderNumber: { value: 'F9002', namespace: 'RIS' } };
export const vfaAdded: OrderAdded = { type: 'OrderAdded', data: { order: vfaOrder, siteVersion: 1, flags: [] } };

/** The densitometer has begun (MPPS IN PROGRESS). */
export const started: ExamProgressed = {
  type: 'ExamProgressed',
  data: {
    step: 'scan-started',
    at: '2026-03-02T08:10:00.000Z',
    by: 'modality-gateway',
    detail: 'north-idxa',
    source: { subject: 'procedure-step-1', streamVersion: 1 },
  },
};

/** It has broken off, for a reason. */
export const discontinued = (reason?: string): ExamProgressed => ({
  type: 'ExamProgressed',
  data: { ...started.data, step: 'scan-discontinued', detail: reason, source: { subject: 'procedure-step-1', streamVersion: 2 } },
});

export const scanned: ExamProgressed = {
  type: 'ExamProgressed',
  data: {
    step: 'scan-received',
    at: '2026-03-02T08:20:00.000Z',
    by: 'modality-gateway',
    detail: 'profile',
    source: { subject: 'acquisition-1', streamVersion: 5 },
  },
};
