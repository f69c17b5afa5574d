import { countedInstances, type Acquisition } from '../acquisition/acquisition.js';
import type { InstancesHidden } from '../acquisition/acquisition.events.js';
import type { StepOfStudy } from '../procedure-step/step-of-study.js';

/** Those steps that list an object; where none does, all of them. */
const stepsBehind = (sopInstanceUID: string, steps: readonly StepOfStudy[]): readonly StepOfStudy[] => {
  const listing = steps.filter(({ references }) => references.some((reference) => reference.SOPInstanceUID === sopInstanceUID));
  return listing.length > 0 ? listing : steps;
};

const isUnderWrongEntry = (sopInstanceUID: string, steps: readonly StepOfStudy[]): boolean => {
  const behind = stepsBehind(sopInstanceUID, steps);
  return behind.length > 0 && behind.every(({ wrongEntry }) => wrongEntry);
};

/**
 * What came under a step that its device has taken back (110514, the wrong worklist entry) shows another patient than it says: it is
 * kept, and counts for nothing. It stays hidden when a right step begins under the same Study Instance UID.
 */
export const hideInstances = (study: Acquisition, steps: readonly StepOfStudy[]): InstancesHidden[] => {
  if (study.status === 'none') return [];
  const sopInstanceUIDs = countedInstances(study)
    .map(({ sopInstanceUID }) => sopInstanceUID)
    .filter((sopInstanceUID) => isUnderWrongEntry(sopInstanceUID, steps));
  return sopInstanceUIDs.length > 0 ? [{ type: 'InstancesHidden', data: { sopInstanceUIDs } }] : [];
};
