import type { WorklistEntry } from '../worklist/worklist-entry.js';
import { examScheduled, patient } from './north.story.js';

const { examId, accessionNumber, studyInstanceUID, requestedProcedureId, scheduledProcedureStepId, modality, priority, procedure, heightM, weightKg } =
  examScheduled;

/** Exam A1 on the worklist of North Hospital: 2 March at 09:20. */
export const entryA1: WorklistEntry = {
  ...{ examId, accessionNumber, studyInstanceUID, requestedProcedureId, scheduledProcedureStepId, modality, priority, procedure, heightM, weightKg },
  date: '20260302',
  time: '092000',
  patient,
  patientID: '483920',
};
