import type { Cursor, EventStore } from '@osteon/event-store';
import { copyOut } from '../database/copy.js';
import { fillStudies } from '../database/fill-studies.js';
import { durability, openSchema, type Place } from '../database/schema.js';
import { openStudies } from '../database/studies.js';
import { figure, ratio, spread } from '../measure/figures.js';
import { perSecond, timed } from '../measure/rate.js';
import type { Report } from '../measure/report.js';
import type { Size } from '../measure/run-bench.js';

/** From the first fact to the last, as a reader does that was away; returns how many. */
const catchUp = async (store: EventStore, limit: number): Promise<number> => {
  let [after, count]: [Cursor, number] = [{}, 0];
  for (;;) {
    const read = await store.readAll({ after, limit });
    if (read.facts.length === 0) return count;
    after = read.after;
    count += read.facts.length;
  }
};

/** Events of each shard in one read. */
const limits = [50, 500];

/** Reads the whole store beside COPY of the same rows out of it. The schema has the tables of the event store. */
export const measureRead = async (place: Place, { isShort, rounds }: Size): Promise<readonly Report[]> => {
  const schema = await openSchema(place);
  try {
    const count = await fillStudies(schema, isShort ? 40 : 20_000);
    const store = openStudies(schema);
    const found: { read: number[]; copied: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const copied = perSecond({ count, ms: await copyOut(schema, 'events') });
      const read: number[] = [];
      for (const limit of limits) {
        const { ms, result } = await timed(() => catchUp(store, limit));
        if (result !== count) throw new Error(`${result} of ${count} events were read`);
        read.push(perSecond({ count, ms }));
      }
      found.push({ read, copied });
    }
    const copied = found.map((each) => each.copied);
    const rows = limits.map((limit, which) => {
      const read = found.map((each) => each.read[which] ?? NaN);
      return [`reads of ${limit} of each shard`, spread(read), spread(copied), figure(ratio(read, copied))];
    });
    return [
      {
        title: 'Catch-up read',
        durable: `nothing is written here; what is read was: ${await durability(schema)}`,
        notes: [`${count.toLocaleString('en')} events of 440 bytes, from the first to the last. COPY: the same rows to nowhere, on the server.`],
        head: ['events a second', 'Osteon', 'COPY', 'ratio'],
        rows,
        floors: [],
      },
    ];
  } finally {
    await schema.close();
  }
};
