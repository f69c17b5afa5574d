import type { Transaction } from '@osteon/event-store';
import type { Identifier } from './demographics.js';
import { claimOf } from './patient-identifier.claim.js';

/** One person, whatever they were registered as before merges. */
export interface SamePerson {
  /** The patient into whom all the others were merged. */
  readonly survivorId: string;
  /** All of them, the survivor too. */
  readonly patientIds: readonly string[];
}

/** Who is one person with a patient. */
export const samePerson = async (tx: Transaction, patientId: string): Promise<SamePerson> => {
  const rows = await tx.query<{ patient_id: string; survivor_id: string }>('select patient_id, survivor_id from same_person($1)', [patientId]);
  return { survivorId: rows[0]?.survivor_id ?? patientId, patientIds: rows.map((row) => row.patient_id) };
};

/** The patient whom an identifier names now: after a merge the survivor, also by the numbers of the others. */
export const patientOf = async (tx: Transaction, identifier: Identifier): Promise<string | undefined> => {
  const claimed = await claimOf(tx, identifier);
  return claimed && (await samePerson(tx, claimed.patientId)).survivorId;
};
