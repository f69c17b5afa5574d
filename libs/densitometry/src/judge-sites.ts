import type { Finding, SiteResult, Withheld } from './assessment.js';
import { combinedBmd } from './decimals.js';
import { isInterpretable, type MeasuredSite, type PlacedRow } from './measured-site.js';
import { withoutGaps } from './without-gaps.js';
import { readRegion, type RegionReading } from './read-region.js';
import { isPlausibleBmd, type Judging } from './row-values.js';
import { lumbarVertebrae, nameOfVertebrae, vertebraeOf, type Vertebra } from './vertebrae.js';

/** One region as it can be used, with both scores beside the one that counts. */
export interface JudgedRegion {
  readonly result: SiteResult;
  /** Of the one region that was read, whichever score counts. */
  readonly tScore?: number;
  readonly zScore?: number;
  /** Why nothing may rest on it although its scan can be read. */
  readonly why?: Withheld['why'];
  readonly findings: readonly Finding[];
  readonly at: string;
}

interface Judged {
  readonly regions: string;
  readonly usable: boolean;
  readonly tScoreFrom: SiteResult['tScoreFrom'];
  readonly reading: RegionReading;
}

const placeOf = ({ site, side }: MeasuredSite) => ({ site, ...(side === undefined ? {} : { side }) });

const scoreOf = ({ tScore, zScore }: RegionReading, kind: Judging['kind']): number | undefined =>
  ({ T: tScore, Z: zScore, none: undefined })[kind];

const resultOf = (site: MeasuredSite, { regions, usable, tScoreFrom, reading }: Judged, kind: Judging['kind']): SiteResult => {
  const { why, bmd, heightAdjusted } = reading;
  const trusted = why === undefined;
  return withoutGaps({
    ...placeOf(site),
    regions,
    bmd,
    score: trusted ? scoreOf(reading, kind) : undefined,
    heightAdjusted: kind === 'Z' ? heightAdjusted : undefined,
    usable: usable && trusted,
    limited: usable && site.quality.includes('limited') ? (true as const) : undefined,
    tScoreFrom,
  });
};

/** What is not usable raises no question about its value: nothing rests on it. */
const judged = (site: MeasuredSite, one: Judged, kind: Judging['kind']): JudgedRegion => {
  const { usable, reading } = one;
  const result = resultOf(site, one, kind);
  const why = reading.why ?? (result.score === undefined ? ('SCORE_MISSING' as const) : undefined);
  return withoutGaps({
    result,
    tScore: reading.tScore,
    zScore: reading.zScore,
    why: usable ? why : undefined,
    findings: usable ? reading.findings : [],
    at: site.at,
  });
};

/** The vertebrae of a spine that its rows name, without those that were left out. */
export const vertebraeLeft = ({ rows, excluded }: MeasuredSite): Vertebra[] => {
  const out = new Set(excluded.flatMap(({ region }) => vertebraeOf(region)));
  const named = new Set(rows.flatMap(({ row }) => vertebraeOf(row.region)));
  return lumbarVertebrae.filter((vertebra) => named.has(vertebra) && !out.has(vertebra));
};

const singleRows = (rows: readonly PlacedRow[], vertebrae: readonly Vertebra[]) =>
  vertebrae
    .map((vertebra) => rows.filter(({ row }) => row.region === vertebra))
    .map((same) => (same.length === 1 ? (same[0]?.row ?? {}) : {}));

/** Rows for exactly these vertebrae, in whatever way they are written. */
export const rowsFor = ({ rows }: MeasuredSite, vertebrae: readonly Vertebra[]): PlacedRow[] =>
  rows.filter(({ row }) => vertebrae.length > 0 && nameOfVertebrae(vertebraeOf(row.region)) === nameOfVertebrae(vertebrae));

/** These vertebrae by the device's own row for exactly them; without one BMD is sum BMC / sum area and there is no score. */
export const readVertebrae = (
  site: MeasuredSite,
  vertebrae: readonly Vertebra[],
  judging: Judging,
): Pick<Judged, 'tScoreFrom' | 'reading'> => {
  const rows = rowsFor(site, vertebrae);
  const sum = rows.length === 0 ? combinedBmd(singleRows(site.rows, vertebrae)) : undefined;
  const bmd = sum !== undefined && isPlausibleBmd(sum) ? sum : undefined;
  return {
    tScoreFrom: rows.length > 0 ? 'device' : 'none',
    reading: { ...(bmd === undefined ? {} : { bmd }), ...readRegion(site.site, rows, judging) },
  };
};

/** L1-L4 or what is left of it after exclusions; never by one vertebra. */
const judgeSpine = (site: MeasuredSite, judging: Judging): JudgedRegion[] => {
  const left = vertebraeLeft(site);
  if (left.length === 0) return [];
  const usable = isInterpretable(site) && left.length > 1;
  const spine = judged(site, { regions: nameOfVertebrae(left), usable, ...readVertebrae(site, left, judging) }, judging.kind);
  return left.length > 1 ? [spine] : [{ ...spine, findings: [{ code: 'ONE_VERTEBRA_LEFT', level: 'warning', at: site.at }] }];
};

const judgeRegions = (site: MeasuredSite, regions: readonly string[], judging: Judging): JudgedRegion[] =>
  regions.flatMap((region) => {
    const rows = site.rows.filter(({ row }) => row.region === region);
    if (rows.length === 0) return [];
    const usable = isInterpretable(site) && !site.excluded.some((one) => one.region === region);
    const reading = readRegion(site.site, rows, judging);
    return [judged(site, { regions: region, usable, tScoreFrom: 'device', reading }, judging.kind)];
  });

const adultRegions = new Map<string, readonly string[]>([['forearm', ['radius-33']]]);
const childRegions = new Map<string, readonly string[]>([
  ['whole-body-less-head', ['total']],
  ['whole-body', ['subtotal']],
]);

/** Never Ward's, trochanter or the mean of two hips; the whole body only for a child, less head. */
const regionsThatCount = ({ site, side }: MeasuredSite, { child }: Judging): readonly string[] => {
  if (site === 'hip' && side !== 'both') return ['femoral-neck', 'total-hip'];
  return (child ? childRegions : adultRegions).get(site) ?? [];
};

/** Lumbar spine, femoral neck and total hip of either side, 33 % radius, and for a child the whole body less head, in reading order. */
export const judgeSites = (sites: readonly MeasuredSite[], judging: Judging): JudgedRegion[] =>
  sites.flatMap((site) =>
    site.site === 'lumbar-spine' ? judgeSpine(site, judging) : judgeRegions(site, regionsThatCount(site, judging), judging),
  );
