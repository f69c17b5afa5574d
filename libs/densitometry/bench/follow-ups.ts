import type { AssessInput } from '../src/assess-input.js';
import { laterOf, personOf, type Person } from './person.js';
import type { Random } from './random.js';
import { examOf, precision } from './simulated-exam.js';

/** A follow-up as the worklist saw it; where `swapped`, another person lay on the table. */
export interface FollowUp {
  readonly input: AssessInput;
  readonly swapped: boolean;
  readonly years: number;
  /** Between the person of the order and the one on the table, in centimetres and in percent of the spine's BMD. */
  readonly difference?: { readonly heightCm: number; readonly bmdPercent: number };
}

const TODAY = '2026-05-04';

interface Visit {
  readonly then: Person;
  readonly now: Person;
  readonly years: number;
}

const visitOf = (random: Random): Visit => {
  const then = personOf(random);
  const years = 1 + random.below(5);
  return { then, now: laterOf(then, years, random), years };
};

const birthDateOf = ({ age }: Person): string => `${2026 - Math.round(age)}-03-02`;

/** The header: who it is comes from the worklist; in half of the exams the height is measured on the day, else copied from the order. */
const headerOf = (order: Person, onTable: Person, random: Random) => {
  const measured = Math.round(onTable.heightCm + 1.2 * random.normal());
  return {
    patientId: 'P-1',
    sex: order.sex,
    birthDate: birthDateOf(order),
    heightCm: random.uniform() < 0.5 ? measured : Math.round(order.heightCm),
  };
};

const followUpOf = (visit: Visit, onTable: Visit, random: Random): FollowUp => {
  const { then, now, years } = visit;
  const exam = examOf(onTable.now, 'A1', TODAY, random);
  const prior = examOf(then, 'A0', `${2026 - years}-05-04`, random);
  const bmd = ({ vertebrae }: Person): number => vertebrae.reduce((sum, one) => sum + one.bmd, 0);
  return {
    swapped: onTable !== visit,
    years,
    input: {
      patient: {
        id: 'P-1',
        sex: now.sex,
        birthDate: birthDateOf(now),
        heightCm: Math.round(now.heightCm),
        weightKg: Math.round(now.weightKg),
        ...(now.sex === 'female' ? { menopausalStatus: 'post' as const } : {}),
      },
      exam: { ...exam, header: headerOf(now, onTable.now, random) },
      priors: [prior],
      precision,
    },
    ...(onTable === visit
      ? {}
      : {
          difference: {
            heightCm: Math.abs(now.heightCm - onTable.now.heightCm),
            bmdPercent: Math.abs(bmd(onTable.now) / bmd(now) - 1) * 100,
          },
        }),
  };
};

const canBeSwapped = (one: Visit, other: Visit): boolean =>
  one !== other && one.now.sex === other.now.sex && Math.abs(one.now.age - other.now.age) <= 10;

/** Of so many follow-ups the first `swapped` lie on the table for another patient of the same sex and within ten years of age. */
export const followUpsOf = (count: number, swapped: number, random: Random): FollowUp[] => {
  const visits = Array.from({ length: count }, () => visitOf(random));
  const strangerFor = (visit: Visit): Visit => {
    const start = random.below(count);
    const order = [...visits.slice(start), ...visits.slice(0, start)];
    return order.find((other) => canBeSwapped(visit, other)) ?? visit;
  };
  return visits.map((visit, index) => followUpOf(visit, index < swapped ? strangerFor(visit) : visit, random));
};
