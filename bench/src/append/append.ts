import { copiedRows } from '../database/copy.js';
import { durability, openSchema, setFlush, type Flush, type Place, type Schema } from '../database/schema.js';
import { makeStudyRows } from '../database/studies.js';
import { figure, median, ratio, spread } from '../measure/figures.js';
import { perSecond } from '../measure/rate.js';
import { atLeast, type Report } from '../measure/report.js';
import type { Size } from '../measure/run-bench.js';
import { appendTurns } from './append-turns.js';
import { plainInserts } from './plain-inserts.js';
import { variants, type Variant } from './variants.table.js';

/** What one round found of one variant: all a second. */
interface Found {
  readonly transactions: number;
  readonly events: number;
  readonly copied: number;
  readonly plain: number;
  readonly runs: number;
}

const measureOnce = async (schema: Schema, variant: Variant, forMs: number): Promise<Found> => {
  const appended = await appendTurns(schema, variant, forMs);
  const rows = await copiedRows(schema, ['events', 'outbox']);
  const copied = { count: rows.count, ms: await rows.copyIn() };
  const plain = await plainInserts(schema, variant, forMs / 2);
  return {
    transactions: (appended.turns / appended.ms) * 1000,
    events: perSecond(appended),
    copied: perSecond(copied),
    plain: perSecond(plain),
    runs: appended.runs,
  };
};

const rounds = async (schema: Schema, { isShort, rounds: count }: Size): Promise<Map<Variant, Found[]>> => {
  const found = new Map<Variant, Found[]>(variants.map((variant) => [variant, []]));
  for (let round = 0; round < count; round += 1)
    for (const variant of variants) found.get(variant)?.push(await measureOnce(schema, variant, isShort ? 60 : 2000));
  return found;
};

const row = ({ name }: Variant, found: readonly Found[]): string[] => {
  const of = (which: keyof Found): number[] => found.map((each) => each[which]);
  return [
    name,
    spread(of('transactions')),
    spread(of('events')),
    figure(median(of('runs'))),
    figure(median(of('copied'))),
    figure(ratio(of('events'), of('copied'))),
    figure(median(of('plain'))),
    figure(ratio(of('events'), of('plain'))),
  ];
};

const best = (found: Map<Variant, Found[]>, which: 'transactions' | 'events'): number =>
  Math.max(...[...found.values()].map((each) => median(each.map((one) => one[which]))));

const said: Readonly<Record<Flush, string>> = {
  fast: 'the flush of this disk',
  slow: 'each flush 3 ms later (commit_delay), as disks of clouds do',
};

const head = ['a second', 'transactions', 'events', 'runs of a rule', 'COPY, events', 'ratio', 'plain INSERT, events', 'ratio'];

const measure = async (place: Place, flush: Flush, size: Size): Promise<Report> => {
  const setting = await openSchema(place);
  await setFlush(setting, flush).finally(() => setting.close());
  const schema = await openSchema(place);
  try {
    await makeStudyRows(schema);
    const found = await rounds(schema, size);
    return {
      title: `Append, ${said[flush]}`,
      durable: await durability(schema),
      notes: [
        'In a transaction: the stream read, the rule, an event of 440 bytes with a published message each, the lock of the shard, the commit.',
        'COPY: the same rows of events and outbox, from a file on the server, in one transaction. Plain INSERT: the same rows by as many writers in transactions of the same size, with nothing read, decided or locked.',
      ],
      head,
      rows: [...found].map(([variant, each]) => row(variant, each)),
      floors: [
        atLeast('transactions', { asked: 1000, found: best(found, 'transactions'), unit: 'a second' }),
        atLeast('events', { asked: 8000, found: best(found, 'events'), unit: 'a second' }),
      ],
    };
  } finally {
    await schema.close();
  }
};

/** Appends beside COPY and plain INSERT of the same rows, with a fast and a slow flush. The schema has the tables of the event store. */
export const measureAppend = async (place: Place, size: Size): Promise<readonly Report[]> => [
  await measure(place, 'fast', size),
  await measure(place, 'slow', size),
];
