import { serviceDatabase } from '@osteon/testing';
import { measureAppend } from './append/append.js';
import { variants } from './append/variants.table.js';
import type { Place } from './database/schema.js';
import type { Report } from './measure/report.js';
import { measureRead } from './read/read.js';
import { measureRebuild } from './rebuild/rebuild.js';

const short = { isShort: true, rounds: 1 };

const onFreshSchema = async (measure: (place: Place) => Promise<readonly Report[]>): Promise<readonly Report[]> => {
  const database = await serviceDatabase('reading');
  return measure(database).finally(() => database.close());
};

/** Every cell but the first is a figure: nothing was left out or divided by nothing. */
const expectFigures = ({ rows }: Report): void => {
  for (const [what = '', ...cells] of rows) for (const cell of cells) expect([what, cell]).toEqual([what, expect.stringMatching(/^[\d,.]+$/)]);
};

it('appends in every variant, with both flushes', async () => {
  const reports = await onFreshSchema((place) => measureAppend(place, short));
  expect(reports.map(({ rows }) => rows.map(([what]) => what))).toEqual([variants, variants].map((each) => each.map(({ name }) => name)));
  reports.forEach(expectFigures);
});

it('says of a Postgres that keeps nothing that it keeps nothing', async () => {
  const [report] = await onFreshSchema((place) => measureRead(place, short));
  expect(report?.durable).toContain('fsync off');
});

it('rebuilds and reads every event', async () => {
  const reports = [...(await onFreshSchema((place) => measureRebuild(place, short))), ...(await onFreshSchema((place) => measureRead(place, short)))];
  expect(reports.map(({ rows }) => rows.length)).toEqual([2, 2]);
  reports.forEach(expectFigures);
});
