import type { ValueSource } from '@osteon/contracts';
import { Decimal as Big } from 'decimal.js';
import { columnOf, headingOf, withoutTags, type Column } from './columns.js';
import { readValue, type Written } from './measured-value.js';
import { nameRegion, splitSide } from './region-names.js';
import type { Field, Place } from './study.js';
import type { WrittenRow } from './written-row.js';

export type Table = readonly (readonly string[])[];

/** Where a table stands, and what holds for all its rows. */
export interface TablePlace {
  readonly name: string;
  readonly place: Partial<Place>;
  readonly source: Omit<ValueSource, 'at'>;
  readonly row: Pick<WrittenRow, 'reference' | 'zReference' | 'mode'>;
}

type Values = WrittenRow['values'];

const valuesOf = (columns: readonly (Column | undefined)[], cells: readonly string[]): Values => {
  const values: Partial<Record<Field, Written>> = {};
  for (const [at, column] of columns.entries()) {
    const text = withoutTags(cells[at] ?? '').trim();
    if (column !== undefined && column.field !== 'region' && text !== '') values[column.field] = { text, unit: column.unit };
  }
  return values;
};

const number = (field: Field, values: Values): Big | undefined => {
  const read = values[field] && readValue(field, values[field], 'unseen');
  return typeof read === 'object' ? new Big(read.value) : undefined;
};

/** L1, L2, L4 are L1-L2,L4. */
const asRegion = (levels: readonly number[]): string => {
  const runs: number[][] = [];
  for (const level of levels) {
    const run = runs.at(-1);
    if (run?.at(-1) === level - 1) run.push(level);
    else runs.push([level]);
  }
  return runs.map((run) => (run.length === 1 ? `L${run[0]}` : `L${run[0]}-L${run.at(-1)}`)).join(',');
};

const isSumOf = (total: Values, parts: readonly Values[]): boolean => {
  const sum = (field: Field): Big => parts.reduce((all, part) => all.plus(number(field, part) ?? Number.NaN), new Big(0));
  const [bmd, area] = [number('bmd', total), sum('area')];
  return bmd !== undefined && area.gt(0) && sum('bmc').div(area).minus(bmd).abs().lte(0.002);
};

/** "Total" of a spine is the vertebrae above it, where their sums say so; else nobody knows which it is. */
const totalOfSpine = (label: string, total: Values, above: readonly { label: string; values: Values }[]): string => {
  const vertebrae = above.filter((each) => /^L[1-4]$/.test(each.label));
  const levels = vertebrae.map((each) => Number(each.label.slice(1))).sort();
  return isSumOf(
    total,
    vertebrae.map(({ values }) => values),
  )
    ? asRegion(levels)
    : label;
};

const labelled = (table: Table, columns: readonly (Column | undefined)[]): { label: string; values: Values }[] => {
  const at = columns.findIndex((column) => column?.field === 'region');
  let section = '';
  return table.slice(1).flatMap((cells) => {
    const label = withoutTags(cells[at] ?? '').trim();
    const values = valuesOf(columns, cells);
    if (Object.keys(values).length > 0) return [{ label: splitSide(label).stem === '' ? `${section} ${label}` : label, values }];
    section = label;
    return [];
  });
};

const isNotARow = (label: string): boolean => label.trim() === '' || /diff/i.test(label);

/** Rows of regions under a heading that names Region and BMD: columns by their headings, never by position. */
const regionRows = (table: Table, { name, place, source, row }: TablePlace): WrittenRow[] => {
  const columns = (table[0] ?? []).map(columnOf);
  const rows = labelled(table, columns).filter(({ label }) => !isNotARow(label));
  return rows.map(({ label, values }, at) => {
    const isTotal = place.site === 'lumbar-spine' && label === 'Total';
    const region = isTotal ? totalOfSpine(label, values, rows.slice(0, at)) : label;
    return { named: nameRegion(place, region), values, ...row, source: { ...source, at: `${name}[Region=${label}]` } };
  });
};

/** Left, Right and Mean as columns: BMD, where the mean is that of the two. */
const sideRows = (table: Table, { name, place, source, row }: TablePlace): WrittenRow[] => {
  const headings = (table[0] ?? []).map((heading) => headingOf(heading).name);
  const [left, right, mean] = ['left', 'right', 'mean'].map((side) => headings.indexOf(side));
  return table.slice(1).flatMap((cells) => {
    const [one, other, both] = [left, right, mean].map((at) => number('bmd', { bmd: { text: cells[at ?? -1] ?? '' } }));
    if (one === undefined || other === undefined || both?.minus(one.plus(other).div(2)).abs().lte(0.001) !== true) return [];
    return (['left', 'right', 'mean'] as const).map((side) => ({
      named: nameRegion({ site: place.site }, `${splitSide(withoutTags(cells[0] ?? '').replace(/bmd/i, '')).stem} ${side}`),
      values: { bmd: { text: (cells[headings.indexOf(side)] ?? '').trim() } },
      mode: row.mode,
      source: { ...source, at: `${name}[${cells[0] ?? ''}][${side}]` },
    }));
  });
};

/** The rows of one table, of whichever of the two kinds; none of any other table. */
export const rowsOfTable = (table: Table, place: TablePlace): WrittenRow[] => {
  const fields = (table[0] ?? []).map((heading) => columnOf(heading)?.field);
  if (fields.includes('region') && fields.includes('bmd')) return regionRows(table, place);
  const headings = (table[0] ?? []).map((heading) => headingOf(heading).name);
  return ['left', 'right', 'mean'].every((side) => headings.includes(side)) ? sideRows(table, place) : [];
};
