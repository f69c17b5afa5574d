import type { ComparisonShown } from './studies.api.js';
import { dayInWords } from '../shell/moment.js';
import { placeName, regionName } from './site-names.js';

/** One region against one earlier exam, in words. */
export interface Change {
  readonly key: string;
  readonly place: string;
  readonly since: string;
  /** `−0.049 g/cm², −4.9 %`; absent where no difference may be formed. */
  readonly figures?: string;
  readonly verdict: string;
  readonly tone: 'plain' | 'warn' | 'good';
}

const reasons: Readonly<Record<string, string>> = {
  OTHER_SCANNER: 'other scanner, no cross-calibration',
  OTHER_MANUFACTURER: 'other manufacturer',
  OTHER_SIDE: 'other side',
  OTHER_REGIONS: 'other regions',
  OTHER_MODE: 'other scan mode',
  PRIOR_NOT_INTERPRETABLE: 'the earlier scan could not be interpreted',
  CURRENT_NOT_INTERPRETABLE: 'this scan cannot be interpreted',
  SINGLE_VERTEBRA: 'one vertebra alone',
  NO_LSC: 'the facility has no LSC for it',
};

const signed = (value: number, digits: number): string => {
  const figure = Math.abs(value).toFixed(digits);
  if (Number(figure) === 0) return figure;
  return value > 0 ? `+${figure}` : `−${figure}`;
};

const figuresOf = ({ changeGcm2, changePercent }: ComparisonShown): string | undefined =>
  changeGcm2 === undefined ? undefined : [`${signed(changeGcm2, 3)} g/cm²`, ...(changePercent === undefined ? [] : [`${signed(changePercent, 1)} %`])].join(', ');

const because = (why: readonly string[] = []): string => why.map((code) => reasons[code] ?? code).join('; ');

const verdictOf = ({ comparable, significant, direction, lscGcm2, why }: ComparisonShown): Pick<Change, 'verdict' | 'tone'> => {
  if (!comparable) return { verdict: `not comparable: ${because(why)}`, tone: 'plain' };
  if (significant === undefined) return { verdict: `significance unknown: ${because(why)}`, tone: 'plain' };
  const lsc = `LSC ${lscGcm2?.toFixed(3) ?? ''}`;
  if (!significant) return { verdict: `no significant change (${lsc})`, tone: 'plain' };
  return direction === 'decrease' ? { verdict: `significant decrease (${lsc})`, tone: 'warn' } : { verdict: `significant increase (${lsc})`, tone: 'good' };
};

/** The comparisons of an assessment for people, in its order; the significance is the assessment's, never worked out here. */
export const changesOf = (comparisons: readonly ComparisonShown[] = []): readonly Change[] =>
  comparisons.map((comparison) => {
    const { priorExamId, priorDate, regions } = comparison;
    const place = `${placeName(comparison)}, ${regionName(regions)}`;
    return { key: `${priorExamId} ${place}`, place, since: dayInWords(priorDate), figures: figuresOf(comparison), ...verdictOf(comparison) };
  });
