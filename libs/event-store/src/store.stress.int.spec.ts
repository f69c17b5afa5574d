import { context, msFrank } from '@osteon/testing';
import type { Aggregate } from './aggregate.js';
import type { Cursor } from './read-all.js';
import { openBookingDesk, type BookingDesk } from './testing/booking-desk.js';

const seconds = Number(process.env.OSTEON_STRESS_SECONDS ?? 10);
const writers = 10;
const streams = 12;

/** A counter: each fact names the number it must have, so that a lost or doubled one is seen. */
type Counted = { readonly type: 'Counted'; readonly data: { readonly count: number } };

const counters: Aggregate<number, Counted> = {
  name: 'counter',
  initial: 0,
  evolve: (_, { data }) => data.count,
  facilityOf: () => 'NORTH',
  published: { Counted: ({ event }) => ({ contract: { type: 'counted', topic: 'counters', version: 1, schema: { parse: (it) => it } }, data: event.data }) },
};

let desk: BookingDesk;
beforeAll(async () => {
  desk = await openBookingDesk();
});
afterAll(() => desk.database.close());

interface Seen {
  readonly streamId: string;
  readonly version: number;
}

/** A reader that goes on from its cursor, as a relay does, until everything is written and it comes to the end. */
const tailing = async (read: (after: Cursor) => Promise<{ seen: Seen[]; after: Cursor }>, written: () => boolean): Promise<Seen[]> => {
  const all: Seen[] = [];
  let after: Cursor = {};
  for (;;) {
    const ended = written();
    const next = await read(after);
    all.push(...next.seen);
    after = next.after;
    if (ended && next.seen.length === 0) return all;
  }
};

const outOfOrder = (seen: readonly Seen[]): Seen[] => {
  const last = new Map<string, number>();
  return seen.filter(({ streamId, version }) => {
    const expected = (last.get(streamId) ?? 0) + 1;
    last.set(streamId, version);
    return version !== expected;
  });
};

/** The outbox by a cursor per shard, as messaging reads it. */
const outbox = async (after: Cursor): Promise<{ seen: Seen[]; after: Cursor }> => {
  const rows = await desk.sql<{ shard: number; position: string; subject: string; version: string }>(
    `select o.shard, o.position, o.headers->>'ce_subject' as subject, o.headers->>'ce_streamversion' as version
       from unnest($1::smallint[], $2::bigint[]) as c (shard, after)
      cross join lateral (select * from outbox where shard = c.shard and position > c.after order by position limit 50) o
      order by o.position`,
    [Array.from({ length: 12 }, (_, shard) => shard), Array.from({ length: 12 }, (_, shard) => after[shard] ?? 0)],
  );
  return {
    seen: rows.map(({ subject, version }) => ({ streamId: subject, version: Number(version) })),
    after: { ...after, ...Object.fromEntries(rows.map(({ shard, position }) => [shard, Number(position)])) },
  };
};

const facts = async (after: Cursor): Promise<{ seen: Seen[]; after: Cursor }> => {
  const read = await desk.store.readAll({ after, limit: 50 });
  return { seen: read.facts.map(({ streamId, streamVersion }) => ({ streamId, version: streamVersion })), after: read.after };
};

it(
  `ten writers and two readers for ${seconds} s: nothing is missed, and nothing is out of order within a stream`,
  async () => {
    const until = Date.now() + seconds * 1000;
    let [appended, ran] = [0, 0];
    const count = (counter: number): Counted[] => {
      ran += 1;
      return [{ type: 'Counted', data: { count: counter + 1 } }];
    };
    // Every third transaction decides on two streams, of two shards as a rule.
    const write = async (writer: number): Promise<void> => {
      for (let turn = 0; Date.now() < until; turn += 1) {
        const ids = [`s${(turn * 7 + writer) % streams}`, ...(turn % 3 === 0 ? [`s${(turn + writer * 3) % streams}`] : [])];
        await desk.store.transact(context(msFrank), async (unit) => {
          for (const id of ids) await unit.decide(counters, id, count);
        });
        appended += ids.length;
      }
    };
    let written = false;
    const reading = [tailing(facts, () => written), tailing(outbox, () => written)];
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer))).finally(() => {
      written = true;
    });
    const [seenFacts, seenMessages] = await Promise.all(reading);

    expect(appended).toBeGreaterThan(100);
    expect(ran).toBeGreaterThan(appended);
    for (const seen of [seenFacts ?? [], seenMessages ?? []]) {
      expect(outOfOrder(seen)).toEqual([]);
      expect(seen).toHaveLength(appended);
    }
    const [wrong] = await desk.sql(`select count(*)::int as wrong from events where (data->>'count')::int <> stream_version`);
    expect(wrong).toEqual({ wrong: 0 });
  },
  (seconds + 60) * 1000,
);
