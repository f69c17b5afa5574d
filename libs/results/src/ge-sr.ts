import { itemOf, itemsOf, textOf, type Keywords } from '@osteon/dicom';
import { geScans } from './ge-names.js';
import { geFields, readRows, type WrittenRow } from './ge-row.js';
import { readTrends, type DocumentPlace, type WrittenTrend } from './ge-trend.js';
import type { Written } from './measured-value.js';
import { nothing, together, type Field, type Findings } from './study.js';

/** An item of the content tree: what it is called, and what it says. */
interface Item {
  readonly name: string;
  readonly written?: Written;
  readonly items: readonly Item[];
}

const meaningOf = (item: Keywords, sequence: string): string => textOf(itemOf(item, sequence) ?? {}, 'CodeMeaning') ?? '';

const measured = (item: Keywords): Written | undefined => {
  const value = itemOf(item, 'MeasuredValueSequence');
  const text = value && textOf(value, 'NumericValue');
  const unit = value && textOf(itemOf(value, 'MeasurementUnitsCodeSequence') ?? {}, 'CodeValue');
  return text === undefined ? undefined : { text, unit };
};

/** T- and Z-scores are TEXT in enCORE, everything else is NUM; a date may be DATE or TEXT. */
const writtenOf = (item: Keywords): Written | undefined => {
  const text = textOf(item, 'TextValue') ?? textOf(item, 'Date');
  return text === undefined ? measured(item) : { text };
};

const treeOf = (item: Keywords): Item => ({
  name: meaningOf(item, 'ConceptNameCodeSequence'),
  written: writtenOf(item),
  items: itemsOf(item, 'ContentSequence').map(treeOf),
});

const isTrend = ({ name }: Item): boolean => name.startsWith('Trend ');

/** The scans of a tree, wherever they hang. */
const scansOf = (item: Item): Item[] => (item.name in geScans ? [item] : item.items.flatMap(scansOf));

const valuesOf = (region: Item): Partial<Record<Field, Written>> =>
  Object.fromEntries(
    region.items.flatMap(({ name, written }) => {
      const field = geFields[name];
      return field === undefined || written === undefined ? [] : [[field, written]];
    }),
  );

const rowOf = (scan: Item, region: Item, sopInstanceUID: string): WrittenRow => ({
  scan: scan.name,
  region: region.name,
  values: valuesOf(region),
  reference: region.items.find(({ name }) => name === 'REFERENCE')?.written?.text,
  source: { kind: 'ge-sr', sopInstanceUID, at: `${scan.name}/${region.name}` },
});

const trendOf = (scan: Item, trend: Item): WrittenTrend => ({
  scan: scan.name,
  region: trend.name.replace(/^Trend /, ''),
  at: `${scan.name}/${trend.name}`,
  points: trend.items.flatMap((exam) => {
    const bmd = exam.items.find(({ name }) => name === 'BMD')?.written;
    return bmd === undefined ? [] : [{ date: exam.name, bmd }];
  }),
});

/**
 * The numbers of a GE Lunar (enCORE) Enhanced SR: containers by scan, by region, then BMD, BMC, AREA as NUM and the scores as
 * TEXT; "Trend ..." beside the regions. Nothing where no container has the name of a scan.
 */
export const readGeSr = (sr: Keywords, place: DocumentPlace): Findings => {
  const scans = scansOf(treeOf(sr));
  const regions = scans.flatMap((scan) => scan.items.filter((item) => !isTrend(item)).map((region) => ({ scan, region })));
  const rows = regions.map(({ scan, region }) => rowOf(scan, region, place.sopInstanceUID));
  const trends = scans.flatMap((scan) => scan.items.filter(isTrend).map((trend) => trendOf(scan, trend)));
  return scans.length === 0
    ? nothing
    : together([readRows(rows.filter(({ values }) => Object.keys(values).length > 0)), readTrends(trends, place)]);
};
