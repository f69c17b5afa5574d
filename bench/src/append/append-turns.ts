import { openStudies, atNine, examIdOf, review, studies, studyRows } from '../database/studies.js';
import type { Schema } from '../database/schema.js';
import { rateOf, type Rate } from '../measure/rate.js';
import { turnsOfStream, type Variant } from './variants.table.js';

/** What appending came to. */
export interface Appended extends Rate {
  /** How often a rule ran for each transaction: more than once where another writer was quicker. */
  readonly runs: number;
}

/** Which stream a writer takes. Shared ones are taken in another order by each, and all move on together. */
const streamOf = ({ writers, sharedStreams }: Variant, writer: number, turn: number): number => {
  const generation = Math.floor(turn / turnsOfStream);
  if (sharedStreams === undefined) return generation * writers + writer;
  return generation * sharedStreams + ((turn * 7 + writer * 5) % sharedStreams);
};

/** Appends through the store until the time is over; the tables are empty before. */
export const appendTurns = async (schema: Schema, variant: Variant, forMs: number): Promise<Appended> => {
  await schema.pool.query('truncate events, outbox, bench_studies');
  const store = openStudies(schema, variant.hasProjection ? [studyRows] : []);
  let runs = 0;
  const rate = await rateOf(variant.writers, forMs, async (writer, turn) => {
    const examId = examIdOf(streamOf(variant, writer, turn));
    const { events } = await store.decide(
      studies,
      examId,
      (study, context) => {
        runs += 1;
        return review(examId, variant.batch)(study, context);
      },
      atNine,
    );
    return events.length;
  });
  return { ...rate, runs: runs / rate.turns };
};
