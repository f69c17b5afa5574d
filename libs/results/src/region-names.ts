import type { Place } from './study.js';
import type { Named } from './written-row.js';

/** Names of regions in lower case without blanks and dots, as consoles other than GE's and exports write them. */
const hip: Readonly<Record<string, string>> = {
  neck: 'femoral-neck',
  femoralneck: 'femoral-neck',
  'femoral-neck': 'femoral-neck',
  total: 'total-hip',
  totalhip: 'total-hip',
  'total-hip': 'total-hip',
  troch: 'trochanter',
  trochanter: 'trochanter',
  inter: 'intertrochanter',
  intertro: 'intertrochanter',
  intertrochanter: 'intertrochanter',
  wards: 'wards',
  "ward's": 'wards',
  'upper-neck': 'upper-neck',
  upperneck: 'upper-neck',
  'lower-neck': 'lower-neck',
  lowerneck: 'lower-neck',
};

const means: Readonly<Record<string, string>> = {
  'femoral-neck': 'mean-femoral-neck',
  'total-hip': 'mean-total-hip',
};

const forearm: Readonly<Record<string, string>> = Object.fromEntries(
  ['radius', 'ulna'].flatMap((bone) => [
    ...['1/3', '33%', '-33'].map((third) => [`${bone}${third}`, `${bone}-33`]),
    ...['ud', 'mid', 'total'].flatMap((part) => [
      [`${bone}${part}`, `${bone}-${part}`],
      [`${bone}-${part}`, `${bone}-${part}`],
    ]),
  ]),
);

const wholeBody: Readonly<Record<string, string>> = {
  total: 'total',
  subtotal: 'subtotal',
  head: 'head',
  pelvis: 'pelvis',
  larm: 'left-arm',
  rarm: 'right-arm',
  lleg: 'left-leg',
  rleg: 'right-leg',
  lribs: 'left-ribs',
  rribs: 'right-ribs',
  tspine: 'thoracic-spine',
  lspine: 'lumbar-spine',
};

const namesOfSite: Readonly<Partial<Record<Place['site'], Readonly<Record<string, string>>>>> = {
  hip,
  forearm,
  'whole-body': wholeBody,
  'whole-body-less-head': { total: 'total' },
};

const vertebrae = /^L[1-4](-L[1-4])?(,L[1-4](-L[1-4])?)*$/;

const words: Readonly<Record<string, Place['side']>> = { left: 'left', right: 'right', mean: 'both' };

/** "Total (Left)", "Left Total" and "Neck Mean" are a region with a word of side. */
export const splitSide = (name: string): { stem: string; side?: Place['side'] } => {
  const parts = name.replace(/[()]/g, ' ').split(' ').filter(Boolean);
  const side = parts.map((part) => words[part.toLowerCase()]).find((each) => each !== undefined);
  return { stem: parts.filter((part) => words[part.toLowerCase()] === undefined).join(' '), ...(side ? { side } : {}) };
};

const regionOf = (site: Place['site'], stem: string): string | undefined => {
  if (site === 'lumbar-spine' || site === 'lateral-spine')
    return vertebrae.test(stem.toUpperCase()) ? stem.toUpperCase() : undefined;
  const [names, key] = [namesOfSite[site] ?? {}, stem.toLowerCase().replace(/[ .]/g, '').replace('\u2019', "'")];
  return Object.hasOwn(names, key) ? names[key] : Object.values(names).find((region) => region === key);
};

const sided = new Set<Place['site']>(['hip', 'forearm']);

const nameSided = (site: Place['site'], region: string, side: Place['side']): Named => {
  if (side === undefined) return { unknown: 'SIDE_MISSING' };
  if (side !== 'both') return { place: { site, side }, region };
  const mean = site === 'hip' ? means[region] : undefined;
  return mean === undefined ? { unknown: 'UNKNOWN_REGION' } : { place: { site, side }, region: mean };
};

/** The side of the name and of the place, where they do not contradict each other. */
const sideOf = (named: Place['side'], placed: Place['side']): Place['side'] =>
  named !== undefined && placed !== undefined && named !== placed ? undefined : (named ?? placed);

/** A region of a place by its name, whole names only; the name's own word of side must not contradict the place. */
export const nameRegion = (place: Partial<Place>, name: string): Named => {
  const { site } = place;
  if (site === undefined) return { unknown: 'UNKNOWN_SITE' };
  const { stem, side } = splitSide(name.trim());
  const region = regionOf(site, stem);
  if (region === undefined) return { unknown: 'UNKNOWN_REGION' };
  if (sided.has(site)) return nameSided(site, region, sideOf(side, place.side));
  return side === undefined ? { place: { site }, region } : { unknown: 'UNKNOWN_REGION' };
};
