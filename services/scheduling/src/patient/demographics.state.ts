import type { Transaction } from '@osteon/event-store';
import type { Demographics } from './demographics.js';

/** What is known about a person, and which version of it. */
export interface KnownDemographics {
  readonly version: number;
  readonly demographics: Demographics;
}

interface Row {
  readonly version: number;
  readonly name: Demographics['name'];
  readonly birth_date: string | null;
  readonly sex: Demographics['sex'];
  readonly ethnic_group: string | null;
}

/** Keeps the first version of what is known about a person. */
export const keepDemographics = (tx: Transaction, patientId: string, known: Demographics): Promise<unknown> =>
  tx.query('insert into patient_demographics (patient_id, version, name, birth_date, sex, ethnic_group) values ($1, 1, $2, $3, $4, $5)', [
    patientId,
    JSON.stringify(known.name),
    known.birthDate ?? null,
    known.sex,
    known.ethnicGroup ?? null,
  ]);

/** The latest version; nothing where the person was erased. */
export const readDemographics = async (tx: Transaction, patientId: string): Promise<KnownDemographics | undefined> => {
  const [row] = await tx.query<Row>(
    'select version, name, birth_date::text as birth_date, sex, ethnic_group from patient_demographics where patient_id = $1',
    [patientId],
  );
  if (!row) return undefined;
  const { version, name, birth_date, sex, ethnic_group } = row;
  return { version, demographics: { name, birthDate: birth_date ?? undefined, sex, ethnicGroup: ethnic_group ?? undefined } };
};
