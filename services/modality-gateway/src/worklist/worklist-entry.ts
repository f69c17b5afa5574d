import type { scheduling } from '@osteon/contracts';
import { fitsVR, personNameToPN } from '@osteon/dicom';

/** One exam on the worklist, without its patient; times are the facility's. */
export interface ScheduledStep {
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
}

/** One exam on the worklist with its patient as known now. */
export interface WorklistEntry extends ScheduledStep {
  readonly patient: scheduling.PatientV1;
  /** The facility's own number, never Osteon's id; absent where the facility has given none. */
  readonly patientID?: string;
}

/** Elements of type 1 (PS3.4 table K.6-1), and what their VR must hold. */
const wanted: readonly { readonly name: string; readonly vr: string; readonly of: (entry: WorklistEntry) => string | undefined }[] = [
  { name: 'PatientID', vr: 'LO', of: ({ patientID }) => patientID },
  { name: 'PatientName', vr: 'UT', of: ({ patient }) => personNameToPN(patient.name) },
  { name: 'AccessionNumber', vr: 'SH', of: ({ accessionNumber }) => accessionNumber },
  { name: 'StudyInstanceUID', vr: 'UI', of: ({ studyInstanceUID }) => studyInstanceUID },
  { name: 'RequestedProcedureID', vr: 'SH', of: ({ requestedProcedureId }) => requestedProcedureId },
  { name: 'RequestedProcedureDescription', vr: 'UT', of: ({ procedure }) => procedure.meaning || procedure.code },
  { name: 'ScheduledProcedureStepID', vr: 'SH', of: ({ scheduledProcedureStepId }) => scheduledProcedureStepId },
];

const holds = (vr: string, value: string | undefined): boolean => value !== undefined && value !== '' && fitsVR(vr, value);

/** What keeps an item from being sent out half; longer names and descriptions are shortened, numbers never. */
export const lacks = (entry: WorklistEntry): string[] => wanted.flatMap(({ name, vr, of }) => (holds(vr, of(entry)) ? [] : [name]));
