import { eventRow, insertRows, type Row } from './insert-rows.js';
import { atNine, examIdOf, review, studies } from './studies.js';
import type { Schema } from './schema.js';

/** So many facts has each study. */
export const factsOfStudy = 5;
const studiesAtOnce = 500;

const rowsOf = (study: number): Row[] => {
  const id = examIdOf(study);
  return review(id, factsOfStudy)(studies.initial, atNine).map(({ type, data }, n) => eventRow({ aggregate: studies.name, id, version: n + 1, type, data, at: atNine.at }));
};

/** Studies whose facts lie in the store as if they had been appended side by side: the first of all, then the second of all. */
export const fillStudies = async ({ pool }: Schema, count: number): Promise<number> => {
  await pool.query('truncate events, outbox');
  for (let from = 0; from < count; from += studiesAtOnce) {
    const some = Array.from({ length: Math.min(studiesAtOnce, count - from) }, (_, n) => rowsOf(from + n));
    const side = Array.from({ length: factsOfStudy }, (_, version) => some.flatMap((rows) => rows.slice(version, version + 1)));
    await insertRows(pool, 'events', side.flat());
  }
  await pool.query('analyze events');
  return count * factsOfStudy;
};
