import { assessFigures } from './assess.js';
import { followUpsOf } from './follow-ups.js';
import { identityFigures, rateOf } from './identity.js';
import { randomOf } from './random.js';

test('one seed gives one series, another seed another', () => {
  const series = (seed: number) => {
    const random = randomOf(seed);
    return [random.uniform(), random.normal(), random.below(10)];
  };
  expect(series(1)).toEqual(series(1));
  expect(series(1)).not.toEqual(series(2));
});

test('a swap keeps sex, age within ten years, scanner and day, and the identity of the order', () => {
  const followUps = followUpsOf(30, 10, randomOf(1));
  expect(followUps.filter(({ swapped }) => swapped).length).toBe(10);
  for (const { input } of followUps) {
    expect(input.exam.header).toMatchObject({
      patientId: input.patient.id,
      sex: input.patient.sex,
      birthDate: input.patient.birthDate,
    });
    expect(input.exam.scanner).toEqual(input.priors?.[0]?.scanner);
  }
});

test('an interval by Wilson', () => {
  expect(rateOf(8, 10)).toEqual({ count: 8, of: 10, percent: 80, from: 49, to: 94.3 });
  expect(rateOf(0, 0)).toMatchObject({ percent: 0 });
});

test('a small run finds most swaps and accuses few', () => {
  const { byCheck, missed } = identityFigures(1, 120, 40);
  expect(byCheck.any?.detected.percent).toBeGreaterThan(70);
  expect(byCheck.any?.falseAlarms.percent).toBeLessThan(5);
  expect(Object.keys(missed).length).toBeGreaterThan(0);
});

test('a small run of assessments has its figures', () => {
  expect(assessFigures(1, 30)).toMatchObject({ count: 30, firstCpuMs: expect.any(Number) });
});
