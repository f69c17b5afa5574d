import { bonesOn, levels } from './bones-on.js';
import { bear, type Person } from './person.js';

const msFictional: Person = {
  ...bear(7, 0, 'en'),
  sex: 'female',
  birthDate: '1955-08-12',
  heightCm: 162,
  isPremenopausal: false,
  fate: {},
};

const spineDensity = (person: Person, day: string): number => {
  const { spine } = bonesOn(person, day);
  return levels.reduce((sum, level) => sum + spine[level].bmc, 0) / levels.reduce((sum, level) => sum + spine[level].area, 0);
};

test('the same seed gives the same life, another number another one', () => {
  expect(bear(7, 3, 'pl')).toEqual(bear(7, 3, 'pl'));
  expect(bear(7, 3, 'pl')).not.toEqual(bear(7, 4, 'pl'));
  expect(bonesOn(msFictional, '2024-05-02')).toEqual(bonesOn(msFictional, '2024-05-02'));
});

test('bone is lost about menopause, and a drug brings some of it back', () => {
  const young = spineDensity(msFictional, '2001-05-02');
  const later = spineDensity(msFictional, '2013-05-02');
  expect(later).toBeLessThan(young - 0.08);
  expect(spineDensity({ ...msFictional, fate: { treatedFrom: '2010-05-02' } }, '2013-05-02')).toBeGreaterThan(later + 0.04);
});

test('two scans of one month differ by the precision of the scanner, not more', () => {
  const change = Math.abs(spineDensity(msFictional, '2020-05-02') / spineDensity(msFictional, '2020-05-30') - 1);
  expect(change).toBeGreaterThan(0);
  expect(change).toBeLessThan(0.03);
});

test('spurs make L4 denser, a fracture makes L1 lower, and a metal hip has no bone', () => {
  const plain = bonesOn(msFictional, '2020-05-02');
  const worn = bonesOn(
    {
      ...msFictional,
      fate: { degenerativeFrom: '2014-05-02', fracturedOn: '2019-01-01', replaced: { side: 'left', on: '2018-01-01' } },
    },
    '2020-05-02',
  );
  expect(worn.spine.L4.bmc / worn.spine.L4.area).toBeGreaterThan((1.2 * plain.spine.L4.bmc) / plain.spine.L4.area);
  expect(worn.spine.L1.area).toBeLessThan(0.9 * plain.spine.L1.area);
  expect(worn.spine.L1.bmc / worn.spine.L1.area).toBeGreaterThan(plain.spine.L1.bmc / plain.spine.L1.area);
  expect(worn.left).toBeUndefined();
  expect(worn.right).toBeDefined();
});
