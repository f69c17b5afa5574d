import { Decimal } from 'decimal.js';
import type { SpineResult, SuggestedExclusion } from './assessment.js';
import type { QualityKind } from './exam-shape.js';
import { readVertebrae, vertebraeLeft } from './judge-sites.js';
import type { MeasuredSite } from './measured-site.js';
import { withoutGaps } from './without-gaps.js';
import type { Judging } from './row-values.js';
import { lumbarVertebrae, nameOfVertebrae, vertebraeOf, type Vertebra } from './vertebrae.js';

const notAssessable: readonly QualityKind[] = ['degenerative', 'fracture', 'hardware', 'artefact'];

type Reason = Pick<SuggestedExclusion, 'reason' | 'difference' | 'kind'>;

const scoreOf = (site: MeasuredSite, vertebra: Vertebra, judging: Judging): number | undefined => {
  const { tScore, why } = readVertebrae(site, [vertebra], judging).reading;
  return why === undefined ? tScore : undefined;
};

interface Pair {
  readonly higher: Vertebra;
  readonly difference: number;
}

/** Neighbours by printed T-score; of two that differ the one with the higher T-score is named. */
const pairsOf = (site: MeasuredSite, left: readonly Vertebra[], judging: Judging): Pair[] =>
  lumbarVertebrae.slice(1).flatMap((lower, index) => {
    const both = [...lumbarVertebrae.slice(index, index + 1), lower].filter((vertebra) => left.includes(vertebra));
    const [above, below] = both.map((vertebra) => ({ vertebra, score: scoreOf(site, vertebra, judging) }));
    if (above?.score === undefined || below?.score === undefined) return [];
    const difference = new Decimal(above.score).minus(below.score);
    return [{ higher: difference.isPositive() ? above.vertebra : below.vertebra, difference: difference.abs().toNumber() }];
  });

/** Of both differences of a vertebra the larger. */
const byDifference = (pairs: readonly Pair[], vertebra: Vertebra, margin: number): Reason | undefined => {
  const differences = pairs.filter(({ higher }) => higher === vertebra).map(({ difference }) => difference);
  const difference = Math.max(0, ...differences);
  return difference > margin ? { reason: 'T_SCORE_DIFFERENCE', difference } : undefined;
};

const byAppearance = ({ findings }: MeasuredSite, vertebra: Vertebra): Reason | undefined => {
  const seen = findings
    .filter(({ kind, region }) => notAssessable.includes(kind) && vertebraeOf(region ?? '').includes(vertebra))
    .map(({ kind }) => kind)
    .sort();
  return seen[0] === undefined ? undefined : { reason: 'NOT_ASSESSABLE', kind: seen[0] };
};

const resultFor = (site: MeasuredSite, vertebrae: readonly Vertebra[], { kind, ...judging }: Judging): SpineResult => {
  const { bmd, why, tScore, zScore } = readVertebrae(site, vertebrae, { kind, ...judging }).reading;
  const score = why === undefined ? { T: tScore, Z: zScore, none: undefined }[kind] : undefined;
  return withoutGaps({ regions: nameOfVertebrae(vertebrae), bmd, score });
};

const suggestIn = (site: MeasuredSite, judging: Judging, margin: number): SuggestedExclusion[] => {
  const left = vertebraeLeft(site);
  const pairs = judging.child ? [] : pairsOf(site, left, judging);
  return left.flatMap((vertebra) => {
    const reasons = [byDifference(pairs, vertebra, margin), byAppearance(site, vertebra)].filter(
      (reason) => reason !== undefined,
    );
    const without = left.filter((one) => one !== vertebra);
    return reasons.map((reason) => ({
      region: vertebra,
      ...reason,
      with: resultFor(site, left, judging),
      ...(without.length > 1 ? { without: resultFor(site, without, judging) } : {}),
    }));
  });
};

/**
 * Vertebrae that a physician may leave out (ISCD: "may"), each with its reason and the result with and without it; nothing is left out here.
 * `margin`: the policy's, in printed T-scores above a neighbour.
 */
export const suggestExclusions = (sites: readonly MeasuredSite[], judging: Judging, margin: number): SuggestedExclusion[] =>
  sites.filter(({ site }) => site === 'lumbar-spine').flatMap((site) => suggestIn(site, judging, margin));
