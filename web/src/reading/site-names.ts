import type { Scan } from '@osteon/contracts';

const names: Readonly<Record<Scan['site'], string>> = {
  'lumbar-spine': 'Lumbar spine',
  hip: 'Hip',
  forearm: 'Forearm',
  'whole-body': 'Whole body',
  'whole-body-less-head': 'Whole body less head',
  'lateral-spine': 'Lateral spine',
};

const regionNames: Readonly<Record<string, string>> = {
  'femoral-neck': 'Femoral neck',
  'total-hip': 'Total hip',
  trochanter: 'Trochanter',
  intertrochanter: 'Intertrochanter',
  wards: 'Ward’s triangle',
  'upper-neck': 'Upper neck',
  'lower-neck': 'Lower neck',
  'mean-total-hip': 'Total hip, mean',
  'mean-femoral-neck': 'Femoral neck, mean',
  'radius-33': '33 % radius',
  'radius-ud': 'Ultradistal radius',
  'radius-mid': 'Mid radius',
  'radius-total': 'Total radius',
  total: 'Total',
  subtotal: 'Subtotal',
  head: 'Head',
};

/** Where something was measured: a site and its side. */
export interface Place {
  readonly site: Scan['site'];
  readonly side?: 'left' | 'right';
}

/** `Left hip`, `Lumbar spine`. */
export const placeName = ({ site, side }: Place): string =>
  side ? `${side === 'left' ? 'Left' : 'Right'} ${names[site].toLowerCase()}` : names[site];

/** A row of a scan for people; vertebrae stay as they are, with a true dash: `L1–L4`. */
export const regionName = (region: string): string => regionNames[region] ?? region.replaceAll(/(L\d)-(L\d)/g, '$1–$2');

/** One key for a site and its side, for matching scans, images and statements. */
export const placeKey = ({ site, side }: Place): string => (side ? `${site}/${side}` : site);

/** Whether an image shows a scan; an image without a stated side shows every scan of its site. */
export const showsPlace = (image: { site?: Scan['site']; side?: 'left' | 'right' }, place: Place): boolean =>
  image.site === place.site && (image.side === undefined || place.side === undefined || image.side === place.side);
