import type { Region, Scan, ValueField } from '@osteon/contracts';
import type { Assessment } from './studies.api.js';
import { placeKey, placeName, regionName } from './site-names.js';
import { bmdFigure, scoreFigure } from './figures.js';
import { handsOf } from './typed.js';

/** One row of a scan, printed. */
export interface Row {
  readonly key: string;
  readonly name: string;
  readonly bmd: string;
  readonly t: string;
  readonly z: string;
  /** Which of these a hand typed or took away: they are marked. */
  readonly typed: readonly ValueField[];
  /** Whose hand it was, and what the device says. */
  readonly hands: readonly string[];
  /** The score that decides in this exam, for the scale beside it. */
  readonly score?: number;
  /** Whether the suggested diagnosis rests on this row. */
  readonly decides: boolean;
  /** References and sources of this row, where they are not those of the scan. */
  readonly origin?: string;
}

/** One scan, printed; the origin of most rows stands once for all of them. */
export interface PrintedScan {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly Row[];
  readonly origin?: string;
}

/** The readers' sources for people. */
export const sourceNames: Readonly<Record<string, string>> = {
  'ge-sr': 'GE SR',
  'ge-xml': 'GE XML',
  'hologic-private': 'Hologic private elements',
  sr: 'SR',
  'pdf-text': 'text of a PDF',
  ocr: 'read from the picture',
  csv: 'table file',
};

const referenceOf = (score: string, reference: Region['tReference']): string | undefined =>
  reference && `${score} against ${[reference.name, reference.sex, reference.ethnicity].filter(Boolean).join(', ')}`;

/** Where a row's scores refer to and where its numbers were found: `T against NHANES III, female; from GE SR`. */
export const originOf = ({ tReference, zReference, sources }: Region): string => {
  const found = [...new Set((sources ?? []).map(({ kind }) => sourceNames[kind] ?? kind))];
  const parts = [
    referenceOf('T', tReference),
    referenceOf('Z', zReference),
    found.length > 0 ? `from ${found.join(' and ')}` : undefined,
  ];
  return parts.filter((part) => part !== undefined).join('; ');
};

const isBasis = (scan: Scan, region: Region, assessment: Assessment | undefined): boolean => {
  const basis = assessment?.diagnosis.basis;
  return basis !== undefined && placeKey(basis) === placeKey(scan) && basis.region === region.region;
};

const scoreOf = (region: Region, kind: Assessment['score']['kind'] | undefined): number | undefined =>
  kind === 'Z' ? region.zScore : region.tScore;

const printRow = (scan: Scan, region: Region, { assessment, index }: { assessment?: Assessment; index: number }): Row => ({
  key: `${region.region} ${index}`,
  name: regionName(region.region),
  bmd: bmdFigure(region.bmd),
  t: scoreFigure(region.tScore),
  z: scoreFigure(region.zScore),
  typed: (region.typed ?? []).map(({ field }) => field),
  hands: handsOf(region),
  score: scoreOf(region, assessment?.score.kind),
  decides: isBasis(scan, region, assessment),
  origin: originOf(region),
});

/** The origin that most rows have; the first of them where several are as frequent. */
const usualOrigin = (rows: readonly Row[]): string | undefined => {
  const count = (origin: string | undefined): number => rows.filter((row) => row.origin === origin).length;
  return rows.toSorted((a, b) => count(b.origin) - count(a.origin))[0]?.origin;
};

/** Prints the numbers of a scan; marks the row on which the suggestion rests. */
export const printScan = (scan: Scan, assessment?: Assessment): PrintedScan => {
  const rows = scan.regions.map((region, index) => printRow(scan, region, { assessment, index }));
  const origin = usualOrigin(rows);
  return {
    key: placeKey(scan),
    name: placeName(scan),
    rows: rows.map((row) => (row.origin === origin ? { ...row, origin: undefined } : row)),
    origin,
  };
};

/** Where a score lies between −5 and +2, as a share of that width; outside it stays at the edge. */
export const placeOnScale = (score: number): number => Math.min(1, Math.max(0, (score + 5) / 7));
