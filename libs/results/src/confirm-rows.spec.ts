import { confirmRows } from './confirm-rows.js';
import type { PageRow } from './page-tables.js';
import { nameRegion } from './region-names.js';
import type { Field, Place } from './study.js';

const row = (place: Place, label: string, texts: Partial<Record<Field, string>>): PageRow => ({
  label,
  named: nameRegion(place, label),
  values: Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, { text }])),
});

const hip = (texts: Partial<Record<Field, string>>): PageRow => row({ site: 'hip', side: 'left' }, 'Neck', texts);
const spine = (label: string, ...[area, bmc, bmd]: readonly string[]): PageRow =>
  row({ site: 'lumbar-spine' }, label, { area, bmc, bmd });

const kept = (rows: readonly PageRow[], maker = 'HOLOGIC, Inc.'): unknown[] =>
  confirmRows(rows, maker).map(({ row: { values } }) =>
    Object.fromEntries(Object.entries(values).map(([field, { text }]) => [field, text])),
  );

const whole = { area: '4.86', bmc: '3.46', bmd: '0.712', tScore: '-1.2' };

describe('what OCR has read of a page', () => {
  test('is kept where BMD is content by area and T fits its reference', () => {
    expect(kept([hip(whole)])).toEqual([whole]);
  });

  test('a unit that OCR has spoilt is the one in which the numbers agree, and a known one stays what it says', () => {
    const withUnits = (...[area, bmc, bmd]: readonly string[]): PageRow => ({
      ...hip({}),
      values: { area: { text: '4.86', unit: area }, bmc: { text: '3.46', unit: bmc }, bmd: { text: '0.712', unit: bmd } },
    });
    const units = (row: PageRow): unknown[] =>
      confirmRows([row], 'HOLOGIC, Inc.').map(({ row: { values } }) => Object.values(values).map(({ unit }) => unit));
    expect(units(withUnits('cm?', '9', 'g/cm?'))).toEqual([[undefined, undefined, undefined]]);
    expect(units(withUnits('cm2', 'g', 'mg/cm2'))).toEqual([['mg/cm2', 'g', 'cm2']]);
  });

  test('a lost minus sign comes back where the reference has no other', () => {
    expect(kept([hip({ ...whole, tScore: '1.2' })])).toEqual([whole]);
  });

  test.each([
    ['a T of another digit', { ...whole, tScore: '-1.4' }, { area: '4.86', bmc: '3.46', bmd: '0.712' }],
    ['a T without its point', { ...whole, tScore: '-12' }, { area: '4.86', bmc: '3.46', bmd: '0.712' }],
    ['a BMD of another digit', { ...whole, bmd: '0.772' }, {}],
    ['a BMD that has lost its last digit', { ...whole, bmd: '0.71' }, {}],
    ['a BMD without content and area, though its T fits', { bmd: '0.712', tScore: '-1.2' }, { tScore: '-1.2' }],
    ['a Z, which nothing confirms', { ...whole, zScore: '0.1' }, whole],
  ])('%s is dropped', (_what, texts, left) => {
    expect(kept([hip(texts)])).toEqual([left]);
  });

  test('the scale of another maker confirms no T', () => {
    expect(kept([hip(whole)], 'GE Healthcare')).toEqual([{ area: '4.86', bmc: '3.46', bmd: '0.712' }]);
    expect(kept([hip(whole)], 'Somebody')).toEqual([{ area: '4.86', bmc: '3.46', bmd: '0.712' }]);
  });

  test('vertebrae need a combination that they sum up to: their labels are read right only then', () => {
    const parts = [spine('L1', '12.50', '11.31', '0.905'), spine('L2', '13.90', '12.65', '0.910')];
    expect(kept([...parts, spine('L1-L2', '26.40', '23.96', '0.908')])).toEqual([
      { area: '12.50', bmc: '11.31', bmd: '0.905' },
      { area: '13.90', bmc: '12.65', bmd: '0.910' },
      { area: '26.40', bmc: '23.96', bmd: '0.908' },
    ]);
    expect(kept(parts)).toEqual([{}, {}]);
    expect(kept([...parts, spine('L1-L2', '26.40', '24.96', '0.945')])).toEqual([{}, {}, {}]);
    expect(kept([spine('L1', '12.50', '11.31', '0.905'), spine('L1', '13.90', '12.65', '0.910')])).toEqual([{}, {}]);
  });
});
