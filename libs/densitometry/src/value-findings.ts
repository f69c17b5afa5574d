import { Decimal } from 'decimal.js';
import type { Finding } from './assessment.js';
import { combinedBmd, isAbove, printedBmd } from './decimals.js';
import { isInterpretable, type MeasuredSite, type PlacedRow } from './measured-site.js';
import { readRegion } from './read-region.js';
import { valueProblems, type Judging } from './row-values.js';
import { vertebraeOf } from './vertebrae.js';

/** How far a printed BMD may be from BMC / area, and a combined region from its parts, in g/cm2. */
export const bmdTolerance = { bmcByArea: 0.003, combined: 0.005 } as const;

type SiteCheck = (site: MeasuredSite, judging: Judging) => Finding[];

const differs = (value: number, other: number, tolerance: number): boolean =>
  isAbove([value, other], tolerance) || isAbove([other, value], tolerance);

const impossible: SiteCheck = ({ site, rows }, judging) =>
  rows.flatMap(({ row, at }) =>
    valueProblems(site, row, judging).map((code) => ({
      code,
      level: 'blocks-signing' as const,
      at,
      values: { bmd: row.bmd, tScore: judging.child ? undefined : row.tScore, zScore: row.zScore },
    })),
  );

const bmcByArea: SiteCheck = ({ rows }) =>
  rows.flatMap(({ row: { bmd, bmc, area }, at }) => {
    if (bmd === undefined || bmc === undefined || area === undefined || !(area > 0)) return [];
    const fits = !differs(bmd, new Decimal(bmc).dividedBy(area).toNumber(), bmdTolerance.bmcByArea);
    return fits ? [] : [{ code: 'BMC_AREA_ARITHMETIC' as const, level: 'warning' as const, at, values: { bmd, bmc, area } }];
  });

const hipParts = ['femoral-neck', 'trochanter', 'intertrochanter'];

const partsOf = ({ site }: MeasuredSite, region: string): readonly string[] => {
  if (site === 'hip') return region === 'total-hip' ? hipParts : [];
  const vertebrae = site === 'lumbar-spine' ? vertebraeOf(region) : [];
  return vertebrae.length > 1 ? vertebrae : [];
};

const bmdOf = ({ row: { bmd, bmc, area } }: PlacedRow): number | undefined => bmd ?? combinedBmd([{ bmc, area }]);

/** Nothing where a part is missing or was given twice. */
const sumOf = ({ rows }: MeasuredSite, parts: readonly string[]): number | undefined => {
  const found = parts.map((part) => rows.filter(({ row }) => row.region === part));
  if (parts.length === 0 || found.some((same) => same.length !== 1)) return undefined;
  return combinedBmd(found.flat().map(({ row }) => row));
};

const combined: SiteCheck = (site) =>
  site.rows.flatMap((placed) => {
    const [bmd, sum] = [bmdOf(placed), sumOf(site, partsOf(site, placed.row.region))];
    if (bmd === undefined || sum === undefined || !differs(bmd, sum, bmdTolerance.combined)) return [];
    const values = { bmd: printedBmd(bmd), ofItsParts: sum };
    return [{ code: 'COMBINED_REGION_ARITHMETIC' as const, level: 'warning' as const, at: placed.at, values }];
  });

const twoValues: SiteCheck = (site, judging) => {
  const regions = [...new Set(site.rows.map(({ row }) => row.region))];
  return regions
    .map((region) => site.rows.filter(({ row }) => row.region === region))
    .flatMap((rows) => readRegion(site.site, rows, judging).findings)
    .filter(({ code }) => code === 'TWO_VALUES_FOR_ONE_REGION');
};

const checks: readonly SiteCheck[] = [impossible, bmcByArea, combined, twoValues];

/** Numbers that do not fit each other, of every row whose scan can be read. */
export const valueFindings = (sites: readonly MeasuredSite[], judging: Judging): Finding[] =>
  sites.filter(isInterpretable).flatMap((site) => checks.flatMap((check) => check(site, judging)));
