import type { Field, Place } from './study.js';
import type { Named } from './written-row.js';

/** Names that enCORE gives to scans, in Protocol Name, in the SR and in the XML. A dual femur has its side in each region. */
export const geScans: Readonly<Record<string, Place>> = {
  'AP Spine': { site: 'lumbar-spine' },
  DualFemur: { site: 'hip' },
  'Dual Femur': { site: 'hip' },
  'Left Femur': { site: 'hip', side: 'left' },
  'Right Femur': { site: 'hip', side: 'right' },
  'Left Forearm': { site: 'forearm', side: 'left' },
  'Right Forearm': { site: 'forearm', side: 'right' },
  LVA: { site: 'lateral-spine' },
  'Lateral Spine': { site: 'lateral-spine' },
  'Total Body': { site: 'whole-body' },
  'Total Body Less Head': { site: 'whole-body-less-head' },
};

/** Scans of one side whose name does not say which: the Protocol Name of their object may. */
const sideless: Readonly<Record<string, Place['site']>> = { Femur: 'hip', Forearm: 'forearm' };

/** Whether a scan of enCORE has this name. */
export const isGeScan = (name: string): boolean => Object.hasOwn(geScans, name) || Object.hasOwn(sideless, name);

/** A scan by its name and, where that has no side, by what the Protocol Name of its object says of the same site. */
export const placeOfGeScan = (name: string, protocol: Place | undefined): Place | undefined => {
  if (Object.hasOwn(geScans, name)) return geScans[name];
  const site = Object.hasOwn(sideless, name) ? sideless[name] : undefined;
  if (site === undefined) return undefined;
  return protocol?.site === site ? protocol : { site };
};

const hipRegions: Readonly<Record<string, string>> = {
  Neck: 'femoral-neck',
  Total: 'total-hip',
  Wards: 'wards',
  "Ward's": 'wards',
  Troch: 'trochanter',
  Trochanter: 'trochanter',
  'Upper Neck': 'upper-neck',
  'Lower Neck': 'lower-neck',
};

const meanRegions: Readonly<Record<string, string>> = { Neck: 'mean-femoral-neck', Total: 'mean-total-hip' };

const forearmRegions: Readonly<Record<string, string>> = {
  'Radius 33%': 'radius-33',
  'Radius UD': 'radius-ud',
  'Radius Mid': 'radius-mid',
  'Radius Total': 'radius-total',
  'Ulna 33%': 'ulna-33',
  'Ulna UD': 'ulna-ud',
  'Ulna Total': 'ulna-total',
};

/** [M]: only Total and Head were seen. The whole body less head is its subtotal. */
const wholeBodyRegions: Readonly<Record<string, string>> = {
  Total: 'total',
  Head: 'head',
  Arms: 'arms',
  'Left Arm': 'left-arm',
  'Right Arm': 'right-arm',
  Legs: 'legs',
  'Left Leg': 'left-leg',
  'Right Leg': 'right-leg',
  Trunk: 'trunk',
  Ribs: 'ribs',
  Pelvis: 'pelvis',
  Spine: 'spine',
  'Total Body Less Head': 'subtotal',
  TBLH: 'subtotal',
};

const regionsOfSite: Readonly<Partial<Record<Place['site'], Readonly<Record<string, string>>>>> = {
  forearm: forearmRegions,
  'whole-body': wholeBodyRegions,
  'whole-body-less-head': { Total: 'total' },
};

/** L1, L1-L4, and what is left after exclusions: L1,L3 or L1-L2,L4. */
const vertebrae = /^L[1-4](-L[1-4])?(,L[1-4](-L[1-4])?)*$/;

const sideOfWord: Readonly<Record<string, 'left' | 'right' | 'both'>> = { Left: 'left', Right: 'right', Mean: 'both' };

/** "Neck Left" is the neck of the left hip; a name without a word of side belongs to the side of its scan. */
const partsOf = (name: string): { stem: string; word?: string } => {
  const [, stem, word] = /^(.+) (Left|Right|Mean)$/.exec(name) ?? [];
  return stem === undefined ? { stem: name } : { stem, word };
};

const nameInHip = (place: Place, name: string): Named => {
  const { stem, word } = partsOf(name);
  const side = word === undefined ? place.side : sideOfWord[word];
  const names = side === 'both' ? meanRegions : hipRegions;
  const region = Object.hasOwn(names, stem) ? names[stem] : undefined;
  const fits = place.side === undefined || place.side === side;
  if (region === undefined || !fits) return { unknown: 'UNKNOWN_REGION' };
  return side === undefined ? { unknown: 'SIDE_MISSING' } : { place: { site: place.site, side }, region };
};

const regionOf = (place: Place, name: string): string | undefined => {
  if (place.site === 'lumbar-spine') return vertebrae.test(name) ? name : undefined;
  const names = regionsOfSite[place.site] ?? {};
  return Object.hasOwn(names, name) ? names[name] : undefined;
};

const nameRegion = (place: Place, name: string): Named => {
  if (place.site === 'hip') return nameInHip(place, name);
  const region = regionOf(place, name);
  if (region === undefined) return { unknown: 'UNKNOWN_REGION' };
  return place.site === 'forearm' && place.side === undefined ? { unknown: 'SIDE_MISSING' } : { place, region };
};

/** A region of a scan by their names, whole names only: "Neck" is never found in "Upper Neck". */
export const nameGeRegion = (scan: string, region: string, protocol?: Place): Named => {
  const place = placeOfGeScan(scan.trim(), protocol);
  return place === undefined ? { unknown: 'UNKNOWN_SITE' } : nameRegion(place, region.trim());
};

/** What a region of a dual femur without a word of side can be: "Trend Neck" does not say which. */
export const sidesOfGeRegion = (scan: string, region: string): Named[] =>
  Object.keys(sideOfWord).map((word) => nameGeRegion(scan, `${region.trim()} ${word}`));

/** The elements and code meanings of enCORE for the values that are read. */
export const geFields: Readonly<Record<string, Field>> = {
  BMD: 'bmd',
  BMC: 'bmc',
  AREA: 'area',
  BMD_TSCORE: 'tScore',
  BMD_ZSCORE: 'zScore',
};
