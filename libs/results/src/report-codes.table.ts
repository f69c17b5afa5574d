import { loinc, ownScheme } from './loinc.table.js';
import type { Field, Place } from './study.js';

/** A coded concept as a report writes it. */
export type Code = readonly [value: string, scheme: string, meaning: string];

/** Sites by SNOMED CT where its code was verified. */
export const siteCodes: Readonly<Record<Place['site'], Code>> = {
  'lumbar-spine': ['122496007', 'SCT', 'Lumbar spine'],
  hip: ['29836001', 'SCT', 'Hip'],
  forearm: ['14975008', 'SCT', 'Forearm'],
  'whole-body': ['38266002', 'SCT', 'Entire body'],
  'whole-body-less-head': ['whole-body-less-head', ownScheme, 'Whole body less head'],
  'lateral-spine': ['lateral-spine', ownScheme, 'Lateral spine'],
};

export const sideCodes: Readonly<Record<'left' | 'right', Code>> = {
  left: ['7771000', 'SCT', 'Left'],
  right: ['24028007', 'SCT', 'Right'],
};

/** UCUM. */
export const unitCodes: Readonly<Record<Field, Code>> = {
  bmd: ['g/cm2', 'UCUM', 'g/cm2'],
  bmc: ['g', 'UCUM', 'g'],
  area: ['cm2', 'UCUM', 'cm2'],
  tScore: ['1', 'UCUM', 'no units'],
  zScore: ['1', 'UCUM', 'no units'],
};

const ownNames: Readonly<Record<Field, Code>> = {
  bmd: ['BMD', ownScheme, 'BMD'],
  bmc: ['BMC', ownScheme, 'BMC'],
  area: ['AREA', ownScheme, 'Area'],
  tScore: ['TSCORE', ownScheme, 'T-score'],
  zScore: ['ZSCORE', ownScheme, 'Z-score'],
};

/** The name of a value: LOINC where it has a code for the site and side, else our own scheme. */
export const valueCode = ({ site, side }: Place, field: Field): Code => {
  const [code] =
    [...loinc].find(([, meaning]) => meaning.site === site && meaning.side === side && meaning.field === field) ?? [];
  return code === undefined ? ownNames[field] : [code, 'LN', `DXA ${ownNames[field][2]}`];
};
