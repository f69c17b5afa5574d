import type { Transaction } from '@osteon/event-store';
import type { Demographics } from './demographics.js';

/** What is known about a person, which version of it, and the newest word (MSH-7, UTC) that it comes from. */
export interface KnownDemographics {
  readonly version: number;
  readonly demographics: Demographics;
  readonly saidAt?: string;
}

interface Row {
  readonly version: number;
  readonly name: Demographics['name'];
  readonly birth_date: string | null;
  readonly sex: Demographics['sex'];
  readonly ethnic_group: string | null;
  readonly said_at: Date | null;
}

/** Keeps a version of what is known about a person, instead of the one before. */
export const keepDemographics = (tx: Transaction, patientId: string, { version, demographics, saidAt }: KnownDemographics): Promise<unknown> =>
  tx.query(
    `insert into patient_demographics (patient_id, version, name, birth_date, sex, ethnic_group, said_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (patient_id) do update set version = excluded.version, name = excluded.name, birth_date = excluded.birth_date, sex = excluded.sex,
       ethnic_group = excluded.ethnic_group, said_at = excluded.said_at`,
    [
      patientId,
      version,
      JSON.stringify(demographics.name),
      demographics.birthDate ?? null,
      demographics.sex,
      demographics.ethnicGroup ?? null,
      saidAt ?? null,
    ],
  );

/** The latest version; nothing where the person was erased. */
export const readDemographics = async (tx: Transaction, patientId: string): Promise<KnownDemographics | undefined> => {
  const [row] = await tx.query<Row>(
    'select version, name, birth_date::text as birth_date, sex, ethnic_group, said_at from patient_demographics where patient_id = $1',
    [patientId],
  );
  if (!row) return undefined;
  const { version, name, birth_date, sex, ethnic_group, said_at } = row;
  const demographics = { name, birthDate: birth_date ?? undefined, sex, ethnicGroup: ethnic_group ?? undefined };
  return { version, demographics, saidAt: said_at?.toISOString() };
};

/** Gives what is known the next version, unchanged itself. */
export const countVersion = (tx: Transaction, patientId: string): Promise<unknown> =>
  tx.query('update patient_demographics set version = version + 1 where patient_id = $1', [patientId]);
