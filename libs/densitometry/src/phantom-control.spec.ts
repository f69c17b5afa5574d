import { phantomControl } from './phantom-control.js';

const noise = [0.001, -0.002, 0.002, -0.001, 0, 0.003, -0.003, 0.001, -0.001, 0];
const dayOf = (index: number): string => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
const series = (count: number, shift: (index: number) => number = () => 0) =>
  Array.from({ length: count }, (_each, index) => ({ date: dayOf(index), bmd: 1 + (noise[index % 10] ?? 0) + shift(index) }));

test('a steady scanner raises no signal', () => {
  expect(phantomControl(series(120))?.signals).toEqual([]);
});

test('a shift of half a percent is found by CUSUM with the day after which it began', () => {
  const found = phantomControl(series(60, (index) => (index >= 40 ? 0.005 : 0)))?.signals[0];
  expect(found).toMatchObject({ rule: 'CUSUM_HIGH', since: dayOf(39) });
  expect(found?.date).toBe(dayOf(42));
});

test('a shift downwards is found too', () => {
  expect(phantomControl(series(60, (index) => (index >= 40 ? -0.005 : 0)))?.signals[0]?.rule).toBe('CUSUM_LOW');
});

test('one day beyond 1.5 % is found by its limit', () => {
  const signals = phantomControl(series(60, (index) => (index === 45 ? 0.02 : 0)))?.signals;
  expect(signals).toContainEqual({ rule: 'SHEWHART_LIMIT', date: dayOf(45) });
});

test('ten days of more than 1 % are found by their mean', () => {
  const rules = phantomControl(series(60, (index) => (index >= 40 ? 0.012 : 0)))?.signals.map(({ rule }) => rule);
  expect(rules).toContain('TEN_DAY_MEAN');
  expect(rules).not.toContain('SHEWHART_LIMIT');
});

test('without a baseline nothing is said, and the order of the days does not matter', () => {
  expect(phantomControl(series(24))).toBeUndefined();
  expect(phantomControl(series(30).map(({ date }) => ({ date, bmd: 1 })))).toBeUndefined();
  const days = series(60, (index) => (index >= 40 ? 0.005 : 0));
  expect(phantomControl([...days].reverse())).toEqual(phantomControl(days));
});
