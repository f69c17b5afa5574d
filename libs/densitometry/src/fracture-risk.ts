import { ageOn } from './age.js';
import type { AssessInput } from './assess-input.js';
import type { Facts } from './policy/facts.js';
import type { Policy, TreatmentThreshold } from './policy/policy.js';
import type { UnderPolicy } from './policy/under-policy.js';
import { isTreatedForFrax } from './treatments.js';

/** FRAX holds for these ages. */
export const fraxAges = { from: 40, to: 90 } as const;

/** The policy's threshold for a country, as its name may be written. */
export const thresholdOf = ({ treatmentThresholds }: Policy, country: string | undefined): TreatmentThreshold | undefined => {
  const name = country?.trim().toLowerCase();
  return treatmentThresholds.find(({ written }) => written.some((one) => one.toLowerCase() === name));
};

/** On the day of the exam the patient was of an age that FRAX holds for. */
export const isOfFraxAge = ({ patient, exam }: AssessInput): boolean => {
  const age = ageOn(exam.date, patient.birthDate);
  return age >= fraxAges.from && age <= fraxAges.to;
};

type Frax = NonNullable<AssessInput['frax']>;

const metBy = ({ majorPercent, hipPercent = 0 }: Frax, threshold: TreatmentThreshold): string[] => [
  ...(majorPercent >= threshold.majorPercent ? ['MAJOR_FRACTURE_RISK'] : []),
  ...(hipPercent >= threshold.hipPercent ? ['HIP_FRACTURE_RISK'] : []),
];

/** Why a carried fracture risk meets the policy's threshold for its country: empty where it does not, or where none is known. */
export const riskReasons = (exam: UnderPolicy, facts: Facts): string[] => {
  const { frax } = exam.input;
  const threshold = thresholdOf(exam.policy, frax?.country);
  if (frax === undefined || threshold === undefined || !isOfFraxAge(exam.input)) return [];
  const met = threshold.when.outcome(facts) === 'holds' ? metBy(frax, threshold) : [];
  return met.length > 0 && isTreatedForFrax(exam) ? [...met, 'CALCULATED_ON_TREATMENT'] : met;
};
