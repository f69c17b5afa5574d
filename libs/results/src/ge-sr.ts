import { geFields, isGeScan, nameGeRegion, sidesOfGeRegion } from './ge-names.js';
import type { Written } from './measured-value.js';
import type { Item } from './sr-tree.js';
import { together, type Field, type Findings } from './study.js';
import { readRows, type WrittenRow } from './written-row.js';
import { readTrends, type DocumentPlace, type WrittenTrend } from './written-trend.js';

const nameOf = ({ concept }: Item): string => concept.meaning;

const isTrend = (item: Item): boolean => nameOf(item).startsWith('Trend ');

const isContainer = ({ items }: Item): boolean => items.length > 0;

/** The scans of a tree, wherever they hang. */
const scansOf = (item: Item): Item[] => (isGeScan(nameOf(item)) && isContainer(item) ? [item] : item.items.flatMap(scansOf));

const valuesOf = (region: Item): Partial<Record<Field, Written>> =>
  Object.fromEntries(
    region.items.flatMap((item) => {
      const field = geFields[nameOf(item)];
      return field === undefined || item.written === undefined ? [] : [[field, item.written]];
    }),
  );

const rowOf = (scan: Item, region: Item, { sopInstanceUID, protocol }: DocumentPlace): WrittenRow => ({
  named: nameGeRegion(nameOf(scan), nameOf(region), protocol),
  values: valuesOf(region),
  reference: region.items.find((item) => nameOf(item) === 'REFERENCE')?.written?.text,
  source: { kind: 'ge-sr', sopInstanceUID, at: `${nameOf(scan)}/${nameOf(region)}` },
});

const trendOf = (scan: Item, trend: Item, { protocol }: DocumentPlace): WrittenTrend => {
  const [name, region] = [nameOf(scan), nameOf(trend).replace(/^Trend /, '')];
  return {
    named: nameGeRegion(name, region, protocol),
    candidates: sidesOfGeRegion(name, region),
    at: `${name}/${nameOf(trend)}`,
    points: trend.items.flatMap((exam) => {
      const bmd = exam.items.find((item) => nameOf(item) === 'BMD')?.written;
      return bmd === undefined ? [] : [{ date: nameOf(exam), bmd }];
    }),
  };
};

/** Whether this tree is one of enCORE: a container has the name of one of its scans, and a value one of its names. */
export const isGeSr = (tree: Item): boolean =>
  scansOf(tree).some((scan) =>
    scan.items.some((region) => isTrend(region) || region.items.some((item) => Object.hasOwn(geFields, nameOf(item)))),
  );

/**
 * The numbers of a GE Lunar (enCORE) Enhanced SR: containers by scan, by region, then BMD, BMC, AREA as NUM and the scores as
 * TEXT; "Trend ..." beside the regions, its values never mistaken for a region's.
 */
export const readGeSr = (tree: Item, place: DocumentPlace): Findings => {
  const scans = scansOf(tree);
  const regions = scans.flatMap((scan) => scan.items.filter((item) => !isTrend(item)).map((region) => ({ scan, region })));
  const rows = regions.map(({ scan, region }) => rowOf(scan, region, place));
  const trends = scans.flatMap((scan) => scan.items.filter(isTrend).map((trend) => trendOf(scan, trend, place)));
  const read = readRows(rows.filter(({ values }) => Object.keys(values).length > 0));
  return together([read, readTrends(trends, place, { rows: read.rows })]);
};
