import { hipReferences } from '../references.table.js';
import type { Bone } from '../truth.js';
import { chanceOf, seedFrom, type Chance } from './chance.js';
import { yearsBetween } from './days.js';
import type { Person } from './person.js';

export type Level = 'L1' | 'L2' | 'L3' | 'L4';
export const levels: readonly Level[] = ['L1', 'L2', 'L3', 'L4'];

/** One hip; what is not neck or trochanter lies between, and the three are the total. */
export interface HipBones {
  readonly neck: Bone;
  readonly upperNeck: Bone;
  readonly lowerNeck: Bone;
  readonly trochanter: Bone;
  readonly intertrochanter: Bone;
  readonly wards: Bone;
}

export type ForearmBones = Readonly<Record<'radius-33' | 'radius-ud' | 'radius-mid', Bone>>;
export type BodyBones = Readonly<Record<'head' | 'arms' | 'legs' | 'trunk', Bone>>;

/** The bones of one day as one scan finds them: g and cm2, on the scale of Lunar scanners. */
export interface Skeleton {
  readonly spine: Readonly<Record<Level, Bone>>;
  /** Absent where the hip is metal. */
  readonly left?: HipBones;
  readonly right?: HipBones;
  readonly forearm: ForearmBones;
  readonly body: BodyBones;
}

const { max, min } = Math;
const spineMeans: Readonly<Record<Level, number>> = { L1: 1.13, L2: 1.2, L3: 1.2, L4: 1.2 };
const spineAreas: Readonly<Record<Level, number>> = { L1: 12.5, L2: 13.9, L3: 14.5, L4: 15.1 };
const SPINE_SD = 0.12;
const ADULT = 20;

const between = (value: number, from: number, to: number): number => max(0, min(value, to) - from);

/** Deviations lost until this age: slow from 35 on, fast in the ten years about menopause, slow again. */
export const lossAt = (age: number, sex: Person['sex'], site: 'spine' | 'hip'): number => {
  const slow = 0.018 * between(age, 35, 90);
  if (sex === 'male') return site === 'spine' ? slow * 0.6 : slow * 1.1;
  return slow + (site === 'spine' ? 0.115 : 0.085) * between(age, 47, 57) + 0.02 * between(age, 57, 90);
};

/** What part of adult density and of adult area a growing skeleton has. */
export const growthAt = (age: number): number => min(1, 0.5 + (0.5 * max(0, age - 4)) / (ADULT - 4));

const gained = ({ fate }: Person, day: string): number => {
  const years = fate.treatedFrom === undefined ? 0 : max(0, yearsBetween(fate.treatedFrom, day));
  return 0.28 * min(years, 2) + 0.06 * between(years, 2, 10);
};

const spurs = ({ fate }: Person, day: string, level: Level): number => {
  const years = fate.degenerativeFrom === undefined ? 0 : max(0, yearsBetween(fate.degenerativeFrom, day));
  return { L1: 0, L2: 0, L3: 0.03, L4: 0.045 }[level] * min(years, 6);
};

/** Positioning and photons: a bone is never measured twice alike. */
const noisy = (chance: Chance, density: number, area: number, precision: number): Bone => {
  const found = area * (1 + 0.006 * chance.normal());
  return { area: found, bmc: found * density * (1 + precision * chance.normal()) };
};

const spineOn = (person: Person, day: string, chance: Chance): Skeleton['spine'] => {
  const age = yearsBetween(person.birthDate, day);
  const deviation = person.spineGift - lossAt(age, person.sex, 'spine') + gained(person, day);
  const own = chanceOf(seedFrom(person.seed, 'vertebrae'));
  const vertebra = (level: Level): Bone => {
    const density =
      growthAt(age) * (spineMeans[level] + SPINE_SD * (deviation + 0.3 * own.normal())) * (1 + spurs(person, day, level));
    const area = spineAreas[level] * (person.heightCm / 162) ** 2;
    const bone = noisy(chance, max(0.35, density), area, 0.008);
    const isBroken = level === 'L1' && person.fate.fracturedOn !== undefined && person.fate.fracturedOn <= day;
    return isBroken ? { area: bone.area * 0.84, bmc: bone.bmc * 0.97 } : bone;
  };
  return { L1: vertebra('L1'), L2: vertebra('L2'), L3: vertebra('L3'), L4: vertebra('L4') };
};

const part = (whole: Bone, ofArea: number, ofDensity: number): Bone => ({
  area: whole.area * ofArea,
  bmc: whole.bmc * ofArea * ofDensity,
});

const hipOn = (person: Person, day: string, side: 'left' | 'right', chance: Chance): HipBones | undefined => {
  const { replaced } = person.fate;
  if (replaced?.side === side && replaced.on <= day) return undefined;
  const age = yearsBetween(person.birthDate, day);
  const own = chanceOf(seedFrom(person.seed, `hip ${side}`));
  const deviation = person.hipGift - lossAt(age, person.sex, 'hip') + 0.5 * gained(person, day) + 0.2 * own.normal();
  const size = (person.heightCm / 162) ** 2;
  const density = (reference: { mean: number; sd: number }, floor: number): number =>
    max(floor, growthAt(age) * (reference.mean + reference.sd * deviation));
  const total = density(hipReferences.total, 0.32);
  const neck = noisy(chance, density(hipReferences.neck, 0.34), 4.9 * size, 0.015);
  const upperNeck = part(neck, 0.497, 0.82);
  return {
    neck,
    upperNeck,
    lowerNeck: { area: neck.area - upperNeck.area, bmc: neck.bmc - upperNeck.bmc },
    trochanter: noisy(chance, 0.8 * total, 10.4 * size, 0.012),
    intertrochanter: noisy(chance, 1.14 * total, 16.2 * size, 0.01),
    wards: noisy(chance, max(0.2, 0.78 * density(hipReferences.neck, 0.34)), 2.6 * size, 0.03),
  };
};

const forearmOn = (person: Person, day: string, chance: Chance): ForearmBones => {
  const age = yearsBetween(person.birthDate, day);
  const deviation = 0.5 * person.hipGift - 0.8 * lossAt(age, person.sex, 'hip');
  const bone = (mean: number, sd: number, area: number): Bone => noisy(chance, max(0.2, mean + sd * deviation), area, 0.01);
  return { 'radius-33': bone(0.88, 0.07, 2.9), 'radius-ud': bone(0.46, 0.05, 3.5), 'radius-mid': bone(0.72, 0.06, 6.1) };
};

const bodyOn = (person: Person, day: string, chance: Chance): BodyBones => {
  const age = yearsBetween(person.birthDate, day);
  const deviation = person.spineGift - lossAt(age, person.sex, 'spine');
  const size = (person.heightCm / 162) ** 2;
  const bone = (mean: number, area: number): Bone => noisy(chance, growthAt(age) * (mean + 0.09 * deviation), area * size, 0.008);
  return { head: bone(2.0, 230), arms: bone(0.82, 340), legs: bone(1.18, 620), trunk: bone(0.92, 860) };
};

/** What a scan of this person on this day finds. Deterministic: precision errors are of the person and the day. */
export const bonesOn = (person: Person, day: string): Skeleton => {
  const chance = (name: string): Chance => chanceOf(seedFrom(person.seed, `${day} ${name}`));
  return {
    spine: spineOn(person, day, chance('spine')),
    left: hipOn(person, day, 'left', chance('left')),
    right: hipOn(person, day, 'right', chance('right')),
    forearm: forearmOn(person, day, chance('forearm')),
    body: bodyOn(person, day, chance('body')),
  };
};
