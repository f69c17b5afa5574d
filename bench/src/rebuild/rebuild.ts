import { copiedRows } from '../database/copy.js';
import { fillStudies } from '../database/fill-studies.js';
import { durability, openSchema, type Place } from '../database/schema.js';
import { makeStudyRows, openStudies, studyRows } from '../database/studies.js';
import { figure, median, ratio, spread } from '../measure/figures.js';
import { perSecond, timed } from '../measure/rate.js';
import { atLeast, type Report } from '../measure/report.js';
import type { Size } from '../measure/run-bench.js';

/** Rebuilds a projection beside COPY of the facts that it folds. The schema has the tables of the event store. */
export const measureRebuild = async (place: Place, { isShort, rounds }: Size): Promise<readonly Report[]> => {
  const schema = await openSchema(place);
  try {
    await makeStudyRows(schema);
    const count = await fillStudies(schema, isShort ? 40 : 20_000);
    const store = openStudies(schema, [studyRows]);
    const rows = await copiedRows(schema, ['events']);
    const found: { rebuilt: number; verified: number; copied: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const copied = perSecond({ count, ms: await rows.copyIn() });
      const rebuilt = await timed(() => store.rebuild(studyRows.name));
      if (rebuilt.result !== count) throw new Error(`${rebuilt.result} of ${count} facts were folded`);
      const verified = await timed(() => store.verify(studyRows.name));
      if (verified.result.missing + verified.result.surplus > 0) throw new Error('the rebuilt projection differs from its facts');
      found.push({ rebuilt: perSecond({ count, ms: rebuilt.ms }), verified: perSecond({ count, ms: verified.ms }), copied });
    }
    const of = (which: 'rebuilt' | 'verified' | 'copied'): number[] => found.map((each) => each[which]);
    const row = (what: string, which: 'rebuilt' | 'verified'): string[] => [what, spread(of(which)), spread(of('copied')), figure(ratio(of(which), of('copied')))];
    return [
      {
        title: 'Rebuild',
        durable: await durability(schema),
        notes: [`${count.toLocaleString('en')} events of 440 bytes in streams of 5, side by side; each makes or changes one row. COPY: the same events into an empty table with the same indexes, from a file on the server.`],
        head: ['events a second', 'Osteon', 'COPY', 'ratio'],
        rows: [row('rebuild', 'rebuilt'), row('verify', 'verified')],
        floors: [atLeast('rebuild', { asked: 50_000, found: median(of('rebuilt')), unit: 'events a second' })],
      },
    ];
  } finally {
    await schema.close();
  }
};
