import type { scheduling } from '@osteon/contracts';

/** One exam on the worklist with its patient as known now; times are the facility's. */
export interface WorklistEntry {
  readonly examId: string;
  readonly accessionNumber: string;
  readonly studyInstanceUID: string;
  readonly requestedProcedureId: string;
  readonly scheduledProcedureStepId: string;
  /** DA and TM in the facility's zone. */
  readonly date: string;
  readonly time: string;
  /** Absent: any DXA device of the facility. */
  readonly stationAETitle?: string;
  readonly modality: string;
  readonly priority: 'routine' | 'urgent' | 'stat';
  readonly procedure: { readonly code: string; readonly meaning: string; readonly scheme: string };
  readonly heightM?: number;
  readonly weightKg?: number;
  readonly patient: scheduling.PatientV1;
  /** The facility's own number, never Osteon's id; absent where the facility has given none. */
  readonly patientID?: string;
}

/** What an item lacks of type 1 (PS3.4 table K.6-1): it is held and says why, never sent out half. */
export const lacks = ({ patientID, patient, accessionNumber }: WorklistEntry): string[] => [
  ...(patientID ? [] : ['PatientID']),
  ...(patient.name.family || patient.name.given ? [] : ['PatientName']),
  ...(accessionNumber ? [] : ['AccessionNumber']),
];
