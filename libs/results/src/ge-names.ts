import type { Place } from './study.js';

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

const wholeBodyRegions: Readonly<Record<string, string>> = { Total: 'total', Head: 'head' };

/** L1, L1-L4, and what is left after exclusions: L1,L3 or L1-L2,L4. */
const vertebrae = /^L[1-4](-L[1-4])?(,L[1-4](-L[1-4])?)*$/;

const sideOfWord: Readonly<Record<string, 'left' | 'right' | 'both'>> = { Left: 'left', Right: 'right', Mean: 'both' };

/** What a region's name means in a scan, whole names only: "Neck" is never found in "Upper Neck". */
export type Named = { readonly place: Place; readonly region: string } | { readonly unknown: 'UNKNOWN_REGION' | 'SIDE_MISSING' };

/** "Neck Left" is the neck of the left hip; a name without a word of side belongs to the side of its scan. */
const partsOf = (name: string): { stem: string; word?: string } => {
  const [, stem, word] = /^(.+) (Left|Right|Mean)$/.exec(name) ?? [];
  return stem === undefined ? { stem: name } : { stem, word };
};

const nameInHip = (place: Place, name: string): Named => {
  const { stem, word } = partsOf(name);
  const side = word === undefined ? place.side : sideOfWord[word];
  const region = (side === 'both' ? meanRegions : hipRegions)[stem];
  const fits = place.side === undefined || place.side === side;
  if (region === undefined || !fits) return { unknown: 'UNKNOWN_REGION' };
  return side === undefined ? { unknown: 'SIDE_MISSING' } : { place: { site: place.site, side }, region };
};

const regionOf = (place: Place, name: string): string | undefined => {
  if (place.site === 'lumbar-spine') return vertebrae.test(name) ? name : undefined;
  return (place.site === 'forearm' ? forearmRegions : place.site === 'whole-body' ? wholeBodyRegions : {})[name];
};

/** A region of a scan by its name. */
export const nameRegion = (place: Place, name: string): Named => {
  if (place.site === 'hip') return nameInHip(place, name);
  const region = regionOf(place, name);
  return region === undefined ? { unknown: 'UNKNOWN_REGION' } : { place, region };
};
