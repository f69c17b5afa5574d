import { ageOn } from './age.js';
import type { AssessInput } from './assess-input.js';
import type { Diagnosis } from './assessment.js';
import type { JudgedRegion } from './judge-sites.js';
import { treatmentThresholds, type TreatmentThreshold } from './treatment-thresholds.table.js';
import { isTreatedForFrax } from './treatments.js';

const thresholdOf = (country: string | undefined): TreatmentThreshold | undefined =>
  treatmentThresholds.find(({ written }) => written.test(country?.trim() ?? ''));

export const hasThresholds = (country: string | undefined): boolean => thresholdOf(country) !== undefined;

const riskSites: readonly string[] = ['lumbar-spine', 'hip'];

const isBetween = ({ result: { site, score, usable } }: JudgedRegion): boolean =>
  usable && riskSites.includes(site) && score !== undefined && score < -1 && score > -2.5;

interface Judged {
  readonly input: AssessInput;
  readonly diagnosis: Diagnosis;
  readonly regions: readonly JudgedRegion[];
}

/** The threshold's text holds for low bone density at neck, total hip or spine, and FRAX for 40 to 90. */
const applies = ({ input: { patient, exam }, diagnosis, regions }: Judged): boolean => {
  const age = ageOn(exam.date, patient.birthDate);
  return age >= 40 && age <= 90 && diagnosis.category === 'low-bone-density' && regions.some(isBetween);
};

type Frax = NonNullable<AssessInput['frax']>;

const metBy = ({ majorPercent, hipPercent = 0 }: Frax, threshold: TreatmentThreshold): string[] => [
  ...(majorPercent >= threshold.majorPercent ? ['MAJOR_FRACTURE_RISK'] : []),
  ...(hipPercent >= threshold.hipPercent ? ['HIP_FRACTURE_RISK'] : []),
];

/** Why a carried fracture risk meets the threshold of its country: empty where it does not, or where none is known. */
export const riskReasons = (judged: Judged): string[] => {
  const { frax, intake, exam } = judged.input;
  const threshold = thresholdOf(frax?.country);
  if (frax === undefined || threshold === undefined || !applies(judged)) return [];
  const met = metBy(frax, threshold);
  return met.length > 0 && isTreatedForFrax(intake, exam.date) ? [...met, 'CALCULATED_ON_TREATMENT'] : met;
};
