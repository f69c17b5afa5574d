import { ADULT_FROM, ageOn } from './age.js';
import type { AssessInput } from './assess-input.js';
import type { Comparison, Finding, Sentence } from './assessment.js';
import type { Speaker } from './languages/speak.js';
import { capital, sentence } from './sentence.js';
import { placeWords } from './words.js';

const plus = (value: number): string => (value > 0 ? '+' : '');

/** A difference in g/cm2 and in percent, with its sign. */
const changeWords = ({ bmd, score }: Speaker, change: number, percent: number) => ({
  change: `${plus(change)}${bmd(change)}`,
  percent: `${plus(percent)}${score(percent)}`,
});

const figures = (speaker: Speaker, { bmd = 0, priorBmd = 0, changeGcm2 = 0, changePercent = 0 }: Comparison): string =>
  speaker.say('comparison', 'figures', {
    bmd: speaker.bmd(bmd),
    prior: speaker.bmd(priorBmd),
    ...changeWords(speaker, changeGcm2, changePercent),
  });

const judgement = (speaker: Speaker, { lscGcm2, direction }: Comparison): string =>
  lscGcm2 === undefined
    ? speaker.say('comparison', 'unknown')
    : speaker.say('comparison', direction ?? 'none', { lsc: speaker.bmd(lscGcm2) });

const rate = (speaker: Speaker, { significant, yearlyChangeGcm2: change, yearlyChangePercent = 0 }: Comparison): string =>
  significant && change !== undefined ? speaker.say('comparison', 'rate', changeWords(speaker, change, yearlyChangePercent)) : '';

const ruleOf = ({ comparable, lscGcm2 }: Comparison): string => {
  if (!comparable) return 'NOT_COMPARABLE';
  return lscGcm2 === undefined ? 'SIGNIFICANCE_UNKNOWN' : 'CHANGE_AGAINST_LSC';
};

interface Told {
  readonly input: AssessInput;
  readonly comparisons: readonly Comparison[];
  readonly findings: readonly Finding[];
}

/** Stable is a response only where nothing that is followed was lost since that prior. */
const isResponse = ({ onTreatment, followed, significant, priorExamId }: Comparison, { comparisons }: Told): boolean =>
  onTreatment === true &&
  followed &&
  significant === false &&
  !comparisons.some((one) => one.priorExamId === priorExamId && one.followed && one.direction === 'decrease');

/** Something in the exam makes it doubtful whether it is of this patient. */
export const isDoubted = (findings: readonly Finding[]): boolean => findings.some(({ code }) => code.startsWith('IDENTITY_'));

/** What has to be known beside a difference. */
const remarks = ({ say }: Speaker, comparison: Comparison, told: Told): string =>
  [
    ...(isDoubted(told.findings) ? [say('comparison', 'doubted')] : []),
    ...(ageOn(comparison.priorDate, told.input.patient.birthDate) < ADULT_FROM ? [say('comparison', 'growth')] : []),
    ...(isResponse(comparison, told) ? [say('comparison', 'response')] : []),
  ].join('');

const compared = (speaker: Speaker, comparison: Comparison, at: { place: string; date: string }): string => {
  const head = speaker.say('comparison', 'compared', {
    ...at,
    scale: comparison.crossCalibrated ? speaker.say('comparison', 'crossCalibrated') : '',
    figures: figures(speaker, comparison),
    judgement: judgement(speaker, comparison),
  });
  return `${head}${rate(speaker, comparison)}`;
};

const comparisonText = (speaker: Speaker, comparison: Comparison, told: Told): string => {
  const { site, side, regions, priorDate, comparable, why = [] } = comparison;
  const at = { place: capital(placeWords(speaker, { site, side, region: regions })), date: speaker.date(priorDate) };
  if (comparable) return `${compared(speaker, comparison, at)}${remarks(speaker, comparison, told)}`;
  const reasons = why.map((one) => speaker.say('notComparable', one, { side: side ?? 'unknown' }));
  return speaker.say('comparison', 'notComparable', { ...at, why: speaker.list(reasons) });
};

/** Each comparison in words; a difference is called a change only where the LSC says so. */
export const comparisonSentences = (speaker: Speaker, told: Told): Sentence[] =>
  told.comparisons.map((comparison) =>
    sentence('comparison', ruleOf(comparison), comparisonText(speaker, comparison, told), { ...comparison }),
  );
