import type { reading, Region, Scan } from '@osteon/contracts';
import { bmdText, nameOfReason, nameOfRow, nameOfSite, scoreText, twoDecimals, vertebraeOf } from '@osteon/densitometry';
import { markOf, typedLines } from './typed-words.js';
import { capital } from './words.js';

/** One printed row; a value that is not there is empty. */
export interface ResultRow {
  readonly cells: readonly string[];
  /** The diagnosis rests on it. */
  readonly decides: boolean;
}

/** The numbers of one scan as they are printed. */
export interface ResultTable {
  readonly caption: string;
  readonly quality: string;
  readonly head: readonly string[];
  readonly rows: readonly ResultRow[];
  /** Under the rows: which values a hand typed. */
  readonly notes: readonly string[];
}

type Review = reading.ReviewContentV1;

const scoreShown = ({ assessment }: Review): boolean => assessment.score.kind === 'T';

/** A T-score that is not printed is not marked either. */
const marksShown = (review: Review, row: Region): Region => {
  const isT = scoreShown(review) && row.tReference?.sex !== 'male';
  return row.typed ? { ...row, typed: row.typed.filter(({ field }) => field !== 'tScore' || isT) } : row;
};

/** For T-scores the row against the female reference stands for a region that was given against both. */
const printedRegions = (review: Review, { regions }: Scan): Region[] => {
  const female = new Set(regions.filter(({ tReference }) => tReference?.sex === 'female').map(({ region }) => region));
  const printed = regions.filter(({ region, tReference }) => tReference?.sex !== 'male' || !female.has(region));
  return printed.map((row) => marksShown(review, row));
};

const basisOf = ({ assessment }: Review): { site?: unknown; side?: unknown; region?: unknown } => {
  const basis: unknown = assessment.diagnosis['basis'];
  return typeof basis === 'object' && basis !== null ? basis : {};
};

const isBasis = (review: Review, { site, side }: Scan, { region }: Region): boolean => {
  const basis = basisOf(review);
  return basis.site === site && basis.side === side && basis.region === region;
};

const excludedIn = ({ excluded }: Review, { site }: Scan, region: string): Review['excluded'] => {
  if (site !== 'lumbar-spine') return excluded.filter((one) => one.region === region);
  const vertebrae = vertebraeOf(region);
  return excluded.filter((one) => vertebraeOf(one.region).some((vertebra) => vertebrae.includes(vertebra)));
};

const remarkOf = (review: Review, scan: Scan, row: Region): string => {
  if (isBasis(review, scan, row)) return 'lowest, decides';
  const [excluded] = excludedIn(review, scan, row.region);
  if (excluded?.region === row.region) return `excluded: ${nameOfReason(excluded.reason)}`;
  if (excluded) return `with ${excluded.region}, which is excluded`;
  return scoreShown(review) && row.tReference?.sex === 'male' ? 'T-score against a male reference: not shown' : '';
};

const tScoreOf = ({ tScore, tReference }: Region): string =>
  tScore === undefined || tReference?.sex === 'male' ? '' : scoreText(tScore);

const shown = (value: number | undefined, text: (value: number) => string): string => (value === undefined ? '' : text(value));

const rowOf = (review: Review, scan: Scan, row: Region): ResultRow => ({
  cells: [
    capital(nameOfRow(row.region)),
    `${shown(row.bmd, bmdText)}${markOf(row, 'bmd')}`,
    `${shown(row.bmc, twoDecimals)}${markOf(row, 'bmc')}`,
    `${shown(row.area, twoDecimals)}${markOf(row, 'area')}`,
    ...(scoreShown(review) ? [`${tScoreOf(row)}${markOf(row, 'tScore')}`] : []),
    `${shown(row.zScore, scoreText)}${markOf(row, 'zScore')}`,
    remarkOf(review, scan, row),
  ],
  decides: isBasis(review, scan, row),
});

const qualityOf = ({ quality }: Review, { site, side }: Scan): string => {
  const stated = quality.find((one) => one.site === site && one.side === side);
  if (!stated) return 'technical quality not stated';
  const status = `technical quality ${stated.status.replaceAll('-', ' ')}`;
  return stated.note ? `${status}: ${stated.note}` : status;
};

/** One table per scan, in the order of the exam, moments in the facility's zone. T-scores are printed only where T-scores apply to this patient. */
export const resultTables = (review: Review, zone: string): ResultTable[] =>
  review.scans.map((scan) => ({ ...scan, regions: printedRegions(review, scan) })).map((scan) => ({
    caption: capital(nameOfSite(scan.site, scan.side)),
    quality: qualityOf(review, scan),
    head: ['Region', 'BMD g/cm²', 'BMC g', 'Area cm²', ...(scoreShown(review) ? ['T-score'] : []), 'Z-score', 'Remark'],
    rows: scan.regions.map((row) => rowOf(review, scan, row)),
    notes: typedLines(scan, zone),
  }));
