import type { Field } from './study.js';

/** What stands under a heading: a value with its unit, or the name of the region. */
export interface Column {
  readonly field: Field | 'region';
  readonly unit?: string;
}

const names: Readonly<Record<string, Column['field']>> = {
  region: 'region',
  roi: 'region',
  bmd: 'bmd',
  bonemineraldensity: 'bmd',
  bmc: 'bmc',
  bonemineralcontent: 'bmc',
  area: 'area',
  t: 'tScore',
  tscore: 'tScore',
  youngadulttscore: 'tScore',
  z: 'zScore',
  zscore: 'zScore',
  agematchedzscore: 'zScore',
};

/** Units that stand in the name itself: bmd_g_cm2. */
const withUnits: Readonly<Record<string, Column>> = {
  bmdgcm2: { field: 'bmd', unit: 'g/cm2' },
  bmdmgcm2: { field: 'bmd', unit: 'mg/cm2' },
  bmcg: { field: 'bmc', unit: 'g' },
  areacm2: { field: 'area', unit: 'cm2' },
};

/** A text without its HTML tags: Area[cm<sup><small>2</small></sup>] is Area[cm2]. */
export const withoutTags = (text: string): string => text.replace(/<[^<>]{0,60}>/g, '');

/** What stands in brackets: g/cm2 of "[g/cm2]", g of "[(g)]". */
const bracketed = (text: string): string | undefined => /[[(]\(?([^[\]()]{1,20})/.exec(text)?.[1]?.trim().replace('\u00b2', '2');

/** A heading in letters and digits alone, and what it says in brackets. */
export const headingOf = (heading: string): { name: string; unit?: string } => {
  const plain = withoutTags(heading);
  const [before = ''] = plain.split(/[[(]/, 1);
  const unit = bracketed(plain);
  return { name: before.toLowerCase().replace(/[^a-z0-9]/g, ''), ...(unit ? { unit } : {}) };
};

/** What a column of a table of results holds by its heading; undefined for what is not read (PR, AM, Fat ...). */
export const columnOf = (heading: string): Column | undefined => {
  const { name, unit } = headingOf(heading);
  if (Object.hasOwn(withUnits, name)) return withUnits[name];
  const field = Object.hasOwn(names, name) ? names[name] : undefined;
  if (field === undefined) return undefined;
  return field === 'bmd' || field === 'bmc' || field === 'area' ? { field, ...(unit ? { unit } : {}) } : { field };
};
