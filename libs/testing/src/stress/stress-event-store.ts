import { openEventStore, type Cursor, type EventStore } from '@osteon/event-store';
import { context } from '../context.js';
import { serviceDatabase, type ServiceTestDatabase } from '../databases.js';
import { msFrank } from '../people.js';
import { restoreInto } from './backup.js';
import { countOn, counters } from './counters.js';
import { factReader, faultsOf, messageReader, tail, type Faults, type Tail } from './tailing.js';

const writers = 10;
const streams = 12;

/** What came of one store under stress. */
export interface StressReport {
  readonly store: string;
  readonly appended: number;
  /** Decisions that met another writer and ran again. */
  readonly ranAgain: number;
  /** Facts whose number is not their version. */
  readonly wrong: number;
  readonly readers: readonly (Faults & { readonly reader: string; readonly seen: number })[];
}

interface Stressed {
  readonly database: ServiceTestDatabase;
  readonly store: EventStore;
}

const openStressed = async (): Promise<Stressed> => {
  const database = await serviceDatabase('scheduling');
  const store = openEventStore({ service: 'scheduling', transactions: database.transactions, aggregates: [counters], projections: [] });
  return { database, store };
};

/** Every third transaction decides on two streams, of two shards as a rule. */
const writing = async ({ store }: Stressed, until: number): Promise<{ appended: number; ran: number }> => {
  let [appended, ran] = [0, 0];
  const write = async (writer: number): Promise<void> => {
    for (let turn = 0; Date.now() < until; turn += 1) {
      const ids = [`s${(turn * 7 + writer) % streams}`, ...(turn % 3 === 0 ? [`s${(turn + writer * 3) % streams}`] : [])];
      await store.transact(context(msFrank), async (unit) => {
        for (const id of ids) {
          await unit.decide(counters, id, (counter) => {
            ran += 1;
            return countOn(counter);
          });
        }
      });
      appended += ids.length;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return { appended, ran };
};

/** Versions up to which each stream has come, as far as a cursor reaches; without one, all. */
const versionsOf = async ({ database }: Stressed, upTo?: Cursor): Promise<Map<string, number>> => {
  const reached = JSON.stringify(upTo ?? null);
  const { rows } = await database.pool.query<{ id: string; version: number }>(
    `select stream_id as id, max(stream_version)::int as version from events
      where $1::jsonb = 'null' or position <= coalesce(($1::jsonb->>shard::text)::bigint, 0) group by stream_id`,
    [reached],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
};

const ranges = (to: ReadonlyMap<string, number>, from: ReadonlyMap<string, number> = new Map()) =>
  new Map([...to].map(([id, version]) => [id, { from: from.get(id) ?? 0, to: version }]));

const wrongIn = async ({ database }: Stressed): Promise<number> => {
  const { rows } = await database.pool.query<{ wrong: number }>(`select count(*)::int as wrong from events where (data->>'count')::int <> stream_version`);
  return rows[0]?.wrong ?? -1;
};

const stressed = async (name: string, on: Stressed, { until, goingOn, halfway }: { until: number; goingOn?: Cursor; halfway?: (facts: Tail) => Promise<void> }): Promise<StressReport> => {
  let written = false;
  const isWritten = (): boolean => written;
  const before = await versionsOf(on, goingOn ?? {});
  const facts = tail(factReader(on.store), isWritten);
  const others: [string, Tail][] = [['messages', tail(messageReader(on.database.pool), isWritten)]];
  if (goingOn) others.push(['facts, from a cursor of before the backup', tail(factReader(on.store), isWritten, goingOn)]);
  const ended = writing(on, until).finally(() => {
    written = true;
  });
  await Promise.all([ended, halfway?.(facts)]);
  const { appended, ran } = await ended;
  const to = await versionsOf(on);
  const report = async ([reader, { seen }]: [string, Tail], from?: ReadonlyMap<string, number>) => {
    const all = await seen;
    return { reader, seen: all.length, ...faultsOf(all, ranges(to, from)) };
  };
  const [messages, cursor] = others;
  const readers = [await report(['facts', facts]), ...(messages ? [await report(messages)] : []), ...(cursor ? [await report(cursor, before)] : [])];
  return { store: name, appended, ranAgain: ran - appended, wrong: await wrongIn(on), readers };
};

/**
 * Ten writers on twelve streams and two tailing readers for so many seconds; halfway a backup is taken. The same again on the restored
 * backup, where one more reader goes on from where it stood before the backup was taken.
 */
export const stressEventStore = async (seconds: number): Promise<readonly StressReport[]> => {
  const [live, restored] = [await openStressed(), await openStressed()];
  try {
    const cursors: Cursor[] = [];
    const halfway = async (facts: Tail): Promise<void> => {
      await new Promise((half) => setTimeout(half, seconds * 500));
      cursors.push(facts.cursor());
      await restoreInto(live.database.pool, restored.database.pool);
    };
    const first = await stressed('live', live, { until: Date.now() + seconds * 1000, halfway });
    const second = await stressed('restored backup', restored, { until: Date.now() + seconds * 1000, goingOn: cursors[0] });
    return [first, second];
  } finally {
    await Promise.all([live.database.close(), restored.database.close()]);
  }
};
