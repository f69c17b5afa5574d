import type { NotComparable } from './assessment.js';
import { readVertebrae } from './judge-sites.js';
import { isInterpretable, type MeasuredSite } from './measured-site.js';
import type { Target } from './least-significant-change.js';
import { readRegion, type RegionReading } from './read-region.js';
import type { Judging } from './row-values.js';
import { vertebraeOf } from './vertebrae.js';

/** What a prior says about exactly the region or the vertebrae of this exam. */
export interface PriorRegion {
  readonly site?: MeasuredSite;
  readonly bmd?: number;
  readonly why: readonly NotComparable[];
}

const hasSides = (site: string): boolean => site === 'hip' || site === 'forearm';

const spineReading = (site: MeasuredSite, target: Target, judging: Judging): RegionReading | undefined => {
  const vertebrae = vertebraeOf(target.regions);
  const out = site.excluded.flatMap(({ region }) => vertebraeOf(region));
  if (vertebrae.some((vertebra) => out.includes(vertebra))) return undefined;
  const { reading, tScoreFrom } = readVertebrae(site, vertebrae, judging);
  return tScoreFrom === 'none' && reading.bmd === undefined ? undefined : reading;
};

const regionReading = (site: MeasuredSite, { regions }: Target, judging: Judging): RegionReading | undefined => {
  const rows = site.rows.filter(({ row }) => row.region === regions);
  const out = site.excluded.some(({ region }) => region === regions);
  return rows.length === 0 || out ? undefined : readRegion(site.site, rows, judging);
};

const readingOf = (site: MeasuredSite, target: Target, judging: Judging): RegionReading | undefined =>
  target.site === 'lumbar-spine' ? spineReading(site, target, judging) : regionReading(site, target, judging);

const reasons = (site: MeasuredSite, reading: RegionReading | undefined): NotComparable[] => {
  const unreadable = !isInterpretable(site) || (reading !== undefined && reading.bmd === undefined);
  return [
    ...(reading === undefined ? ['OTHER_REGIONS' as const] : []),
    ...(unreadable ? ['PRIOR_NOT_INTERPRETABLE' as const] : []),
  ];
};

/** The prior's own row for them, else its sum BMC / sum area; one that lacks a vertebra, or had it excluded, has other regions. */
export const priorRegion = (sites: readonly MeasuredSite[], target: Target, judging: Judging): PriorRegion => {
  const same = sites.filter(({ site }) => site === target.site);
  const unsided = hasSides(target.site) && target.side === undefined;
  const site = unsided ? undefined : same.find(({ side }) => side === target.side);
  if (site === undefined) return { why: [hasSides(target.site) && same.length > 0 ? 'OTHER_SIDE' : 'OTHER_REGIONS'] };
  const reading = readingOf(site, target, judging);
  return { site, ...(reading?.bmd === undefined ? {} : { bmd: reading.bmd }), why: reasons(site, reading) };
};
