import type { Comparison, NotComparable, Sentence } from './assessment.js';
import { bmdText, scoreText } from './decimals.js';
import { capital, listed, sentence } from './sentence.js';
import { nameOfRegion } from './words.js';

const whyWords: Readonly<Record<NotComparable, string>> = {
  OTHER_SCANNER: 'it was made on another densitometer without a cross-calibration',
  OTHER_MANUFACTURER: 'that densitometer is of another maker',
  OTHER_SIDE: 'another side was measured',
  OTHER_REGIONS: 'it does not have the same regions',
  OTHER_MODE: 'it was measured in another mode',
  PRIOR_NOT_INTERPRETABLE: 'that scan cannot be interpreted',
  CURRENT_NOT_INTERPRETABLE: 'this scan cannot be interpreted',
  SINGLE_VERTEBRA: 'a single vertebra is not followed',
  NO_LSC: 'the least significant change is not known',
};

const signed = (value: number | undefined, text: (value: number) => string): string =>
  value === undefined ? '' : `${value > 0 ? '+' : ''}${text(value)}`;

const figures = ({ bmd = 0, priorBmd = 0, changeGcm2, changePercent }: Comparison): string =>
  `BMD ${bmdText(bmd)} against ${bmdText(priorBmd)} g/cm2, difference ${signed(changeGcm2, bmdText)} g/cm2 (${signed(changePercent, scoreText)} %)`;

const judgement = ({ lscGcm2, significant, direction }: Comparison): string => {
  if (lscGcm2 === undefined)
    return "its significance is unknown: the facility's least significant change for this scanner and region is not known";
  const lsc = `least significant change ${bmdText(lscGcm2)} g/cm2`;
  return significant ? `a significant ${direction ?? ''} (${lsc})` : `no significant change (${lsc})`;
};

const response = ({ onTreatment, followed, significant }: Comparison): string =>
  onTreatment && followed && significant === false ? ' Stable on treatment counts as a response.' : '';

const rate = ({ significant, yearlyChangeGcm2, yearlyChangePercent }: Comparison): string =>
  significant && yearlyChangeGcm2 !== undefined
    ? ` Rate: ${signed(yearlyChangeGcm2, bmdText)} g/cm2 (${signed(yearlyChangePercent, scoreText)} %) per year.`
    : '';

const ruleOf = ({ comparable, lscGcm2 }: Comparison): string => {
  if (!comparable) return 'NOT_COMPARABLE';
  return lscGcm2 === undefined ? 'SIGNIFICANCE_UNKNOWN' : 'CHANGE_AGAINST_LSC';
};

/** One comparison in words; a difference is called a change only where the LSC says so. */
export const comparisonSentence = (comparison: Comparison): Sentence => {
  const { site, side, regions, priorDate, comparable, why = [], crossCalibrated } = comparison;
  const place = capital(nameOfRegion(site, regions, side));
  const scale = crossCalibrated ? ' (by cross-calibration)' : '';
  const text = comparable
    ? `${place} since ${priorDate}${scale}: ${figures(comparison)}: ${judgement(comparison)}.${rate(comparison)}${response(comparison)}`
    : `${place}: not comparable with ${priorDate}, because ${listed(why.map((one) => whyWords[one]))}.`;
  return sentence('comparison', ruleOf(comparison), text, { ...comparison });
};
