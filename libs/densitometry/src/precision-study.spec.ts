import { precisionOf, tooSmall, type RepeatedPatient } from './precision-study.js';

const twice = (count: number, apart: number): RepeatedPatient[] =>
  Array.from({ length: count }, (_each, index) => ({ patient: `${index}`, technologist: 'A', bmd: [1, 1 + apart] }));

test('of thirty patients twice, 0.02 apart, the precision error is 0.0141 and the LSC 0.039', () => {
  expect(precisionOf(twice(30, 0.02))).toEqual({
    patients: 30,
    degreesOfFreedom: 30,
    rmsSd: 0.0141,
    percentCv: 1.4,
    lscGcm2: 0.039,
    lscLow: 0.0313,
    lscHigh: 0.0524,
  });
});

test('three measurements count with two degrees of freedom', () => {
  const thrice = Array.from({ length: 15 }, (_each, index) => ({ patient: `${index}`, technologist: 'A', bmd: [0.99, 1, 1.01] }));
  expect(precisionOf(thrice)).toMatchObject({ degreesOfFreedom: 30, rmsSd: 0.01, lscGcm2: 0.028 });
});

test.each([
  ['30 patients twice', twice(30, 0.01), undefined],
  [
    '29 patients twice',
    twice(29, 0.01),
    'has 29 patients and 29 degrees of freedom; 30 patients twice or 15 three times are needed',
  ],
  [
    'a patient measured once',
    [...twice(30, 0.01), { patient: 'x', technologist: 'A', bmd: [1] }],
    'has a patient who was measured once',
  ],
])('%s', (_what, patients, why) => {
  expect(tooSmall(patients)).toBe(why);
});
