import { assess } from '../src/assess.js';
import { followUpsOf, type FollowUp } from './follow-ups.js';
import { randomOf } from './random.js';

/** A share with its 95 % confidence interval (Wilson), in percent. */
export interface Rate {
  readonly count: number;
  readonly of: number;
  readonly percent: number;
  readonly from: number;
  readonly to: number;
}

const oneDecimal = (share: number): number => Math.round(share * 1000) / 10;

export const rateOf = (count: number, of: number): Rate => {
  const z = 1.96;
  const share = of === 0 ? 0 : count / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { count, of, percent: oneDecimal(share), from: oneDecimal(middle - half), to: oneDecimal(middle + half) };
};

/** The checks that look at content; what a header says of somebody else is not the question here. */
export const checks = ['IDENTITY_BONE_AREA', 'IDENTITY_BMD_JUMP', 'IDENTITY_BONE_SHAPE', 'IDENTITY_HEIGHT'] as const;

interface Judged extends FollowUp {
  readonly raised: readonly string[];
}

const judged = (followUp: FollowUp): Judged => ({
  ...followUp,
  raised: assess(followUp.input).findings.flatMap(({ code }) => (checks.some((check) => check === code) ? [code] : [])),
});

export interface IdentityFigures {
  readonly seed: number;
  readonly byCheck: Readonly<Record<string, { readonly detected: Rate; readonly falseAlarms: Rate }>>;
  /** Swaps that no check found, by what kind of pair they were. */
  readonly missed: Readonly<Record<string, Rate>>;
}

const kinds: Readonly<Record<string, (one: Judged) => boolean>> = {
  'height within 3 cm': ({ difference }) => (difference?.heightCm ?? 0) <= 3,
  'spine BMD within 5 %': ({ difference }) => (difference?.bmdPercent ?? 0) <= 5,
  both: ({ difference }) => (difference?.heightCm ?? 0) <= 3 && (difference?.bmdPercent ?? 0) <= 5,
  'prior of four or five years ago': ({ years }) => years >= 4,
};

/** Detection and false alarms by check over simulated follow-ups of one seed. */
export const identityFigures = (seed: number, count: number, swapped: number): IdentityFigures => {
  const all = followUpsOf(count, swapped, randomOf(seed)).map(judged);
  const [strangers, own] = [all.filter((one) => one.swapped), all.filter((one) => !one.swapped)];
  const share = (of: readonly Judged[], is: (one: Judged) => boolean): Rate => rateOf(of.filter(is).length, of.length);
  const both = (is: (one: Judged) => boolean) => ({ detected: share(strangers, is), falseAlarms: share(own, is) });
  return {
    seed,
    byCheck: {
      ...Object.fromEntries(checks.map((check) => [check, both(({ raised }) => raised.includes(check))])),
      any: both(({ raised }) => raised.length > 0),
    },
    missed: Object.fromEntries(
      Object.entries(kinds).map(([kind, is]) => [kind, share(strangers.filter(is), ({ raised }) => raised.length === 0)]),
    ),
  };
};
