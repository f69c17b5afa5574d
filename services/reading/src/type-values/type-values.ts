import type { ObjectRef, Scan } from '@osteon/contracts';
import { nameOfVertebrae, vertebraeOf } from '@osteon/densitometry';
import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { StudyToRead } from '../study-to-read/study-to-read.js';
import type { ReviewLapsed, ValueTyped } from '../study-to-read/study-to-read.events.js';
import { studies } from '../study-to-read/study-to-read.refusals.js';
import { agree, isSame, numbersNow, rowsAt, valueAt, type ValuePlace } from '../study-to-read/typed-values.js';
import { possible, regionsOf } from './regions.table.js';

/** One value as somebody typed it; null takes the value away. */
export type TypedEntry = ValuePlace & { readonly value: number | null };

type OpenStudy = Extract<StudyToRead, { scan: unknown }>;

/** A technologist types whoever reads the exam; a physician does not type into an exam that another one has taken. */
const openTo = (study: StudyToRead, { by }: Context): OpenStudy => {
  if (study.status === 'none') return refuse(studies.UNKNOWN);
  if (!by.may('type-values', study.facilityId)) return refuse(studies.TYPIST_NOT_ALLOWED);
  if (study.status === 'expected') return refuse(studies.NOTHING_TO_READ);
  if (study.status === 'signed') return refuse(studies.ALREADY_SIGNED);
  const isAnothers = study.status !== 'ready' && study.readerId !== by.userId && by.may('read-exam', study.facilityId);
  return isAnothers ? refuse(studies.ALREADY_CLAIMED, { claimedBy: study.readerId }) : study;
};

const isRegionOf = (site: Scan['site'], region: string): boolean => {
  const known = regionsOf[site];
  return known === 'vertebrae' ? region !== '' && nameOfVertebrae(vertebraeOf(region)) === region : known.includes(region);
};

const hasSides = (site: Scan['site']): boolean => site === 'hip' || site === 'forearm';

const requirePlace = (received: readonly Scan[], { site, side, region }: TypedEntry): void => {
  const scan = received.find((each) => each.site === site && each.side === side);
  if (!scan && hasSides(site) !== (side !== undefined)) refuse(studies.SIDE_MISSING, { site });
  const isMeasured = scan?.regions.some((row) => row.region === region) ?? false;
  if (!isMeasured && !isRegionOf(site, region)) refuse(studies.REGION_UNKNOWN, { site, region });
};

const requirePossible = ({ region, field, value }: TypedEntry): void => {
  const [least, most] = possible[field];
  if (value !== null && (value < least || value > most)) refuse(studies.VALUE_IMPLAUSIBLE, { region, field, least, most });
};

/** `against` only where a T-score has it: what was left out is taken from the one row there is. */
const placed = (received: readonly Scan[], { against, ...entry }: TypedEntry): TypedEntry => {
  if (entry.field !== 'tScore') return entry;
  if (against !== undefined) return { ...entry, against };
  const [row, ...others] = rowsAt(received, entry).filter(({ tScore }) => tScore !== undefined);
  if (others.length > 0) return refuse(studies.REFERENCE_NOT_STATED, { region: entry.region });
  const sex = row?.tReference?.sex;
  return sex === 'female' || sex === 'male' ? { ...entry, against: sex } : entry;
};

/** The values as they may be typed into this exam by this person; refuses everything else. */
export const typable = (study: StudyToRead, entries: readonly TypedEntry[], context: Context): { study: OpenStudy; entries: readonly TypedEntry[] } => {
  const open = openTo(study, context);
  const { received } = open.scan;
  for (const entry of entries) {
    requirePlace(received, entry);
    requirePossible(entry);
  }
  const all = entries.map((entry) => placed(received, entry));
  if (all.some((entry, index) => all.slice(index + 1).some((other) => isSame(entry, other)))) refuse(studies.VALUE_TWICE);
  return { study: open, entries: all };
};

const isContradicted = ({ scan: { acquisitionId, received }, typed }: OpenStudy, entry: TypedEntry): boolean =>
  numbersNow({ acquisitionId, scans: received }, typed).contradicted.some((each) => isSame(each, entry));

const isNews = (study: OpenStudy, entry: TypedEntry): boolean =>
  !agree(entry.field, valueAt(study.scan.scans, entry), entry.value ?? undefined) || isContradicted(study, entry);

/** What counted at a place; where the last hand there named no reference, under none. */
const countedAt = ({ scan, typed }: OpenStudy, place: ValuePlace): number | undefined => {
  const last = typed.findLast((each) => isSame(each, place));
  return valueAt(scan.scans, last ? { ...place, against: last.against } : place);
};

const typedFact = (study: OpenStudy, { value, ...place }: TypedEntry, { reason, at, by }: { reason: ObjectRef } & Context): ValueTyped => {
  const { patientId, scan } = study;
  const [before, deviceSaid] = [countedAt(study, place), valueAt(scan.received, place)];
  const values = { ...(before === undefined ? {} : { before }), ...(deviceSaid === undefined ? {} : { deviceSaid }), ...(value === null ? {} : { value }) };
  return { type: 'ValueTyped', data: { patientId, acquisitionId: scan.acquisitionId, ...place, ...values, reason, typedBy: by.userId, typedAt: at } };
};

/**
 * Values are typed by hand, one fact each; what stands there already is no news. The device's own value typed again takes the hand's
 * away. A review of the numbers before lapses: it must be made again before its report can be signed.
 */
export const typeValues = (study: StudyToRead, { values, reason }: { values: readonly TypedEntry[]; reason: ObjectRef }, context: Context): (ValueTyped | ReviewLapsed)[] => {
  const open = typable(study, values, context);
  const typed = open.entries.filter((entry) => isNews(open.study, entry)).map((entry) => typedFact(open.study, entry, { reason, ...context }));
  const lapses = typed.length > 0 && open.study.status === 'reviewed';
  const lapsed: ReviewLapsed[] = lapses ? [{ type: 'ReviewLapsed', data: { reviewVersion: open.study.reviewVersion, because: 'VALUE_TYPED' } }] : [];
  return [...typed, ...lapsed];
};
