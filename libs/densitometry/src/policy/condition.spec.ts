import { readCondition, seenBy } from './condition.js';
import type { Facts } from './facts.js';
import { knowing } from './facts.js';

const facts = (...known: (readonly [string, string | boolean | number | readonly number[] | readonly string[]])[]): Facts => ({
  values: new Map(known),
  nested: knowing(known.map(([name, value]) => [name, name === 'patient.ageYears' ? BigInt(Number(value)) : value])),
});

const outcome = (says: string, known: Facts) => {
  const read = readCondition(says);
  if ('problems' in read) throw new Error(read.problems.join('; '));
  return read.outcome(known);
};

describe('a condition', () => {
  const okafor = facts(
    ['patient.sex', 'female'],
    ['patient.ageYears', 70],
    ['diagnosis.score', -2.5],
    ['sites.spineAndHipScores', [-0.5, -2.5]],
    ['intake.reportedVertebralFracture', true],
  );
  test.each([
    ['patient.sex == "female" && patient.ageYears >= 70', 'holds'],
    ['patient.ageYears > 70', 'does-not-hold'],
    ['diagnosis.score <= -2.5', 'holds'],
    ['sites.spineAndHipScores.exists(t, t < -1.0 && t > -2.5)', 'does-not-hold'],
    ['sites.spineAndHipScores.all(t, t <= -0.5)', 'holds'],
    ['intake.historicalHeightLossCm > 4.0', 'unknown'],
    ['!(intake.historicalHeightLossCm > 4.0)', 'unknown'],
    ['intake.historicalHeightLossCm > 4.0 || intake.reportedVertebralFracture', 'holds'],
    ['intake.historicalHeightLossCm > 4.0 && patient.sex == "male"', 'does-not-hold'],
    ['has(intake.historicalHeightLossCm) && intake.historicalHeightLossCm > 4.0', 'does-not-hold'],
    ['intake.glucocorticoids.months >= 3.0', 'unknown'],
    ['"hip" in intake.fragilityFractures', 'unknown'],
    ['!has(intake.fragilityFractures)', 'holds'],
    ['true', 'holds'],
  ])('%s: %s', (says, expected) => {
    expect(outcome(says, okafor)).toBe(expected);
  });

  test('shows what it saw and what was not there', () => {
    const read = readCondition('patient.ageYears >= 70 && intake.historicalHeightLossCm > 4.0');
    if ('problems' in read) throw new Error('is one');
    expect(seenBy(read, okafor)).toEqual({ saw: { 'patient.ageYears': 70 }, absent: ['intake.historicalHeightLossCm'] });
  });
});

describe('what is no condition is refused when it is read', () => {
  test.each([
    ['patient.agee >= 70', 'patient.agee is not known'],
    ['patien.ageYears >= 70', 'patien.ageYears is not known'],
    ['has(intake.heigth)', 'intake.heigth is not known'],
    ['patient.constructor == "x"', 'patient.constructor is not known'],
    ['patient == patient', 'patient is not known'],
    ['patient["sex"] == "female"', '[] may not be used'],
    ['patient.sex == "femal"', 'patient.sex is never "femal"'],
    ['"toe" in intake.fragilityFractures', 'intake.fragilityFractures is never "toe"'],
    ['diagnosis.category in ["normal", "osteopenia"]', 'diagnosis.category is never "osteopenia"'],
    ['patient.ageYears', 'gives int, not yes or no'],
    ['patient.ageYears >= "70"', 'no such overload'],
    ['patient.ageYears >=', 'Unexpected token: EOF (at character 20)'],
    ['frax.country.matches("(a+)+b")', 'matches() may not be used'],
    ['dyn(patient).foo == 1', 'dyn() may not be used'],
    ['frax.majorPercent / 2.0 > 1.0', '/ may not be used'],
    ['[1, 2].all(x, [1].all(y, true))', 'all() stands inside of another'],
    ['sites.spineAndHipScores.exists(patient, patient < -1.0)', 'exists() needs a name of its own'],
    ['sites.spineAndHipScores.map(t, t) == []', 'map() may not be used'],
    [`${'patient.child || '.repeat(100)}patient.child`, 'Exceeded'],
    [`frax.country in [${Array.from({ length: 51 }, (_each, i) => `"c${i}"`).join()}]`, 'Exceeded'],
  ])('%s', (says, problem) => {
    expect(readCondition(says)).toEqual({ problems: expect.arrayContaining([expect.stringContaining(problem)]) });
  });
});
