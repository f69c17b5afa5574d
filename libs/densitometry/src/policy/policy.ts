import type { OverlayPolicy, WholePolicy } from './policy-shape.js';

/** Which policy something was judged by: id and version, and those of what it stands on. */
export interface PolicyName {
  readonly id: string;
  readonly version: number;
  readonly base?: { readonly id: string; readonly version: number };
}

/** A policy in force: whole, checked, its conditions ready to be asked. */
export interface Policy extends Omit<WholePolicy, 'policy' | 'version' | 'title' | 'examples'> {
  readonly name: PolicyName;
  readonly title: string;
}

export type AdviceRule = Policy['advice'][number];
export type Interval = Policy['nextExam']['rows'][number];
export type TreatmentThreshold = Policy['treatmentThresholds'][number];
export type BoneTreatment = Policy['boneTreatments'][number];

/** `default@1`, `north-hospital@3` */
export const nameText = ({ id, version }: { readonly id: string; readonly version: number }): string => `${id}@${version}`;

/** The policy that a whole document states. */
export const standing = ({ policy, version, title, examples, ...parts }: WholePolicy): Policy => ({
  ...parts,
  title,
  name: { id: policy, version },
});

/** Those of the one, each replaced by the other's of the same key, and the other's own. */
const replaced = <T>(one: readonly T[], other: readonly T[] = [], key: (part: T) => string): T[] => [
  ...one.filter((part) => !other.some((newer) => key(newer) === key(part))),
  ...other,
];

/** A stored policy with what a site changes in it. Drugs and causes are added and never taken away: treated bone stays treated bone. */
export const overlaid = (base: Policy, overlay: OverlayPolicy): Policy => ({
  name: { id: overlay.policy, version: overlay.version, base: { id: base.name.id, version: base.name.version } },
  title: overlay.title,
  values: { ...base.values, ...overlay.values },
  advice: base.advice.map((rule) => overlay.advice?.find(({ code }) => code === rule.code) ?? rule),
  nextExam: overlay.nextExam ?? base.nextExam,
  treatmentThresholds: replaced(base.treatmentThresholds, overlay.treatmentThresholds, ({ country }) => country),
  boneTreatments: [...base.boneTreatments, ...(overlay.boneTreatments ?? [])],
  secondaryCauses: [...new Set([...base.secondaryCauses, ...(overlay.secondaryCauses ?? [])])],
  questionnaire: replaced(base.questionnaire, overlay.questionnaire, ({ asks }) => asks),
  reasons: { ...base.reasons, ...overlay.reasons },
  sentences: replaced(base.sentences, overlay.sentences, ({ rule }) => rule),
});
