import type { Side, Site } from './assessment.js';
import type { Exam, QualityKind, QualityStatus, Row } from './exam-shape.js';
import { pointer } from './problems.js';

/** A row with the place where it stood in the input. */
export interface PlacedRow {
  readonly row: Row;
  readonly at: string;
}

/** All scans of one site and side together; one that cannot be interpreted brings rows only where no other can. */
export interface MeasuredSite {
  readonly site: Site;
  readonly side?: Side;
  /** JSON pointer of its first scan. */
  readonly at: string;
  readonly rows: readonly PlacedRow[];
  /** Of each scan, worst first; `not-stated` where nobody has said. */
  readonly quality: readonly (QualityStatus | 'not-stated')[];
  readonly notes: readonly string[];
  /** Scan modes as written, in lower case; empty where none is stated. */
  readonly modes: readonly string[];
  readonly findings: readonly { readonly kind: QualityKind; readonly region?: string }[];
  readonly excluded: readonly { readonly region: string; readonly reason: QualityKind }[];
}

type PlacedScan = Exam['scans'][number] & { readonly at: string };

const siteOrder: readonly Site[] = ['lumbar-spine', 'hip', 'forearm', 'whole-body', 'whole-body-less-head', 'lateral-spine'];
const sideOrder: readonly (Side | undefined)[] = ['left', 'right', 'both', undefined];
const qualityOrder = ['not-interpretable', 'limited', 'not-stated', 'adequate'] as const;

const byPlace = (a: PlacedScan, b: PlacedScan): number =>
  siteOrder.indexOf(a.site) - siteOrder.indexOf(b.site) || sideOrder.indexOf(a.side) - sideOrder.indexOf(b.side);

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

const canBeInterpreted = ({ quality }: PlacedScan): boolean => quality?.status !== 'not-interpretable';

const rowsOf = (scan: PlacedScan): PlacedRow[] =>
  scan.regions.map((row, index) => ({ row, at: `${scan.at}${pointer(['regions', index])}` }));

const notesOf = ({ quality }: PlacedScan): string[] =>
  [quality?.note, ...(quality?.findings ?? []).map(({ note }) => note)].flatMap((note) =>
    note === undefined || note === '' ? [] : [note],
  );

const exclusionsOf = (scans: readonly PlacedScan[]): MeasuredSite['excluded'] => {
  const once = new Map(scans.flatMap((scan) => scan.excluded ?? []).map((one) => [`${one.region} ${one.reason}`, one]));
  return [...once.keys()].sort().flatMap((key) => once.get(key) ?? []);
};

const together = (scans: readonly [PlacedScan, ...PlacedScan[]]): MeasuredSite => ({
  site: scans[0].site,
  ...(scans[0].side === undefined ? {} : { side: scans[0].side }),
  at: scans[0].at,
  rows: (scans.some(canBeInterpreted) ? scans.filter(canBeInterpreted) : scans).flatMap(rowsOf),
  quality: qualityOrder.filter((status) => scans.some((scan) => (scan.quality?.status ?? 'not-stated') === status)),
  notes: sorted(scans.flatMap(notesOf)),
  modes: sorted(scans.flatMap(({ mode }) => (mode === undefined ? [] : [mode.toLowerCase()]))),
  findings: scans.flatMap(({ quality }) => quality?.findings ?? []),
  excluded: exclusionsOf(scans),
});

/** The sites of an exam in reading order, whatever the order of its scans. */
export const measuredSites = (exam: Exam, place: readonly PropertyKey[] = ['exam']): MeasuredSite[] => {
  const groups = new Map<string, [PlacedScan, ...PlacedScan[]]>();
  const scans: PlacedScan[] = exam.scans.map((scan, index) => ({ ...scan, at: pointer([...place, 'scans', index]) }));
  for (const scan of scans.sort(byPlace)) {
    const key = `${scan.site} ${scan.side ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [scan]);
    else group.push(scan);
  }
  return [...groups.values()].map(together);
};

/** At least one scan of the site can be read; what nobody has judged yet counts as such. */
export const isInterpretable = ({ quality }: MeasuredSite): boolean => quality.some((status) => status !== 'not-interpretable');
