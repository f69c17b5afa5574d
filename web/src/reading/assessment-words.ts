import { scoreFigure } from './figures.js';
import { placeName, regionName } from './site-names.js';
import type { Assessment, Category, Finding } from './studies.api.js';

const categories: Readonly<Record<Category, string>> = {
  normal: 'Normal',
  'low-bone-density': 'Low bone density (osteopenia)',
  osteoporosis: 'Osteoporosis',
  'within-expected-range': 'Within the expected range for age',
  'below-expected-range': 'Below the expected range for age',
  none: 'No class suggested',
};

/** The class as a physician reads it. */
export const categoryInWords = (category: Category): string => categories[category];

const rules: Readonly<Record<string, string>> = {
  T_SCORE_AFTER_MENOPAUSE: 'T-score, as for a woman after menopause',
  T_SCORE_IN_TRANSITION: 'T-score, as for a woman in the menopausal transition',
  T_SCORE_MEN_50: 'T-score, as for a man of 50 or older',
  Z_SCORE_BEFORE_MENOPAUSE: 'Z-score, as for a woman before menopause',
  Z_SCORE_MEN_UNDER_50: 'Z-score, as for a man under 50',
  Z_SCORE_CHILD: 'Z-score, as for anybody under 20',
  WHO_LOWEST_SITE: 'WHO class of the lowest score',
  NO_USABLE_SITE: 'No site can be used',
  SEX_UNKNOWN: 'The sex is not known',
  MENOPAUSAL_STATUS_UNKNOWN: 'The menopausal status is not known',
};

const spelled = (code: string): string => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');

/** A rule's code in words; one that is not listed is spelled out. */
export const ruleInWords = (code: string): string => rules[code] ?? spelled(code);

const problems: Readonly<Record<string, string>> = {
  SOURCES_DISAGREE: 'Two sources disagree on a value; it was left out',
  NO_RESULTS: 'The device sent no results',
  UNREADABLE: 'An object could not be read',
  UNKNOWN_REGION: 'A region is not known',
  UNKNOWN_SITE: 'A site is not known',
  SIDE_MISSING: 'The side is not stated',
  DATE_AMBIGUOUS: 'A date can be read in two ways',
  DECIMAL_AMBIGUOUS: 'A number can be read in two ways',
  SCORE_ARITHMETIC: 'A score and its BMD do not fit',
  BMC_AREA_ARITHMETIC: 'BMD is not BMC over area',
  COMBINED_REGION_ARITHMETIC: 'A combined region is not the sum of its parts',
  TWO_PATIENTS: 'Objects of two patients',
  T_REFERENCE_NOT_FEMALE: 'T-score against another than the female reference',
  TRUNCATED: 'An object is cut off',
  UNIT_UNKNOWN: 'A unit is not known',
  TYPED_VALUE_CONTRADICTED: 'A typed value and the device disagree; neither counts',
  IDENTITY_SEX: 'The device was told another sex than the order states',
  IDENTITY_BIRTH_DATE: 'The device was told another birth date than the order states',
  IDENTITY_ID: 'The device was told another patient id than the order states',
  IDENTITY_HEIGHT: 'The device was told a height more than 6 cm from that of the order',
  IDENTITY_BONE_AREA: 'The area of the same vertebrae is not that of an earlier exam: another person?',
  IDENTITY_BMD_JUMP: 'BMD differs from an earlier exam by more than a body can change: another person?',
  IDENTITY_BONE_SHAPE: 'Size and density of many bones are not those of an earlier exam: another person?',
  SCANNER_OUT_OF_CONTROL: 'The scanner was out of control on the day of the exam',
  SCORE_IMPLAUSIBLE: 'A score is outside what anybody has (-8 to 8)',
  BMD_IMPLAUSIBLE: 'A BMD is outside what anybody has (0.05 to 2.5 g/cm2)',
  TWO_VALUES_FOR_ONE_REGION: 'Two different values were given for one region',
  QUALITY_NOT_STATED: 'The technical quality of a scan is to be stated',
  HEIGHT_OR_WEIGHT_MISSING: 'Height or weight is missing',
  SCANNER_QC_MISSING: 'No quality control of the scanner is recorded',
  SCANNER_SERIAL_MISSING: 'The scanner’s serial number is missing',
  T_REFERENCE_UNKNOWN: 'The reference of a T-score is not known',
  SPINE_NOT_MEASURED: 'The spine was not measured',
  HIP_NOT_MEASURED: 'The hip was not measured',
};

/** A problem or finding in words; one that is not listed is spelled out. */
export const problemInWords = (code: string): string => problems[code] ?? spelled(code);

/** The suggestion with its reasons, ready to be read. */
export interface Suggestion {
  readonly title: string;
  readonly reasons: readonly string[];
  readonly findings: readonly { readonly words: string; readonly level: Finding['level'] }[];
}

const basisInWords = ({ diagnosis, score }: Assessment): string | undefined => {
  const { basis } = diagnosis;
  if (!basis) return undefined;
  return `${placeName(basis)}, ${regionName(basis.region).toLowerCase().replace(/l(\d)/g, 'L$1')}: ${score.kind} ${scoreFigure(basis.score)}`;
};

const scoreInWords = ({ score }: Assessment): string =>
  `${ruleInWords(score.rule)}${score.assumed ? ' (assumed from the age)' : ''}`;

/** A code that other words of the page already say is not repeated. */
const saidElsewhere = ['QUALITY_NOT_STATED'];

const isFirst = (finding: Finding, place: number, all: readonly Finding[]): boolean =>
  all.findIndex(({ code, level }) => code === finding.code && level === finding.level) === place;

const gradeOf = { 'blocks-signing': 0, warning: 1, information: 2 } as const;

/** Puts an assessment into words: what is suggested, on which row it rests, by which rules, and what was found, each kind once. */
export const suggestionOf = (assessment: Assessment): Suggestion => {
  const { diagnosis } = assessment;
  const codes = [diagnosis.rule, diagnosis.why].flatMap((code) => (code ? [ruleInWords(code)] : []));
  const reasons = [basisInWords(assessment) ?? [], scoreInWords(assessment), ...codes].flat();
  const findings = (assessment.findings ?? []).filter(({ code }) => !saidElsewhere.includes(code));
  return {
    title: `${categoryInWords(diagnosis.category)}${diagnosis.provisional ? ', provisional' : ''}`,
    reasons: [...new Set(reasons)],
    findings: findings
      .filter(isFirst)
      .toSorted((a, b) => gradeOf[a.level] - gradeOf[b.level])
      .map(({ code, level }) => ({ words: problemInWords(code), level })),
  };
};
