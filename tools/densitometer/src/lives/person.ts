import { chanceOf, seedFrom, type Chance } from './chance.js';
import { addDays } from './days.js';
import { names, type Tongue } from './names.table.js';

/** What happens to somebody's bones; days are YYYY-MM-DD. */
export interface Fate {
  /** From then on a drug adds bone. */
  readonly treatedFrom?: string;
  /** From then on L3 and L4 grow spurs. */
  readonly degenerativeFrom?: string;
  /** L1 breaks, and is lower and denser from then on. */
  readonly fracturedOn?: string;
  /** From then on this hip is metal. */
  readonly replaced?: { readonly side: 'left' | 'right'; readonly on: string };
}

/** An invented person with a life; heights in cm, weights in kg, densities as deviations from the young adult mean. */
export interface Person {
  readonly seed: number;
  readonly id: string;
  readonly name: string;
  readonly sex: 'female' | 'male';
  readonly birthDate: string;
  readonly heightCm: number;
  readonly weightKg: number;
  readonly ethnicGroup: string;
  readonly isPremenopausal: boolean;
  readonly spineGift: number;
  readonly hipGift: number;
  readonly fate: Fate;
  readonly visits: readonly string[];
}

const LAST_DAY = '2026-10-30';

interface Kind {
  readonly share: number;
  readonly sex: 'female' | 'male';
  readonly ages: readonly [number, number];
}

/** Who comes to a densitometer, in hundredths. */
const kinds: readonly Kind[] = [
  { share: 58, sex: 'female', ages: [54, 84] },
  { share: 10, sex: 'female', ages: [24, 46] },
  { share: 19, sex: 'male', ages: [52, 84] },
  { share: 4, sex: 'male', ages: [24, 49] },
  { share: 5, sex: 'female', ages: [7, 16] },
  { share: 4, sex: 'male', ages: [7, 16] },
];

const kindOf = (chance: Chance): Kind => {
  let rest = chance.between(0, 100);
  return kinds.find(({ share }) => (rest -= share) < 0) ?? kinds[0] ?? { share: 1, sex: 'female', ages: [60, 70] };
};

const visitsFrom = (chance: Chance, first: string): string[] => {
  const visits = [first];
  for (let left = chance.whole(0, 4); left > 0; left -= 1) {
    const next = addDays(visits.at(-1) ?? first, Math.round(365.25 * chance.between(1, 3)));
    if (next <= LAST_DAY) visits.push(next);
  }
  return visits;
};

const fateOf = (chance: Chance, first: string, age: number): Fate => {
  if (age < 45) return {};
  const some = (probability: number, days: readonly [number, number]): string | undefined =>
    chance.happens(probability) ? addDays(first, chance.whole(...days)) : undefined;
  const on = some(0.08, [-1500, 1500]);
  return {
    treatedFrom: some(0.45, [20, 900]),
    degenerativeFrom: some(age > 62 ? 0.4 : 0.1, [-2500, 800]),
    fracturedOn: some(0.12, [-900, 1800]),
    ...(on === undefined ? {} : { replaced: { side: chance.pick(['left', 'right'] as const), on } }),
  };
};

const sizeOf = (chance: Chance, sex: Person['sex'], age: number): { heightCm: number; weightKg: number } => {
  const adult = (sex === 'female' ? 162 : 175) + 6 * chance.normal();
  const heightCm = Math.round(age < 18 ? adult * (0.42 + (0.58 * age) / 18) : adult);
  const weightKg = Math.round((heightCm / 100) ** 2 * (age < 18 ? 15 + age * 0.35 : chance.between(19, 31)));
  return { heightCm, weightKg };
};

const nameIn = (chance: Chance, tongue: Tongue, sex: Person['sex']): string =>
  `${chance.pick(names[tongue].family)}^${chance.pick(names[tongue][sex])}`;

/** The person of this number in a place that speaks so; the same seed and number give the same life. */
export const bear = (seed: number, number: number, tongue: Tongue): Person => {
  const own = seedFrom(seed, `person ${number}`);
  const chance = chanceOf(own);
  const { sex, ages } = kindOf(chance);
  const first = addDays('2014-01-06', chance.whole(0, 4300));
  const age = chance.between(...ages);
  const spineGift = 0.9 * chance.normal();
  return {
    seed: own,
    id: String(700000 + number),
    name: nameIn(chance, tongue, sex),
    sex,
    birthDate: addDays(first, -Math.round(age * 365.25)),
    ...sizeOf(chance, sex, age),
    ethnicGroup: chance.pick(['White', 'White', 'White', 'Black', 'Asian', 'Hispanic']),
    isPremenopausal: sex === 'female' && age < 47,
    spineGift,
    hipGift: 0.6 * spineGift + 0.7 * chance.normal(),
    fate: fateOf(chance, first, age),
    visits: visitsFrom(chance, first),
  };
};
