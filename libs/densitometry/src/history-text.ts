import type { AssessInput } from './assess-input.js';
import type { Sentence } from './assessment.js';
import type { Speaker } from './languages/speak.js';
import { sentence } from './sentence.js';

type Intake = NonNullable<AssessInput['intake']>;
type Told = (intake: Intake, speaker: Speaker) => string | undefined;
type Answer =
  | 'FRAGILITY_FRACTURES'
  | 'CHILDHOOD_FRACTURES'
  | 'PARENT_HIP_FRACTURE'
  | 'CURRENT_SMOKER'
  | 'ALCOHOL'
  | 'RHEUMATOID_ARTHRITIS'
  | 'GLUCOCORTICOIDS'
  | 'SECONDARY_CAUSES'
  | 'HEIGHT_LOSS'
  | 'TREATMENTS';

/** A known place in words, anything else as it was written. */
const placeIn = (speaker: Speaker, written: string): string => speaker.wordFor('places', written.trim().toLowerCase()) ?? written;

const listed = (speaker: Speaker, rule: Answer, parts: readonly string[]): string | undefined =>
  parts.length === 0 ? undefined : speaker.say('history', rule, { list: speaker.list(parts) });

const fragilityFractures: Told = ({ fragilityFractures: list = [] }, speaker) =>
  listed(
    speaker,
    'FRAGILITY_FRACTURES',
    list.map(({ site, year }) => {
      const place = placeIn(speaker, site);
      return year === undefined ? place : speaker.say('history', 'inYear', { place, year: `${year}` });
    }),
  );

const childhoodFractures: Told = ({ childhoodFractures: list = [] }, speaker) =>
  listed(
    speaker,
    'CHILDHOOD_FRACTURES',
    list.map(({ site, ageYears }) => {
      const place = placeIn(speaker, site);
      return ageYears === undefined ? place : speaker.say('history', 'atAge', { place, age: speaker.number(ageYears) });
    }),
  );

const treatments: Told = ({ treatments: list = [] }, speaker) =>
  listed(
    speaker,
    'TREATMENTS',
    list.map(({ drug, from, to }) =>
      to === undefined
        ? speaker.say('history', 'since', { drug, from: speaker.date(from) })
        : speaker.say('history', 'fromTo', { drug, from: speaker.date(from), to: speaker.date(to) }),
    ),
  );

const glucocorticoids: Told = ({ glucocorticoids: drug }, speaker) =>
  drug &&
  speaker.say('history', 'GLUCOCORTICOIDS', {
    mg: speaker.number(drug.prednisoneMgPerDay),
    months: speaker.number(drug.months),
    count: drug.months,
  });

const answers: readonly (readonly [Answer, Told])[] = [
  ['FRAGILITY_FRACTURES', fragilityFractures],
  ['CHILDHOOD_FRACTURES', childhoodFractures],
  [
    'PARENT_HIP_FRACTURE',
    ({ parentHipFracture }, { say }) => (parentHipFracture ? say('history', 'PARENT_HIP_FRACTURE') : undefined),
  ],
  ['CURRENT_SMOKER', ({ currentSmoker }, { say }) => (currentSmoker ? say('history', 'CURRENT_SMOKER') : undefined)],
  [
    'ALCOHOL',
    ({ alcoholUnitsPerDay: units = 0 }, { say, number }) =>
      units >= 3 ? say('history', 'ALCOHOL', { units: number(units) }) : undefined,
  ],
  [
    'RHEUMATOID_ARTHRITIS',
    ({ rheumatoidArthritis }, { say }) => (rheumatoidArthritis ? say('history', 'RHEUMATOID_ARTHRITIS') : undefined),
  ],
  ['GLUCOCORTICOIDS', glucocorticoids],
  [
    'SECONDARY_CAUSES',
    ({ secondaryCauses: list = [] }, speaker) =>
      listed(
        speaker,
        'SECONDARY_CAUSES',
        list.map((cause) => speaker.wordFor('causes', cause) ?? cause.replaceAll('-', ' ')),
      ),
  ],
  [
    'HEIGHT_LOSS',
    ({ historicalHeightLossCm: lost = 0 }, { say, number }) =>
      lost > 0 ? say('history', 'HEIGHT_LOSS', { cm: number(lost) }) : undefined,
  ],
  ['TREATMENTS', treatments],
];

/** What was answered, one sentence for each answer that matters; what was not asked is not mentioned. Free text stays as it was written. */
export const historySentences = (speaker: Speaker, { exam: { indication }, intake }: AssessInput): Sentence[] => [
  ...(indication === undefined
    ? []
    : [
        sentence('history', 'INDICATION', speaker.say('history', 'INDICATION', { indication: indication.replace(/\.$/, '') }), {
          indication,
        }),
      ]),
  ...answers.flatMap(([rule, told]) => {
    const text = intake === undefined ? undefined : told(intake, speaker);
    return text === undefined ? [] : [sentence('history', rule, text, { ...intake })];
  }),
];
