import type { Scan } from '@osteon/contracts';

type Side = NonNullable<Scan['side']> | 'unstated';

/** LOINC codes of a site: BMD (mass per area), T-score, Z-score. */
export interface SiteCodes {
  readonly text: string;
  readonly bmd: string;
  readonly tScore?: string;
  readonly zScore?: string;
}

/**
 * LOINC has a code for a site and a side, and none for a region: femoral neck and total hip, L1-L4 and L2-L4 share one, and OBX-4
 * tells them apart. Sites that are not here have no code of their own but that of BMD of an unspecified bone.
 */
export const observationCodes: Partial<Record<Scan['site'], Partial<Record<Side, SiteCodes>>>> = {
  'lumbar-spine': {
    unstated: { text: 'Lumbar spine', bmd: '24966-4', tScore: '38267-1', zScore: '85394-5' },
  },
  hip: {
    left: { text: 'Hip - left', bmd: '46278-8', tScore: '80946-7', zScore: '80938-4' },
    right: { text: 'Hip - right', bmd: '46279-6', tScore: '80945-9', zScore: '80937-6' },
    unstated: { text: 'Hip', bmd: '38261-4', tScore: '38264-8', zScore: '80933-5' },
  },
  forearm: {
    left: { text: 'Radius and Ulna - left', bmd: '80952-5', tScore: '80944-2', zScore: '80936-8' },
    right: { text: 'Radius and Ulna - right', bmd: '80951-7', tScore: '80943-4', zScore: '80935-0' },
    unstated: { text: 'Radius and Ulna', bmd: '24890-6', tScore: '38265-5', zScore: '80932-7' },
  },
};

export const unspecifiedBone: SiteCodes = { text: 'Bone', bmd: '46383-6' };

/** Code and name of what a report is, and of the document itself. */
export const reportCodes = {
  text: ['38269-7', 'Study report Skeletal system DXA', 'LN'],
  document: ['18748-4', 'Diagnostic Imaging Report', 'LN'],
  study: ['113014', 'DICOM Study', 'DCM'],
} as const;
