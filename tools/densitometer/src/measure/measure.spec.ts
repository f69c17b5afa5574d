import { bear, type Person } from '../lives/person.js';
import { measure } from './measure.js';
import { referenceSets, type Scale } from './reference-sets.table.js';
import type { Row, Scan } from './scan.js';
import { regionOf } from './vertebrae.js';

const woman: Person = { ...bear(7, 0, 'en'), sex: 'female', birthDate: '1955-08-12', isPremenopausal: false, fate: {} };
const on = (person: Person, scale: Scale, menAgainst: 'female' | 'male' | 'both' = 'female'): Scan[] =>
  measure({ person, day: '2024-05-02', scale, menAgainst });
const rowsIn = (scans: readonly Scan[], site: Scan['site'], side?: Scan['side']): readonly Row[] =>
  scans.find((scan) => scan.site === site && scan.side === side)?.rows ?? [];
const row = (rows: readonly Row[], region: string): Row | undefined => rows.find((one) => one.region === region);
const numberOf = (text: string | undefined): number => Number(text);

const everyRow = (['lunar', 'hologic', 'norland'] as const).flatMap((scale) =>
  on(woman, scale).flatMap(({ rows }) => rows.map((one) => ({ scale, one }))),
);

test('every density is content through area, to what the printed places leave', () => {
  for (const {
    one: { printed },
  } of everyRow.filter(({ one }) => one.printed.bmc !== undefined))
    expect(Math.abs(numberOf(printed.bmd) - numberOf(printed.bmc) / numberOf(printed.area))).toBeLessThan(0.003);
});

test('every T follows from its stated reference', () => {
  const scored = everyRow.filter(({ one }) => one.printed.t !== undefined);
  expect(scored.length).toBeGreaterThan(30);
  for (const { scale, one } of scored) {
    const reference = referenceSets[scale].female[one.region.replace('mean-', '')];
    const t = (numberOf(one.printed.bmd) - (reference?.mean ?? 0)) / (reference?.sd ?? 1);
    expect(Math.abs(numberOf(one.printed.t) - t)).toBeLessThan(0.06);
  }
});

test('combined vertebrae and the total of a hip are sums of their parts', () => {
  const sum = (rows: readonly Row[], regions: readonly string[], value: 'bmc' | 'area'): number =>
    regions.reduce((total, region) => total + numberOf(row(rows, region)?.printed[value]), 0);
  const spine = rowsIn(on(woman, 'lunar'), 'lumbar-spine');
  const hip = rowsIn(on(woman, 'hologic'), 'hip', 'left');
  for (const value of ['bmc', 'area'] as const) {
    expect(sum(spine, ['L1', 'L2', 'L3', 'L4'], value)).toBeCloseTo(numberOf(row(spine, 'L1-L4')?.printed[value]), 1);
    expect(sum(hip, ['femoral-neck', 'trochanter', 'intertrochanter'], value)).toBeCloseTo(
      numberOf(row(hip, 'total-hip')?.printed[value]),
      1,
    );
  }
});

test('a man has two rows of one region where the console compares him with both, and a Norland compares him with men', () => {
  const man: Person = { ...woman, sex: 'male' };
  const necks = rowsIn(on(man, 'lunar', 'both'), 'hip', 'left').filter(({ region }) => region === 'femoral-neck');
  expect(necks.map(({ tReference }) => tReference?.sex)).toEqual(['male', 'female']);
  expect(new Set(necks.map(({ printed }) => printed.bmd)).size).toBe(1);
  expect(new Set(necks.map(({ printed }) => printed.t)).size).toBe(2);
  const norland = row(rowsIn(on(man, 'norland', 'male'), 'lumbar-spine'), 'L2-L4');
  expect(norland?.tReference).toEqual({ name: 'Norland 4/00', sex: 'male' });
  expect(norland?.printed.t).toMatch(/^-?\d\.\d\d$/);
  expect(norland?.printed.bmd).toMatch(/^\d\.\d{4}$/);
});

test('a child has no T, and a whole body instead of hips; before menopause a Hologic leaves T blank', () => {
  const child = on({ ...woman, birthDate: '2012-05-02' }, 'lunar');
  expect(child.map(({ site }) => site)).toEqual(['lumbar-spine', 'whole-body', 'whole-body-less-head']);
  expect(child.flatMap(({ rows }) => rows).every(({ printed }) => printed.t === undefined)).toBe(true);
  expect(row(child[0]?.rows ?? [], 'L1-L4')?.printed.z).toBeDefined();
  const young = on({ ...woman, birthDate: '1990-05-02', isPremenopausal: true }, 'hologic');
  expect(young.flatMap(({ rows }) => rows).every(({ printed }) => printed.t === undefined)).toBe(true);
});

test('vertebrae that are left out leave a name with a gap', () => {
  expect([
    regionOf(['L1', 'L2', 'L4']),
    regionOf(['L2', 'L4']),
    regionOf(['L2', 'L3', 'L4']),
    regionOf(['L1', 'L3', 'L4']),
  ]).toEqual(['L1-L2,L4', 'L2,L4', 'L2-L4', 'L1,L3-L4']);
  const worn: Person = { ...woman, seed: 3, fate: { degenerativeFrom: '2014-01-01' } };
  expect(rowsIn(on(worn, 'hologic'), 'lumbar-spine').map(({ region }) => region)).toEqual(['L1', 'L2', 'L4', 'L1-L2,L4']);
});

test('where a hip is metal, the forearm is measured and there is no mean of both', () => {
  const scans = on({ ...woman, fate: { replaced: { side: 'left', on: '2020-01-01' } } }, 'lunar');
  expect(scans.map(({ site, side }) => [site, side])).toEqual([
    ['lumbar-spine', undefined],
    ['hip', 'right'],
    ['forearm', 'left'],
  ]);
});
