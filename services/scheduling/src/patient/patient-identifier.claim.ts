import type { Transaction } from '@osteon/event-store';
import type { Identifier } from './demographics.js';

/** An identifier under the id by which events name it. */
export interface KeptIdentifier extends Identifier {
  readonly identifierId: string;
}

/** The claim of an identifier. */
export interface ClaimedIdentifier {
  readonly identifierId: string;
  readonly patientId: string;
  readonly retired: boolean;
}

/** By whom an identifier is claimed; nothing where it is free. */
export const claimOf = async (tx: Transaction, { authority, value }: Identifier): Promise<ClaimedIdentifier | undefined> => {
  const [row] = await tx.query<{ identifier_id: string; patient_id: string; retired: boolean }>(
    'select identifier_id, patient_id, retired from patient_identifiers where authority = $1 and value = $2',
    [authority, value],
  );
  return row && { identifierId: row.identifier_id, patientId: row.patient_id, retired: row.retired };
};

/**
 * Claims an identifier for a patient. Its unique index sends the loser of a race back to look again.
 * Not folded from events, which know no values: erasing a person erases these rows.
 */
export const claimIdentifier = (tx: Transaction, patientId: string, { identifierId, authority, value, type }: KeptIdentifier): Promise<unknown> =>
  tx.query('insert into patient_identifiers (identifier_id, patient_id, authority, value, type) values ($1, $2, $3, $4, $5)', [
    identifierId,
    patientId,
    authority,
    value,
    type ?? null,
  ]);

/** The identifier is not used any more; the claim goes on finding its patient. */
export const retireClaim = (tx: Transaction, identifierId: string): Promise<unknown> =>
  tx.query('update patient_identifiers set retired = true where identifier_id = $1', [identifierId]);
