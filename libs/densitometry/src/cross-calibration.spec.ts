import { crossCalibrationCommand } from './cross-calibration-command.js';
import { crossCalibrationOf, studentT } from './cross-calibration.js';

/** 30 patients from 0.70 to 1.28; errors that alternate around the line, so that every figure can be worked out by hand. */
const old = Array.from({ length: 30 }, (_each, i) => 0.7 + i * 0.02);
const offLine = [0.01, -0.01, -0.01, 0.01];
const line = (error: (i: number) => number) => old.map((from, i) => ({ from, to: [0.02 + 1.05 * from + error(i)] }));

test('a line without scatter is found again, and its LSC is nothing', () => {
  expect(crossCalibrationOf(line(() => 0))).toMatchObject({
    pairs: 30,
    slope: 1.05,
    intercept: 0.02,
    correlation: 1,
    see: 0,
    range: { low: 0.7 },
  });
});

test('the LSC across scanners is t x SEE x root(1 + 1/n), rounded up', () => {
  const fit = crossCalibrationOf(line((i) => offLine[i % 4] ?? 0));
  expect(fit.slope).toBeCloseTo(1.05, 2);
  expect(fit.see).toBeCloseTo(Math.sqrt((30 * 0.0001) / 28), 4);
  expect(fit.lscGcm2).toBe(Math.ceil(2.0484 * fit.see * Math.sqrt(31 / 30) * 1000) / 1000);
  expect(fit.slopeLimits.low).toBeLessThan(1.05);
  expect(fit.slopeLimits.high).toBeGreaterThan(1.05);
});

test('a difference that is the same for everybody is the bias, and its limits are narrow', () => {
  const { blandAltman } = crossCalibrationOf(old.map((from, i) => ({ from, to: [from + 0.03 + (offLine[i % 4] ?? 0)] })));
  expect(blandAltman.bias).toBeCloseTo(0.03, 3);
  expect(blandAltman.high - blandAltman.low).toBeCloseTo(2 * 1.96 * 0.01017, 3);
});

test('two measurements on the new scanner make its line surer, and do not hide that a patient gets one', () => {
  const twice = old.map((from) => ({ from, to: [from + 0.01, from - 0.01] }));
  expect(crossCalibrationOf(twice)).toMatchObject({ slope: 1, intercept: 0, see: 0.01, lscGcm2: 0.021 });
});

test.each([
  [28, 2.0484],
  [58, 2.0017],
  [1e6, 1.96],
])('with %p degrees of freedom t is %p', (degrees, t) => {
  expect(studentT(degrees)).toBeCloseTo(t, 3);
});

describe('the command', () => {
  const csv = (count: number, more = '', scatter = 1) =>
    `patient,from,to,to2\n${old
      .slice(0, count)
      .map((from, i) => `${i},${from.toFixed(3)},${(from + 0.01 + scatter * (offLine[i % 4] ?? 0)).toFixed(3)},`)
      .join('\n')}\n${more}`;
  test('gives what a cross-calibration in an exam needs', () => {
    expect(crossCalibrationCommand(csv(30))).toMatchObject({ json: { method: 'patients', pairs: 30, lscGcm2: 0.022 } });
  });
  test.each([
    ['too few', csv(29), { at: '', message: 'has 29 patients; 30 on both scanners are needed' }],
    ['what does not scatter', csv(30, '', 0), { at: '', message: 'has no scatter: these are not measurements of patients' }],
    ['a number that is none', csv(30, 'x,0.9,low,\n'), { at: '/32/to', message: 'is not a decimal number' }],
    ['a patient twice', csv(30, '1,0.9,0.9,\n'), { at: '/1', message: 'is a patient on two lines' }],
  ])('refuses %s', (_what, text, problem) => {
    expect(crossCalibrationCommand(text)).toEqual({ problems: [problem] });
  });
});
