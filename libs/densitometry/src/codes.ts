import type { Side, Site } from './assessment.js';
import type { AssessInput } from './assess-input.js';
import { cptCodes, observationCodes, type Code, type ObservationCodes } from './codes.table.js';

/** LOINC of a site and side; nothing where the site has no code of its own and is carried as a body site. */
export const codesOf = (site: Site, side?: Side): ObservationCodes | undefined =>
  observationCodes.find((one) => one.site === site && one.side === (side === 'both' ? undefined : side));

const axial = (site: string): boolean => site === 'lumbar-spine' || site === 'hip';

const axialCode = (isAxial: boolean, hasVfa: boolean): Code[] => {
  if (isAxial) return [hasVfa ? cptCodes.axialWithVfa : cptCodes.axial];
  return hasVfa ? [cptCodes.vfaAlone] : [];
};

/** CPT that the scans of an exam suggest; a person decides what is billed. */
export const suggestedCpt = ({ exam, vfa }: Pick<AssessInput, 'exam' | 'vfa'>): Code[] => [
  ...axialCode(
    exam.scans.some(({ site }) => axial(site)),
    vfa !== undefined,
  ),
  ...(exam.scans.some(({ site }) => site === 'forearm') ? [cptCodes.appendicular] : []),
];
