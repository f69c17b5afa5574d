import type { reading, Scan } from '@osteon/contracts';
import { settledIn } from './settling.js';
import { placeKey, placeName, showsPlace } from './site-names.js';
import type { Instance, ReviewBody, StudyToRead } from './studies.api.js';

type Status = reading.ScanQuality['status'];

/** What the physician has stated so far, by scan; nothing is stated before they do. */
export interface Statement {
  readonly quality: Readonly<Record<string, { readonly status?: Status; readonly note: string }>>;
  /** By code: why the exam can be signed in spite of what was found. */
  readonly settled: Readonly<Record<string, string>>;
  readonly comment: string;
}

/** The three words for technical quality, in the order of the page. */
export const statuses: readonly { readonly status: Status; readonly label: string }[] = [
  { status: 'adequate', label: 'Adequate' },
  { status: 'limited', label: 'Limited' },
  { status: 'not-interpretable', label: 'Not interpretable' },
];

/** Nothing stated; a study that this reader reviewed before begins with what they said then. */
export const statementFor = ({ review }: Pick<StudyToRead, 'review'>): Statement => ({
  quality: Object.fromEntries(
    (review?.quality ?? []).map((each) => [placeKey(each), { status: each.status, note: each.note ?? '' }]),
  ),
  settled: Object.fromEntries((review?.settled ?? []).map(({ code, reason }) => [code, reason])),
  comment: review?.comment ?? '',
});

/** The statement with one scan's quality stated; a note is kept when the word changes. */
export const stateQuality = (statement: Statement, key: string, status: Status): Statement => ({
  ...statement,
  quality: { ...statement.quality, [key]: { note: statement.quality[key]?.note ?? '', status } },
});

/** The statement with a reason beside one scan's quality. */
export const noteQuality = (statement: Statement, key: string, note: string): Statement => ({
  ...statement,
  quality: { ...statement.quality, [key]: { ...statement.quality[key], note } },
});

const isShown = (scan: Scan, shown: readonly Instance[]): boolean => shown.some((image) => showsPlace(image, scan));

/** States `adequate` for every scan whose image was shown and of which nothing is stated yet. */
export const adequateWhereShown = (statement: Statement, scans: readonly Scan[], shown: readonly Instance[]): Statement =>
  scans
    .filter((scan) => statement.quality[placeKey(scan)]?.status === undefined && isShown(scan, shown))
    .reduce((stated, scan) => stateQuality(stated, placeKey(scan), 'adequate'), statement);

const missingFor = (scan: Scan, statement: Statement): string[] => {
  const said = statement.quality[placeKey(scan)];
  if (said?.status === undefined) return [`State the technical quality of the ${placeName(scan).toLowerCase()}`];
  return said.status !== 'adequate' && said.note.trim() === ''
    ? [`Say why the ${placeName(scan).toLowerCase()} is ${said.status.replace('-', ' ')}`]
    : [];
};

/** What keeps the review from being sent, in words; empty when it can go. */
export const missingIn = (statement: Statement, scans: readonly Scan[]): readonly string[] =>
  scans.flatMap((scan) => missingFor(scan, statement));

const qualityOf = (scan: Scan, statement: Statement): reading.ScanQuality[] => {
  const said = statement.quality[placeKey(scan)];
  if (said?.status === undefined) return [];
  const note = said.note.trim();
  return [{ site: scan.site, ...(scan.side ? { side: scan.side } : {}), status: said.status, ...(note === '' ? {} : { note }) }];
};

/** The review as it is sent: what was stated, and the hash of the assessment that was shown. */
export const reviewOf = (statement: Statement, { scans, assessment }: Pick<StudyToRead, 'scans' | 'assessment'>): ReviewBody => {
  const comment = statement.comment.trim();
  const settled = settledIn(statement, assessment);
  return {
    quality: scans.flatMap((scan) => qualityOf(scan, statement)),
    excluded: [],
    ...(settled.length > 0 ? { settled } : {}),
    ...(comment === '' ? {} : { comment }),
    ...(assessment ? { assessmentHash: assessment.hash } : {}),
  };
};
