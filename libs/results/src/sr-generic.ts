import { columnOf } from './columns.js';
import { findingSites, firstVertebra, lateralities, loinc, ownScheme, type LoincMeaning } from './loinc.table.js';
import type { Written } from './measured-value.js';
import { placeOfWords } from './place-words.js';
import { nameRegion } from './region-names.js';
import type { Concept, Item } from './sr-tree.js';
import { nothing, type Field, type Findings, type Place } from './study.js';
import { readRows, type Named, type WrittenRow } from './written-row.js';
import type { DocumentPlace } from './written-trend.js';

/** What the containers around an item say of its place. */
interface Around {
  readonly place: Partial<Place>;
  readonly region?: string;
  readonly reference?: string;
  readonly at: string;
}

const isConcept = ({ concept }: Item, codes: readonly string[], meaning: string): boolean =>
  codes.includes(concept.code) || concept.meaning.toLowerCase() === meaning;

const isFindingSite = (item: Item): boolean => isConcept(item, ['363698007', 'G-C0E3'], 'finding site');
const isLaterality = (item: Item): boolean => isConcept(item, ['272741003', 'G-C171'], 'laterality');
const isRegion = (item: Item): boolean =>
  (item.concept.scheme === ownScheme && item.concept.code === 'REGION') || isConcept(item, [], 'region');
const isReference = (item: Item): boolean => isConcept(item, ['REFERENCE'], 'reference');

const meaningOf = ({ concept }: Item): (Partial<LoincMeaning> & { field: Field; unit?: string }) | undefined => {
  const known = concept.scheme === 'LN' ? loinc.get(concept.code) : undefined;
  if (known !== undefined) return known;
  const column = columnOf(concept.meaning);
  return column === undefined || column.field === 'region' ? undefined : { field: column.field, unit: column.unit };
};

const siteOf = (said: Concept | undefined): Partial<Place> => {
  if (said === undefined) return {};
  if (said.code === firstVertebra) return { site: 'lumbar-spine' };
  const site = Object.hasOwn(findingSites, said.code) ? findingSites[said.code] : undefined;
  return site === undefined ? placeOfWords([said.meaning]) : { site };
};

const sideOf = (said: Concept | undefined): Partial<Place> => {
  if (said === undefined) return {};
  const side = Object.hasOwn(lateralities, said.code) ? lateralities[said.code] : placeOfWords([said.meaning]).side;
  return side === undefined ? {} : { side };
};

const regionOfSite = ({ code, meaning }: Concept): string => (code === firstVertebra ? 'L1' : meaning);

const regionSaid = (item: Item): string | undefined => {
  const region = item.items.find(isRegion);
  const site = item.items.find(isFindingSite)?.said;
  return [region?.said?.meaning, region?.written?.text, site && regionOfSite(site)].find(Boolean);
};

/** A container is a region where its name is one at this place; its name may as well be that of a scan. */
const regionNamed = (item: Item, place: Partial<Place>): string | undefined =>
  'unknown' in nameRegion(place, item.concept.meaning) ? undefined : item.concept.meaning;

/** A laterality stands beside the finding site, or as its modifier. */
const lateralityIn = ({ items }: Item): Concept | undefined =>
  [...items, ...items.filter(isFindingSite).flatMap((site) => site.items)].find(isLaterality)?.said;

const placeWithin = (around: Partial<Place>, item: Item): Partial<Place> => ({
  ...around,
  ...(item.items.length > 0 ? placeOfWords([item.concept.meaning]) : {}),
  ...siteOf(item.items.find(isFindingSite)?.said),
  ...sideOf(lateralityIn(item)),
});

const within = (around: Around, item: Item): Around => {
  const place = placeWithin(around.place, item);
  const reference = item.items.find(isReference)?.written?.text ?? around.reference;
  const region = regionSaid(item) ?? regionNamed(item, place) ?? around.region;
  return { place, region, reference, at: `${around.at}/${item.concept.meaning}`.slice(0, 200) };
};

interface Value {
  readonly around: Around;
  readonly field: Field;
  readonly written: Written;
}

const differ = <T>(one: T | undefined, other: T | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** The place of the code must not be another one than that of the containers: then it is nowhere. */
const joined = (around: Around, { site, side }: Partial<Place>): Around => {
  const isElsewhere = differ(site, around.place.site) || differ(side, around.place.side);
  const place = { ...around.place, ...(site ? { site } : {}), ...(side ? { side } : {}) };
  return { ...around, place: isElsewhere ? {} : place };
};

const valuesIn = (item: Item, around: Around): Value[] => {
  const [own, meaning] = [within(around, item), meaningOf(item)];
  const inside = item.items.flatMap((child) => valuesIn(child, own));
  if (item.written === undefined || meaning === undefined) return inside;
  const at = joined({ ...own, at: around.at }, meaning);
  return [{ around: at, field: meaning.field, written: { unit: meaning.unit, ...item.written } }, ...inside];
};

const namedOf = ({ place, region }: Around): Named =>
  place.site !== undefined && region === undefined ? { unknown: 'UNKNOWN_REGION' } : nameRegion(place, region ?? '');

const rowsOf = (values: readonly Value[], sopInstanceUID: string): WrittenRow[] => {
  const rows = new Map<string, { around: Around; values: Partial<Record<Field, Written>> }>();
  for (const { around, field, written } of values) {
    const key = JSON.stringify(around);
    const row = rows.get(key) ?? { around, values: {} };
    const free = row.values[field] === undefined ? key : `${key}#${rows.size}`;
    rows.set(
      free,
      free === key ? { around, values: { ...row.values, [field]: written } } : { around, values: { [field]: written } },
    );
  }
  return [...rows.values()].map(({ around, values: written }) => ({
    named: namedOf(around),
    values: written,
    reference: around.reference,
    source: { kind: 'sr', sopInstanceUID, at: around.at.slice(1) },
  }));
};

/**
 * The numbers of any other SR: by LOINC codes or the words BMD, T-score ..., at the place that containers, finding site,
 * laterality and region say (TID 1500 and trees like it). Nothing where the tree has neither a BMD nor a score.
 */
export const readGenericSr = (tree: Item, { sopInstanceUID }: DocumentPlace): Findings => {
  const values = valuesIn(tree, { place: {}, at: '' });
  const isDensitometry = values.some(({ field }) => field === 'bmd' || field === 'tScore' || field === 'zScore');
  return isDensitometry ? readRows(rowsOf(values, sopInstanceUID)) : nothing;
};
