import type { Scan, ValueField } from '@osteon/contracts';
import { fieldWords, placeInWords } from './typed.js';
import { placeKey, type Place } from './site-names.js';
import type { Instance } from './studies.api.js';
import type { TypedBody } from './value-place.js';

/** One row while it is typed: what stands in its fields. */
export interface TypedRow {
  readonly region: string;
  /** The sex of the row's T reference, where it names one. */
  readonly against?: 'female' | 'male';
  readonly fields: Readonly<Record<ValueField, string>>;
}

/** The fields in the order of the table. */
export const typedFields = ['bmd', 'bmc', 'area', 'tScore', 'zScore'] as const satisfies readonly ValueField[];

const usual: Readonly<Record<Scan['site'], readonly string[]>> = {
  'lumbar-spine': ['L1', 'L2', 'L3', 'L4', 'L1-L4', 'L1-L3', 'L2-L4'],
  hip: ['femoral-neck', 'total-hip', 'trochanter'],
  forearm: ['radius-33', 'radius-ud', 'radius-total'],
  'whole-body': ['total', 'subtotal'],
  'whole-body-less-head': ['total'],
  'lateral-spine': ['L2', 'L3', 'L4'],
};

const empty: TypedRow['fields'] = { bmd: '', bmc: '', area: '', tScore: '', zScore: '' };

const sexOf = (sex: string | undefined): TypedRow['against'] => (sex === 'female' || sex === 'male' ? sex : undefined);

/** The rows of a scan to type into: those it has, then those that a device usually gives. */
export const rowsToType = ({ site, regions }: Pick<Scan, 'site' | 'regions'>): readonly TypedRow[] => [
  ...regions.map((row) => ({
    region: row.region,
    against: sexOf(row.tReference?.sex),
    fields: { ...empty, ...Object.fromEntries(typedFields.map((field) => [field, fieldWords[field].figure(row[field])])) },
  })),
  ...usual[site].filter((region) => regions.every((row) => row.region !== region)).map((region) => ({ region, fields: empty })),
];

/** The rows with one field typed. */
export const withField = (rows: readonly TypedRow[], at: { row: number; field: ValueField }, text: string): readonly TypedRow[] =>
  rows.map((row, index) => (index === at.row ? { ...row, fields: { ...row.fields, [at.field]: text } } : row));

/** What a field says: a number with a point or a comma and any minus sign, null where it is empty; undefined where it is no number. */
export const numberIn = (text: string): number | null | undefined => {
  const written = text.trim().replace(/[−–]/, '-').replace(',', '.');
  if (written === '') return null;
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : undefined;
};

/** What was typed, ready to be sent, and which fields hold no number. */
export interface Typed {
  readonly values: TypedBody['values'];
  readonly wrong: readonly string[];
}

/** The fields that differ from what they were. `against` is the reference of T-scores whose rows name none. */
export const typedIn = (place: Place, [before, now]: readonly [readonly TypedRow[], readonly TypedRow[]], against?: 'female' | 'male'): Typed => {
  const changed = now.flatMap((row, index) =>
    typedFields.filter((field) => row.fields[field].trim() !== before[index]?.fields[field]).map((field) => ({ row, field, value: numberIn(row.fields[field]) })),
  );
  return {
    wrong: changed.filter(({ value }) => value === undefined).map(({ row, field }) => placeInWords({ ...place, region: row.region, field })),
    values: changed.flatMap(({ row, field, value }) => {
      if (value === undefined) return [];
      const reference = field === 'tScore' ? (row.against ?? against) : undefined;
      const side = place.side ? { side: place.side } : {};
      return [{ site: place.site, ...side, region: row.region, ...(reference ? { against: reference } : {}), field, value }];
    }),
  };
};

const hasSides = (site: Scan['site']): boolean => site === 'hip' || site === 'forearm';

const routine: readonly Place[] = [{ site: 'lumbar-spine' }, { site: 'hip', side: 'left' }, { site: 'hip', side: 'right' }];

/** Scans that have images, or that every exam has, and no numbers yet: they can be typed whole. */
export const scansToType = (scans: readonly Scan[], instances: readonly Instance[]): readonly Place[] => {
  const pictured = instances.flatMap(({ site, side }): Place[] =>
    site === undefined || hasSides(site) !== (side !== undefined) ? [] : [{ site, ...(side ? { side } : {}) }],
  );
  const known = new Set(scans.map(placeKey));
  const wanted = scans.length === 0 ? [...routine, ...pictured] : pictured;
  return wanted.filter((place, index) => !known.has(placeKey(place)) && wanted.findIndex((each) => placeKey(each) === placeKey(place)) === index);
};
