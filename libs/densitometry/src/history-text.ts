import type { AssessInput } from './assess-input.js';
import type { Sentence } from './assessment.js';
import { listed, sentence } from './sentence.js';

type Intake = NonNullable<AssessInput['intake']>;
type Told = (intake: Intake) => string | undefined;

const none = (list: readonly unknown[] | undefined): boolean => list === undefined || list.length === 0;
const year = (value: number | undefined): string => (value === undefined ? '' : ` (${value})`);

const period = ({ from, to }: { from: string; to?: string | undefined }): string =>
  to === undefined ? `since ${from}` : `${from} to ${to}`;

const answers: readonly (readonly [string, Told])[] = [
  [
    'FRAGILITY_FRACTURES',
    ({ fragilityFractures: list = [] }) =>
      none(list) ? undefined : `Fragility fractures: ${listed(list.map((one) => `${one.site}${year(one.year)}`))}.`,
  ],
  [
    'CHILDHOOD_FRACTURES',
    ({ childhoodFractures: list = [] }) =>
      none(list) ? undefined : `Fractures in childhood: ${listed(list.map(({ site, ageYears }) => `${site}${year(ageYears)}`))}.`,
  ],
  ['PARENT_HIP_FRACTURE', ({ parentHipFracture }) => (parentHipFracture ? 'A parent had a hip fracture.' : undefined)],
  ['CURRENT_SMOKER', ({ currentSmoker }) => (currentSmoker ? 'The patient smokes.' : undefined)],
  ['ALCOHOL', ({ alcoholUnitsPerDay: units = 0 }) => (units >= 3 ? `Alcohol: ${units} units a day.` : undefined)],
  ['RHEUMATOID_ARTHRITIS', ({ rheumatoidArthritis }) => (rheumatoidArthritis ? 'Rheumatoid arthritis.' : undefined)],
  [
    'GLUCOCORTICOIDS',
    ({ glucocorticoids: drug }) =>
      drug ? `Glucocorticoids: ${drug.prednisoneMgPerDay} mg of prednisone a day for ${drug.months} months.` : undefined,
  ],
  [
    'SECONDARY_CAUSES',
    ({ secondaryCauses: list = [] }) =>
      none(list) ? undefined : `Secondary causes: ${listed(list.map((cause) => cause.replaceAll('-', ' ')))}.`,
  ],
  ['HEIGHT_LOSS', ({ historicalHeightLossCm: lost = 0 }) => (lost > 0 ? `Height lost: ${lost} cm.` : undefined)],
  [
    'TREATMENTS',
    ({ treatments: list = [] }) =>
      none(list) ? undefined : `Treatments: ${listed(list.map((one) => `${one.drug} (${period(one)})`))}.`,
  ],
];

/** What was answered, one sentence for each answer that matters; what was not asked is not mentioned. */
export const historySentences = ({ exam, intake }: AssessInput): Sentence[] => [
  ...(exam.indication === undefined
    ? []
    : [sentence('history', 'INDICATION', `Indication: ${exam.indication.replace(/\.$/, '')}.`, { indication: exam.indication })]),
  ...answers.flatMap(([rule, told]) => {
    const text = intake === undefined ? undefined : told(intake);
    return text === undefined ? [] : [sentence('history', rule, text, { ...intake })];
  }),
];
