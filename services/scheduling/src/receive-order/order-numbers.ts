import { Hl7Error, type Message } from '@osteon/hl7';
import type { scheduling } from '@osteon/contracts';
import { isShortString, isUniqueIdentifier } from '../exam/dicom-value.js';
import { firstFilled } from '../hl7-fields/first-filled.js';

/** What the order calls the exam. Absent: Osteon issues it. */
export interface BroughtNumbers {
  readonly accessionNumber?: string;
  readonly studyInstanceUID?: string;
  readonly requestedProcedureId?: string;
  readonly scheduledProcedureStepId?: string;
  /** Theirs, too long for the worklist: kept in the record. */
  readonly theirs?: { readonly requestedProcedureId?: string; readonly scheduledProcedureStepId?: string };
}

const legal = (order: Message, positions: readonly string[], isLegal: (value: string) => boolean, text: string): string | undefined => {
  const found = firstFilled(order, positions);
  if (found && !isLegal(found.value)) throw new Hl7Error('102', found.at, text);
  return found?.value;
};

const fitting = (value: string | undefined): string | undefined => (value !== undefined && isShortString(value) ? value : undefined);
const unfitting = (value: string | undefined): string | undefined => (value !== undefined && !isShortString(value) ? value : undefined);

/**
 * Accession number and Study Instance UID must be legal as they are (else 102): they find the exam again.
 * The ids of procedure and step are only labels: where theirs does not fit, ours stands in the worklist.
 */
export const broughtNumbers = (order: Message, sender: scheduling.SiteSender): BroughtNumbers => {
  const accessionAt = ['IPC-1', 'OBR-18', ...(sender.accessionNumberAt ? [sender.accessionNumberAt] : [])];
  const procedure = firstFilled(order, ['IPC-2', 'OBR-19'])?.value;
  const step = firstFilled(order, ['IPC-4', 'OBR-20'])?.value;
  const theirs = { requestedProcedureId: unfitting(procedure), scheduledProcedureStepId: unfitting(step) };
  return {
    accessionNumber: legal(order, accessionAt, isShortString, 'an accession number of at most 16 characters without backslash'),
    studyInstanceUID: legal(order, ['IPC-3', 'ZDS-1'], isUniqueIdentifier, 'a Study Instance UID of digits and dots, at most 64 characters'),
    requestedProcedureId: fitting(procedure),
    scheduledProcedureStepId: fitting(step),
    ...(theirs.requestedProcedureId || theirs.scheduledProcedureStepId ? { theirs } : {}),
  };
};
