import type { AnalysedScan, Line } from '../analysis.js';
import { isSame, type Printed, type Row, type Scan } from '../measure/scan.js';

const regionNames: Readonly<Record<string, string>> = {
  'femoral-neck': 'Neck',
  'upper-neck': 'Upper Neck',
  'lower-neck': 'Lower Neck',
  wards: 'Wards',
  trochanter: 'Troch',
  'total-hip': 'Total',
  'mean-femoral-neck': 'Neck',
  'mean-total-hip': 'Total',
  'radius-33': 'Radius 33%',
  'radius-ud': 'Radius UD',
  head: 'Head',
  arms: 'Arms',
  legs: 'Legs',
  trunk: 'Trunk',
  total: 'Total',
};

/** enCORE's own names, in the order in which it writes them. */
const elements = [
  ['BMD', 'bmd'],
  ['BMD_TSCORE', 't'],
  ['BMD_ZSCORE', 'z'],
  ['BMD_PYA', 'pya'],
  ['BMD_PAM', 'pam'],
  ['BMC', 'bmc'],
  ['AREA', 'area'],
] as const satisfies readonly (readonly [string, keyof Printed])[];

const sideWords = { left: 'Left', right: 'Right', both: 'Mean' } as const;

/** What enCORE calls the scan: both hips are one, unless only one was scanned. */
export const geScanName = (scan: Scan, all: readonly Scan[]): string => {
  switch (scan.site) {
    case 'lumbar-spine':
      return 'AP Spine';
    case 'forearm':
      return scan.side === 'right' ? 'Right Forearm' : 'Left Forearm';
    case 'hip':
      if (all.filter(({ site, side }) => site === 'hip' && side !== 'both').length > 1) return 'DualFemur';
      return scan.side === 'right' ? 'Right Femur' : 'Left Femur';
    case 'whole-body':
    case 'whole-body-less-head':
      return 'Total Body';
  }
};

/** What enCORE calls the row. */
export const geRegionName = (row: Row, scan: Scan, scanName: string): string => {
  if (scan.site === 'whole-body-less-head') return 'TBLH';
  const name = regionNames[row.region] ?? row.region;
  return scanName === 'DualFemur' && scan.side !== undefined ? `${name} ${sideWords[scan.side]}` : name;
};

const lineOf = (row: Row, region: string): Line => ({
  region,
  values: Object.fromEntries(
    elements.flatMap(([name, value]) => {
      const printed = row.printed[value];
      return printed === undefined ? [] : [[name, printed]];
    }),
  ),
});

const trendRegions: ReadonlySet<string> = new Set([
  'L1-L4',
  'mean-femoral-neck',
  'mean-total-hip',
  'femoral-neck',
  'total-hip',
  'radius-33',
]);

/** Exams of a trend; the newest is the present one. */
export interface Remembered {
  readonly day: string;
  readonly scans: readonly Scan[];
}

const trendOf = (region: string, scan: Scan, exams: readonly Remembered[]): AnalysedScan['trends'][number] => ({
  region: regionNames[region] ?? region,
  exams: exams.flatMap(({ day, scans }) => {
    const row = scans.find((one) => isSame(one, scan))?.rows.find((one) => one.region === region);
    return row === undefined ? [] : [{ date: day, bmd: row.printed.bmd }];
  }),
});

const trendsOf = (scan: Scan, name: string, exams: readonly Remembered[]): AnalysedScan['trends'] => {
  if (exams.length < 2 || (name === 'DualFemur' && scan.side !== 'both')) return [];
  const regions = [...new Set(scan.rows.map(({ region }) => region))].filter((region) => trendRegions.has(region));
  return regions.map((region) => trendOf(region, scan, exams)).filter(({ exams: points }) => points.length > 1);
};

/** The scans of an exam as enCORE arranges them; exams are the present one and those remembered, newest first. */
export const geScans = (scans: readonly Scan[], exams: readonly Remembered[]): AnalysedScan[] => {
  const names = [...new Set(scans.map((scan) => geScanName(scan, scans)))];
  return names.map((name) => {
    const own = scans.filter((scan) => geScanName(scan, scans) === name);
    return {
      name,
      lines: own.flatMap((scan) => scan.rows.map((row) => lineOf(row, geRegionName(row, scan, name)))),
      trends: own.flatMap((scan) => trendsOf(scan, name, exams)),
    };
  });
};
