import type { Field, Place } from './study.js';

/** What a LOINC code of bone densitometry means; none of them tells a region within its site. */
export interface LoincMeaning extends Place {
  readonly field: Field;
}

const codes = (site: Place['site'], side: Place['side'], ...all: readonly [string, string, string]): [string, LoincMeaning][] => {
  const place = { site, ...(side ? { side } : {}) };
  const [bmd, tScore, zScore] = all;
  return [
    [bmd, { ...place, field: 'bmd' }],
    [tScore, { ...place, field: 'tScore' }],
    [zScore, { ...place, field: 'zScore' }],
  ];
};

/** The codes that US Core and OHDSI list for BMD, T-score and Z-score. */
export const loinc: ReadonlyMap<string, LoincMeaning> = new Map([
  ...codes('lumbar-spine', undefined, '24966-4', '38267-1', '85394-5'),
  ...codes('hip', undefined, '38261-4', '38264-8', '80933-5'),
  ...codes('hip', 'left', '46278-8', '80946-7', '80938-4'),
  ...codes('hip', 'right', '46279-6', '80945-9', '80937-6'),
  ...codes('hip', undefined, '24701-5', '38263-0', '80934-3'),
  ...codes('hip', 'left', '80954-1', '80948-3', '80940-0'),
  ...codes('hip', 'right', '80953-3', '80947-5', '80939-2'),
  ...codes('forearm', undefined, '24890-6', '38265-5', '80932-7'),
  ...codes('forearm', 'left', '80952-5', '80944-2', '80936-8'),
  ...codes('forearm', 'right', '80951-7', '80943-4', '80935-0'),
]);

/** SNOMED CT concepts of finding sites. */
export const findingSites: Readonly<Record<string, Place['site']>> = {
  '122496007': 'lumbar-spine',
  '29836001': 'hip',
  '71341001': 'hip',
  '310651003': 'hip',
  '62413002': 'forearm',
  '14975008': 'forearm',
  '38266002': 'whole-body',
};

/** SNOMED CT 66794005: the only vertebra whose code was verified. */
export const firstVertebra = '66794005';

export const lateralities: Readonly<Record<string, 'left' | 'right'>> = {
  '7771000': 'left',
  '24028007': 'right',
  'G-A101': 'left',
  'G-A100': 'right',
};

/** Our own scheme for what no public code separates: neck from total hip, L1-L4 from L2-L4. */
export const ownScheme = '99OSTEON';
