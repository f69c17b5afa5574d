import { chanceOf } from '../lives/chance.js';
import { printed } from '../measure/printed.js';
import type { Row, Scan } from '../measure/scan.js';
import type { Exam } from '../make/exam.js';
import type { Withheld } from './fault.js';

/** The technologist has chosen the other side: everything says so, and nobody can know. */
export const onTheWrongSide = (scans: readonly Scan[]): Scan[] => {
  const other = { left: 'right', right: 'left', both: 'both' } as const;
  return scans.map((scan) => (scan.site === 'hip' && scan.side !== undefined ? { ...scan, side: other[scan.side] } : scan));
};

/** One scan was not made, and with a hip the means of both are not there. */
export const withoutOne = ({ scans, seed }: Exam): Scan[] => {
  const candidates = scans.filter(({ side }) => side !== 'both');
  const gone = candidates[seed % candidates.length];
  return scans.filter((scan) => scan !== gone && !(gone?.site === 'hip' && scan.side === 'both'));
};

type Change = (row: Row) => Row;

const changedIn = (scans: readonly Scan[], chosen: Scan, region: string, change: Change): Scan[] =>
  scans.map((scan) =>
    scan === chosen ? { ...scan, rows: scan.rows.map((row) => (row.region === region ? change(row) : row)) } : scan,
  );

const otherT: Change = (row) => ({ ...row, printed: { ...row.printed, t: printed(Number(row.printed.t ?? 0) + 0.4, 1) } });
const otherBmd: Change = (row) => ({ ...row, printed: { ...row.printed, bmd: printed(Number(row.printed.bmd) + 0.051, 3) } });

/** What the images say differs in one value from what the report says: neither may be given. Nothing where no value is alone in its row. */
export const disagreeing = ({
  scans,
  seed,
}: Exam): { readonly otherwise: readonly Scan[]; readonly withheld: readonly Withheld[] } | undefined => {
  const chance = chanceOf(seed);
  const places = scans.flatMap((scan) =>
    scan.rows.filter(({ region }) => scan.rows.filter((row) => row.region === region).length === 1).map((row) => ({ scan, row })),
  );
  const adult = places.filter(({ row }) => row.printed.t !== undefined);
  const isT = adult.length > 0 && chance.happens(0.6);
  const list = isT ? adult : places;
  if (list.length === 0) return undefined;
  const { scan, row } = chance.pick(list);
  const withheld: Withheld = {
    site: scan.site,
    ...(scan.side === undefined ? {} : { side: scan.side }),
    region: row.region,
    value: isT ? 'tScore' : 'bmd',
  };
  return { otherwise: changedIn(scans, scan, row.region, isT ? otherT : otherBmd), withheld: [withheld] };
};
