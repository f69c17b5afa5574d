import type { reading, Region, Scan } from '@osteon/contracts';
import { observationCodes, unspecifiedBone, type SiteCodes } from './observation-codes.table.js';

/** One number with its LOINC code and UCUM unit, as it is written. */
export interface CodedResult {
  readonly code: string;
  readonly text: string;
  readonly value: string;
  readonly unit: 'g/cm2' | '{T-score}' | '{Z-score}';
  /** The row of the scan: a vertebra, a combination, a region of the hip. */
  readonly region: string;
  /** A hand typed it: the densitometer has not sent it. */
  readonly typed?: true;
}

type Review = reading.ReviewContentV1;

/** Vertebrae of a row of the spine: `L1-L2,L4` is L1, L2 and L4; none for rows of other sites. */
const vertebraeOf = (region: string): string[] =>
  region.split(',').flatMap((part) => {
    const [, first, last] = /^L([1-4])(?:-L([1-4]))?$/.exec(part) ?? [];
    const from = Number(first);
    return Array.from({ length: Number(last ?? first) - from + 1 || 0 }, (_, index) => `L${from + index}`);
  });

/** Whether a row holds nothing that the physician has excluded: neither itself nor one of its vertebrae. */
const isJudged = ({ excluded }: Review, { region }: Region): boolean => {
  const left = new Set(excluded.map((each) => each.region));
  return !left.has(region) && !vertebraeOf(region).some((vertebra) => left.has(vertebra));
};

const isInterpretable = ({ quality }: Review, { site, side }: Scan): boolean =>
  !quality.some((each) => each.site === site && each.side === side && each.status === 'not-interpretable');

const codesOf = ({ site, side }: Scan): SiteCodes =>
  observationCodes[site]?.[side ?? 'unstated'] ?? observationCodes[site]?.unstated ?? unspecifiedBone;

/** With the decimals of the number, but at least so many. */
const written = (value: number, least: number): string => {
  const decimals = `${value}`.split('.')[1]?.length ?? 0;
  return value.toFixed(Math.max(least, decimals));
};

/** T and Z where the judgement used T, Z alone where it used Z: a T-score means nothing before menopause or in the young. */
const scoresOf = ({ tScore, zScore }: Region, kind: Review['assessment']['score']['kind']): Pick<Region, 'tScore' | 'zScore'> => {
  if (kind === 'none') return {};
  return kind === 'T' ? { tScore, zScore } : { zScore };
};

const kinds = { bmd: { text: 'BMD', unit: 'g/cm2' }, tScore: { text: 'T-score', unit: '{T-score}' }, zScore: { text: 'Z-score', unit: '{Z-score}' } } as const;

const resultsOf = (codes: SiteCodes, { region, bmd, typed = [] }: Region, scores: Pick<Region, 'tScore' | 'zScore'>): CodedResult[] => {
  const values = { bmd, ...scores };
  return (['bmd', 'tScore', 'zScore'] as const).flatMap((field) => {
    const [code, value, { text, unit }] = [codes[field], values[field], kinds[field]];
    if (code === undefined || value === undefined) return [];
    const byHand = typed.some((each) => each.field === field) ? { typed: true as const } : {};
    return [{ code, text: `${text} ${codes.text}`, unit, region, value: written(value, unit === 'g/cm2' ? 3 : 1), ...byHand }];
  });
};

/** The numbers that a record system may calculate with: interpretable scans, nothing excluded, the kind of score that was judged. */
export const codedResults = (review: Review): CodedResult[] =>
  review.scans
    .filter((scan) => isInterpretable(review, scan))
    .flatMap((scan) =>
      scan.regions
        .filter((region) => isJudged(review, region))
        .flatMap((region) => resultsOf(codesOf(scan), region, scoresOf(region, review.assessment.score.kind))),
    );
