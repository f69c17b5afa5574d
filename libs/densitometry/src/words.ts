import type { Diagnosis, Score, Side, Site, Withheld } from './assessment.js';
import type { QualityKind } from './exam-shape.js';

const siteWords: Readonly<Record<Site, string>> = {
  'lumbar-spine': 'lumbar spine',
  hip: 'hip',
  forearm: 'forearm',
  'whole-body': 'whole body',
  'whole-body-less-head': 'whole body less head',
  'lateral-spine': 'lateral spine',
};

const regionWords = new Map<string, string>(
  Object.entries({
    'femoral-neck': 'femoral neck',
    'total-hip': 'total hip',
    trochanter: 'trochanter',
    intertrochanter: 'intertrochanter',
    wards: "Ward's triangle",
    'upper-neck': 'upper neck',
    'lower-neck': 'lower neck',
    'mean-total-hip': 'mean total hip',
    'mean-femoral-neck': 'mean femoral neck',
    'radius-33': '33 % radius',
    'radius-ud': 'ultradistal radius',
  }),
);

const qualityWords: Readonly<Record<QualityKind, string>> = {
  positioning: 'positioning',
  artefact: 'artefact',
  movement: 'movement',
  degenerative: 'degenerative change',
  fracture: 'fracture',
  hardware: 'hardware',
  'insufficient-area': 'insufficient area',
  other: 'other reason',
};

const sideWords: Readonly<Record<Side, string>> = { left: 'left ', right: 'right ', both: '' };

const sided = (side: Side | undefined, name: string): string => `${side === undefined ? '' : sideWords[side]}${name}`;

/** `left hip`, `lumbar spine`; both sides: `hips`. */
export const nameOfSite = (site: Site, side?: Side): string =>
  side === 'both' ? `both ${siteWords[site]}s` : sided(side, siteWords[site]);

/** `left femoral neck`, `lumbar spine (L1-L4)`; a region without a word of its own keeps its code beside the site's name. */
export const nameOfRegion = (site: Site, region: string, side?: Side): string => {
  const word = regionWords.get(region);
  return word === undefined ? `${nameOfSite(site, side)} (${region})` : sided(side, word);
};

/** A row of a scan: `femoral neck`; what has no word of its own (a vertebra) keeps its code. */
export const nameOfRow = (region: string): string => regionWords.get(region) ?? region;

const reasonWords = new Map<string, string>(Object.entries(qualityWords));

/** Why a region was left out, in words; an unknown reason as it is. */
export const nameOfReason = (reason: string): string => reasonWords.get(reason) ?? reason;

export const withheldWords: Readonly<Record<Withheld['why'], string>> = {
  T_REFERENCE_NOT_FEMALE: 'its T-score does not refer to the female reference',
  T_REFERENCE_UNKNOWN: 'the reference of its T-score is not stated',
  Z_REFERENCE_NOT_OF_PATIENT: 'its Z-score refers to the database of the other sex',
  TWO_VALUES_FOR_ONE_REGION: 'two different values were given',
  BMD_IMPLAUSIBLE: 'its BMD is not plausible',
  SCORE_IMPLAUSIBLE: 'its score is not plausible',
  SCORE_ARITHMETIC: 'its scores and its BMD do not fit together',
  SCORE_MISSING: 'no score was given for it',
};

export const notSuggestedWords: Readonly<Record<NonNullable<Diagnosis['why']>, string>> = {
  NO_USABLE_SITE: 'no site could be used',
  SEX_UNKNOWN: 'the sex is not known',
  MENOPAUSAL_STATUS_UNKNOWN: 'the menopausal status is not known',
};

export const categoryWords: Readonly<Record<Exclude<Diagnosis['category'], 'none'>, string>> = {
  normal: 'Normal bone density',
  'low-bone-density': 'Low bone density (osteopenia)',
  osteoporosis: 'Osteoporosis',
  'within-expected-range': 'Bone density within the expected range for age',
  'below-expected-range': 'Bone density below the expected range for age',
};

/** Why this score counts. */
export const scoreWords: Readonly<Record<Score['rule'], string>> = {
  T_SCORE_AFTER_MENOPAUSE: 'T-scores apply (woman after menopause).',
  T_SCORE_IN_TRANSITION: 'T-scores apply (woman in the menopausal transition).',
  T_SCORE_MEN_50: 'T-scores apply (man of 50 or older).',
  Z_SCORE_BEFORE_MENOPAUSE: 'Z-scores apply (woman before menopause).',
  Z_SCORE_MEN_UNDER_50: 'Z-scores apply (man under 50).',
  Z_SCORE_CHILD: 'Z-scores apply (under 20 years of age).',
  SEX_UNKNOWN: 'Neither T- nor Z-scores are judged: the sex is not known.',
  MENOPAUSAL_STATUS_UNKNOWN: 'Neither T- nor Z-scores are judged: the menopausal status is not known.',
};
