import type { Random } from './random.js';

/** Bones of one invented person: what a perfect densitometer would see at the first exam. Areas in cm2, BMD in g/cm2. */
export interface Person {
  readonly sex: 'female' | 'male';
  readonly age: number;
  readonly heightCm: number;
  readonly weightKg: number;
  readonly vertebrae: readonly { readonly area: number; readonly bmd: number }[];
  readonly neck: { readonly area: number; readonly bmd: number };
  readonly hip: { readonly area: number; readonly bmd: number };
}

interface Norm {
  readonly height: readonly [number, number];
  readonly spineArea: number;
  readonly hipArea: number;
  readonly neckArea: number;
  /** Mean and SD of BMD by decade from 50. */
  readonly spine: readonly (readonly [number, number])[];
  readonly hip: readonly (readonly [number, number])[];
}

/**
 * Spine (both sexes) and men's hip by decade: NHANES means as PMC12995607 table 3 gives them [S]. Women's hip over 30, areas, heights and all
 * correlations are assumptions of this bench, near what devices print [M].
 */
const norms: Readonly<Record<Person['sex'], Norm>> = {
  female: {
    height: [161, 6.5],
    spineArea: 55,
    hipArea: 30.5,
    neckArea: 4.75,
    spine: [
      [0.993, 0.141],
      [0.952, 0.142],
      [0.902, 0.167],
    ],
    hip: [
      [0.9, 0.125],
      [0.86, 0.125],
      [0.8, 0.125],
    ],
  },
  male: {
    height: [175, 7],
    spineArea: 66,
    hipArea: 38,
    neckArea: 5.6,
    spine: [
      [1.053, 0.143],
      [1.07, 0.142],
      [1.068, 0.177],
    ],
    hip: [
      [1.015, 0.142],
      [0.997, 0.137],
      [0.961, 0.143],
    ],
  },
};

/** Parts of L1-L4's area that L1 to L4 have. */
const shares = [0.217, 0.237, 0.262, 0.284];

const correlated = (shared: number, r: number, random: Random): number => r * shared + Math.sqrt(1 - r * r) * random.normal();

const decadeOf = (age: number): number => Math.min(2, Math.max(0, Math.floor((age - 50) / 10)));

const numberAt = (pairs: Norm['spine'], age: number): readonly [number, number] => pairs[decadeOf(age)] ?? [1, 0.14];

/** Somebody of 50 to 85 years; size goes with height (r 0.5), hip with spine (0.6), neck with hip (0.85). */
export const personOf = (random: Random): Person => {
  const sex = random.uniform() < 0.8 ? 'female' : 'male';
  const norm = norms[sex];
  const age = 50 + random.below(36);
  const size = random.normal();
  const density = random.normal();
  const sized = (mean: number, spread: number): number => mean * (1 + spread * correlated(size, 0.5, random));
  const [spineMean, spineSd] = numberAt(norm.spine, age);
  const [hipMean, hipSd] = numberAt(norm.hip, age);
  const spineArea = sized(norm.spineArea, 0.09);
  const spineBmd = Math.max(0.5, spineMean + spineSd * density);
  const hipScore = correlated(density, 0.6, random);
  return {
    sex,
    age,
    heightCm: norm.height[0] + norm.height[1] * size,
    weightKg: 45 + 25 * random.uniform() + (sex === 'male' ? 15 : 5),
    vertebrae: shares.map((share) => ({
      area: spineArea * share * (1 + 0.04 * random.normal()),
      bmd: spineBmd * (1 + 0.06 * random.normal()),
    })),
    neck: { area: sized(norm.neckArea, 0.08), bmd: Math.max(0.35, 0.86 * hipMean + hipSd * correlated(hipScore, 0.85, random)) },
    hip: { area: sized(norm.hipArea, 0.08), bmd: Math.max(0.35, hipMean + hipSd * hipScore) },
  };
};

/** The same person years later: 0.5 % a year lost on average (SD 0.9 between people), three in ten on treatment gain at first. */
export const laterOf = (person: Person, years: number, random: Random): Person => {
  const isTreated = random.uniform() < 0.3;
  const rate = isTreated ? 0.02 + 0.015 * random.normal() : -0.005 + 0.009 * random.normal();
  const change = (share: number): number => Math.exp(rate * share * Math.min(years, isTreated ? 3 : years));
  const degenerative = random.uniform() < 0.1 ? random.below(4) : -1;
  return {
    ...person,
    age: person.age + years,
    heightCm: person.heightCm - 0.12 * years,
    vertebrae: person.vertebrae.map(({ area, bmd }, index) => ({
      area: area * (index === degenerative ? 1 + 0.015 * years : 1),
      bmd: bmd * change(1) * (index === degenerative ? 1 + 0.03 * years : 1),
    })),
    neck: { ...person.neck, bmd: person.neck.bmd * change(0.7) },
    hip: { ...person.hip, bmd: person.hip.bmd * change(0.8) },
  };
};
