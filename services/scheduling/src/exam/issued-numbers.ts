import { studyInstanceUIDOf } from './study-instance-uid.js';

/** What an exam is called where its order brings no name of its own. */
export interface IssuedNumbers {
  readonly accessionNumber: string;
  readonly studyInstanceUID: string;
  readonly requestedProcedureId: string;
  readonly scheduledProcedureStepId: string;
}

const DIGITS = 10;

/** Numbers of at most 16 characters (SH) from the service's running number, and a Study Instance UID from the exam's id. */
export const issuedNumbers = (examId: string, running: number): IssuedNumbers => {
  const digits = String(running).padStart(DIGITS, '0');
  return {
    accessionNumber: `OST${digits}`,
    studyInstanceUID: studyInstanceUIDOf(examId),
    requestedProcedureId: `ORP${digits}`,
    scheduledProcedureStepId: `OSP${digits}`,
  };
};
