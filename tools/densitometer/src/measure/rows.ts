import { growthAt, lossAt } from '../lives/bones-on.js';
import { yearsBetween } from '../lives/days.js';
import type { Person } from '../lives/person.js';
import type { Reference } from '../references.table.js';
import type { Bone } from '../truth.js';
import { printed } from './printed.js';
import { referenceSets, type Scale } from './reference-sets.table.js';
import type { Row } from './scan.js';

/** Whom a console compares a man with: by its set-up. Women are always compared with women. */
export type MenAgainst = 'female' | 'male' | 'both';

/** Who is measured, when, and how this console prints. */
export interface Measuring {
  readonly person: Person;
  readonly day: string;
  readonly scale: Scale;
  readonly menAgainst: MenAgainst;
}

type Sex = Person['sex'];
const places = { lunar: { bmd: 3, score: 1 }, hologic: { bmd: 3, score: 1 }, norland: { bmd: 4, score: 2 } } as const;

export const ageOf = ({ person, day }: Measuring): number => yearsBetween(person.birthDate, day);

/** No T under 20; Hologic leaves it blank as well for women before menopause and men under 50. */
const hasT = (measuring: Measuring): boolean => {
  const { person, scale } = measuring;
  const age = ageOf(measuring);
  if (age < 20) return false;
  return scale !== 'hologic' || (person.sex === 'female' ? !person.isPremenopausal : age >= 50);
};

const tAgainst = (measuring: Measuring): readonly Sex[] => {
  if (!hasT(measuring)) return [];
  if (measuring.person.sex === 'female') return ['female'];
  return measuring.menAgainst === 'both' ? ['male', 'female'] : [measuring.menAgainst];
};

const zOf = (measuring: Measuring, bmd: number, { mean, sd }: Reference, part: 'spine' | 'hip'): { z: string; pam: string } => {
  const { person, scale } = measuring;
  const age = ageOf(measuring);
  const growth = growthAt(age);
  const expected = growth * (mean - sd * lossAt(age, person.sex, part));
  return { z: printed((bmd - expected) / (sd * growth), places[scale].score), pam: printed((100 * bmd) / expected, 0) };
};

const referenceOf = ({ scale }: Measuring, sex: Sex, region: string): Reference | undefined =>
  referenceSets[scale][sex][region.replace(/^mean-/, '')];

/** The rows of one region: one, or two where a man is compared with men and with women. */
export const rowsOf = (measuring: Measuring, region: string, bone: Bone | { readonly bmd: number }): Row[] => {
  const { person, scale } = measuring;
  const bmd = 'bmd' in bone ? bone.bmd : bone.bmc / bone.area;
  const found = {
    bmd: printed(bmd, places[scale].bmd),
    ...('bmd' in bone ? {} : { bmc: printed(bone.bmc, 2), area: printed(bone.area, 2) }),
  };
  const own = referenceOf(measuring, person.sex, region);
  if (own === undefined) return [{ region, printed: found }];
  const z = zOf(measuring, bmd, own, /^L\d/.test(region) || region === 'total' ? 'spine' : 'hip');
  const against = tAgainst(measuring);
  if (against.length === 0) return [{ region, printed: { ...found, ...z } }];
  return against.flatMap((sex) => {
    const reference = referenceOf(measuring, sex, region);
    if (reference === undefined) return [];
    const t = {
      t: printed((bmd - reference.mean) / reference.sd, places[scale].score),
      pya: printed((100 * bmd) / reference.mean, 0),
    };
    return [{ region, printed: { ...found, ...t, ...z }, tReference: { name: referenceSets[scale].name, sex } }];
  });
};

/** Several bones as one region: contents and areas added. */
export const together = (bones: readonly Bone[]): Bone => ({
  bmc: bones.reduce((sum, { bmc }) => sum + bmc, 0),
  area: bones.reduce((sum, { area }) => sum + area, 0),
});
