import { scheduling, type Contract } from '@osteon/contracts';
import type { Transaction } from '@osteon/event-store';

/** One state of something, as it comes from a compacted topic; `body: null` is a tombstone. */
export interface SaidState {
  readonly key: string;
  /** From `ce_streamversion`; counts for tombstones only, a body brings its own. */
  readonly version: number;
  readonly body: unknown;
  /** The version that is known is taken over once more: heals a copy that was changed. */
  readonly again?: boolean;
}

/** What the transport needs to keep a copy of a compacted topic. */
export interface ReplicaFeed {
  readonly contract: Contract;
  /** Takes a state over if its version is higher; true if it did. A tombstone is the last word: nothing comes after it. */
  apply(tx: Transaction, said: SaidState): Promise<boolean>;
  /** Whether it would. */
  isNews(tx: Transaction, said: SaidState): Promise<boolean>;
}

/** A copy of another service's state, and the questions to it. */
export interface Replica<T> extends ReplicaFeed {
  /** Undefined where it is not known, or erased. */
  find(tx: Transaction, id: string): Promise<T | undefined>;
  /** By id; what is not known or erased is not in it. */
  many(tx: Transaction, ids: readonly string[]): Promise<Map<string, T>>;
  all(tx: Transaction): Promise<T[]>;
  /** At least that version is here, or a tombstone. */
  hasReached(tx: Transaction, id: string, version: number): Promise<boolean>;
}

interface ReplicaTable {
  readonly table: string;
  /** Where it is read, if not there. */
  readonly view?: string;
  readonly id: string;
  readonly idType: 'uuid' | 'text';
}

/** An older state never comes over a newer one, and nothing over a tombstone; again: the same version once more. */
const isNewer = (table: string, { version, tombstone, again }: { version: string; tombstone: string; again: string }): string =>
  `not ${table}.tombstone and (${tombstone} or ${version} > ${table}.version or (${again}::boolean and ${version} = ${table}.version))`;

const replica = <T extends { version: number }>(contract: Contract<T>, { table, view = table, id, idType }: ReplicaTable): Replica<T> => {
  const upsert = `
    insert into ${table} (${id}, version, tombstone, body) values ($1, $2, $3, $4)
    on conflict (${id}) do update
       set version = greatest(${table}.version, excluded.version), tombstone = excluded.tombstone, body = excluded.body
     where ${isNewer(table, { version: 'excluded.version', tombstone: 'excluded.tombstone', again: '$5' })}
    returning version`;
  const asked = `select not exists (select from ${table} where ${id} = $1 and not (${isNewer(table, { version: '$2::bigint', tombstone: '$3::boolean', again: '$4' })})) as news`;
  const select = `select ${id}::text as id, body from ${view} where not tombstone`;

  const many = async (tx: Transaction, ids: readonly string[]): Promise<Map<string, T>> => {
    const rows = await tx.query<{ id: string; body: unknown }>(`${select} and ${id} = any($1::${idType}[])`, [ids]);
    return new Map(rows.map((row) => [row.id, contract.heard.parse(row.body)]));
  };
  return {
    contract,
    apply: async (tx, { key, version, body, again = false }) => {
      const state = body === null ? null : contract.heard.parse(body);
      const values = [key, state?.version ?? version, state === null, state === null ? null : JSON.stringify(state), again];
      return (await tx.query(upsert, values)).length > 0;
    },
    isNews: async (tx, { key, version, body, again = false }) => {
      const state = body === null ? null : contract.heard.parse(body);
      const [answer] = await tx.query<{ news: boolean }>(asked, [key, state?.version ?? version, state === null, again]);
      return answer?.news ?? true;
    },
    find: async (tx, key) => (await many(tx, [key])).get(key),
    many,
    all: async (tx) =>
      (await tx.query<{ body: unknown }>(`${select} order by ${id}`)).map(({ body }) => contract.heard.parse(body)),
    hasReached: async (tx, key, version) =>
      (await tx.query(`select 1 from ${table} where ${id} = $1 and (tombstone or version >= $2)`, [key, version])).length > 0,
  };
};

/** Demographics, from the topic `patients`: table `replica_patients`. Who was merged is found by the old id, and is who they are now. */
export const patientsReplica = replica(scheduling.Patient, { table: 'replica_patients', view: 'known_patients', id: 'patient_id', idType: 'uuid' });

/** Facilities with their senders, devices and receivers, from the topic `sites`: table `replica_sites`. */
export const sitesReplica = replica(scheduling.Site, { table: 'replica_sites', id: 'facility_id', idType: 'text' });
