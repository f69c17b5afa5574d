import type { Region } from '@osteon/contracts';
import type { Problem, ProblemCode, ReadScan } from './study.js';

/** Largest differences that rounding can make, g/cm2. */
const ofOneRegion = 0.003;
const ofCombinedRegions = 0.005;
/** T above Z, or Z above T, by more than this in one adult region is a lost sign. */
const tAboveZ = 1.5;
const zAboveT = 3.5;

/** What binary fractions add to a difference: a limit itself is not above it. */
const slack = 1e-9;

const areApart = (one: number, other: number, most: number): boolean => Math.abs(one - other) > most + slack;

const isBmdOff = ({ bmd, bmc, area }: Region): boolean =>
  bmd !== undefined && bmc !== undefined && area !== undefined && area > 0 && areApart(bmd, bmc / area, ofOneRegion);

const isScoreOff = ({ tScore, zScore }: Region): boolean => {
  if (tScore === undefined || zScore === undefined) return false;
  const difference = tScore - zScore;
  return difference > tAboveZ + slack || difference < -zAboveT - slack;
};

/** The single vertebrae of L1-L4, L2-L4, L1-L2,L4 ... */
const vertebraeOf = (region: string): string[] =>
  region.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map((level) => Number(level.slice(1)));
    return Array.from({ length: to - from + 1 }, (_, at) => `L${from + at}`);
  });

const isCombinationOff = (combined: Region, regions: readonly Region[]): boolean => {
  const parts = vertebraeOf(combined.region).map((name) => regions.find(({ region }) => region === name));
  if (combined.bmd === undefined || parts.length < 2) return false;
  const sum = (field: 'bmc' | 'area'): number | undefined =>
    parts.reduce<number | undefined>(
      (total, part) => (total === undefined || part?.[field] === undefined ? undefined : total + part[field]),
      0,
    );
  const [bmc, area] = [sum('bmc'), sum('area')];
  return bmc !== undefined && area !== undefined && area > 0 && areApart(combined.bmd, bmc / area, ofCombinedRegions);
};

/** Numbers that do not fit each other. They stay as the device gave them, and the problem says so. */
export const checkArithmetic = ({ site, side, regions }: ReadScan): Problem[] => {
  const checks: readonly (readonly [ProblemCode, (region: Region) => boolean])[] = [
    ['BMC_AREA_ARITHMETIC', isBmdOff],
    ['SCORE_ARITHMETIC', isScoreOff],
    ['COMBINED_REGION_ARITHMETIC', (region) => site === 'lumbar-spine' && isCombinationOff(region, regions)],
  ];
  return regions.flatMap((region) =>
    checks
      .filter(([, isOff]) => isOff(region))
      .map(([code]) => ({
        code,
        detail: `${region.region}${side === undefined ? '' : ` ${side}`}`,
        sopInstanceUID: region.sources?.[0]?.sopInstanceUID,
      })),
  );
};
