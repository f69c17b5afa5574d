import type { Score, SiteResult, Withheld, Finding } from './assessment.js';
import { combinedBmd } from './decimals.js';
import { isInterpretable, type MeasuredSite, type PlacedRow } from './measured-site.js';
import type { Patient } from './patient-shape.js';
import { readRegion, type RegionReading } from './read-region.js';
import { lumbarVertebrae, nameOfVertebrae, vertebraeOf, type Vertebra } from './vertebrae.js';

/** The sites that can decide, with what was noticed on the way. */
export interface JudgedSites {
  readonly results: readonly SiteResult[];
  readonly withheld: readonly Withheld[];
  readonly findings: readonly Finding[];
}

type Judging = (site: MeasuredSite, kind: Score['kind'], patient: Patient) => JudgedSites;

interface Judged {
  readonly regions: string;
  readonly usable: boolean;
  readonly tScoreFrom: SiteResult['tScoreFrom'];
  readonly reading: RegionReading;
}

const placeOf = ({ site, side }: MeasuredSite) => ({ site, ...(side === undefined ? {} : { side }) });

/** What is not usable raises no question about its value: nothing rests on it. */
const judged = (site: MeasuredSite, { regions, usable, tScoreFrom, reading }: Judged): JudgedSites => {
  const { withheld, findings, ...value } = reading;
  const why = withheld ?? (value.score === undefined ? 'SCORE_MISSING' : undefined);
  return {
    results: [{ ...placeOf(site), regions, ...value, usable: usable && withheld === undefined, tScoreFrom }],
    withheld: usable && why !== undefined ? [{ ...placeOf(site), region: regions, why }] : [],
    findings: usable ? findings : [],
  };
};

const none: JudgedSites = { results: [], withheld: [], findings: [] };

const measuredVertebrae = (rows: readonly PlacedRow[]): Vertebra[] => {
  const named = new Set(rows.flatMap(({ row }) => vertebraeOf(row.region)));
  return lumbarVertebrae.filter((vertebra) => named.has(vertebra));
};

const singleRows = (rows: readonly PlacedRow[], vertebrae: readonly Vertebra[]) =>
  vertebrae
    .map((vertebra) => rows.filter(({ row }) => row.region === vertebra))
    .map((same) => (same.length === 1 ? (same[0]?.row ?? {}) : {}));

/** L1-L4 or what is left of it after exclusions, by the device's own row for exactly these; never by one vertebra. */
const judgeSpine: Judging = (site, kind, { sex }) => {
  const excluded = new Set(site.excluded.flatMap(({ region }) => vertebraeOf(region)));
  const left = measuredVertebrae(site.rows).filter((vertebra) => !excluded.has(vertebra));
  const regions = nameOfVertebrae(left);
  if (left.length === 0) return none;
  const rows = site.rows.filter(({ row }) => nameOfVertebrae(vertebraeOf(row.region)) === regions);
  const bmd = rows.length === 0 ? combinedBmd(singleRows(site.rows, left)) : undefined;
  const reading = { ...(bmd === undefined ? {} : { bmd }), ...readRegion(rows, kind, sex) };
  const spine = judged(site, {
    regions,
    usable: isInterpretable(site) && left.length > 1,
    tScoreFrom: rows.length > 0 ? 'device' : 'none',
    reading,
  });
  return left.length > 1 ? spine : { ...spine, findings: [{ code: 'ONE_VERTEBRA_LEFT', level: 'warning', at: site.at }] };
};

/** Femoral neck and total hip; never Ward's, trochanter or the mean of two hips. */
const judgeHip: Judging = (site, kind, { sex }) => {
  const parts = (['femoral-neck', 'total-hip'] as const).map((region) => {
    const rows = site.rows.filter(({ row }) => row.region === region);
    if (rows.length === 0) return none;
    const usable = isInterpretable(site) && !site.excluded.some((one) => one.region === region);
    return judged(site, { regions: region, usable, tScoreFrom: 'device', reading: readRegion(rows, kind, sex) });
  });
  return joined(parts);
};

const joined = (parts: readonly JudgedSites[]): JudgedSites => ({
  results: parts.flatMap((part) => part.results),
  withheld: parts.flatMap((part) => part.withheld),
  findings: parts.flatMap((part) => part.findings),
});

/** Lumbar spine, femoral neck and total hip of either side, in reading order. */
export const judgeSites = (sites: readonly MeasuredSite[], kind: Score['kind'], patient: Patient): JudgedSites =>
  joined(
    sites.map((site) => {
      if (site.site === 'lumbar-spine') return judgeSpine(site, kind, patient);
      return site.site === 'hip' && site.side !== 'both' ? judgeHip(site, kind, patient) : none;
    }),
  );
