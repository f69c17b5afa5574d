import type { AssessInput } from './assess-input.js';
import type { UnderPolicy } from './policy/under-policy.js';

/** The places where a low-trauma fracture speaks for itself, as they may be written. */
const places = [
  { place: 'hip', written: /hip|proximal[ -]femur|femoral[ -]neck/i },
  { place: 'vertebra', written: /spine|vertebra|^[tl]\d+$/i },
  { place: 'wrist', written: /wrist|forearm|distal[ -]radius|^radius$|colles/i },
  { place: 'humerus', written: /humerus|shoulder/i },
  { place: 'pelvis', written: /pelvis|pubic|sacrum/i },
] as const;

export type FracturePlace = (typeof places)[number]['place'];

/** Places of fragility fractures that count, as rules and policies name them. */
export const fracturePlaces: readonly FracturePlace[] = places.map(({ place }) => place);

const placeOf = (written: string): FracturePlace | undefined => places.find((one) => one.written.test(written))?.place;

/** Fragility fractures that were recorded, by place. */
export const fragilityFractures = ({ input: { intake } }: Pick<UnderPolicy, 'input'>): FracturePlace[] =>
  (intake?.fragilityFractures ?? []).flatMap(({ site }) => placeOf(site) ?? []);

/** VFA has found a vertebral fracture of the policy's Genant grade (2 by default) or above, or says yes without a grade. */
export const vfaFracture = ({ input: { vfa }, policy }: UnderPolicy): boolean => {
  const findings = vfa?.findings ?? [];
  return (
    vfa?.status === 'yes' &&
    (findings.length === 0 || findings.some(({ grade }) => grade >= policy.values.vertebralFractureGrade))
  );
};

/** A fragility fracture is recorded or VFA says yes: what makes osteoporosis an established one. */
export const isEstablished = (input: AssessInput): boolean =>
  fragilityFractures({ input }).length > 0 || input.vfa?.status === 'yes';

const longBone = /humerus|radius|ulna|forearm|wrist|femur|hip|tibia|fibula/i;

/**
 * Osteoporosis in a child, by fracture (ISCD paediatric 2013): a vertebral compression fracture without high-energy trauma, or, with a low
 * Z-score, two long bones by the age of 10 or three by 19. A fracture by high-energy trauma never counts; a vertebra only where the
 * trauma is stated as low.
 */
export const childFractures = (exam: UnderPolicy): { vertebra: boolean; longBones: boolean } => {
  const history = exam.input.intake?.childhoodFractures ?? [];
  const counted = history.filter(({ site, trauma }) => longBone.test(site) && trauma !== 'high');
  const early = counted.filter(({ ageYears }) => ageYears !== undefined && ageYears <= 10);
  const crushed = history.some(({ site, trauma }) => placeOf(site) === 'vertebra' && trauma === 'low');
  return {
    vertebra: crushed || vfaFracture(exam) || fragilityFractures(exam).includes('vertebra'),
    longBones: early.length >= 2 || counted.length >= 3,
  };
};
