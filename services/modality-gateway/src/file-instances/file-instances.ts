import type { Acquisition } from '../acquisition/acquisition.js';
import type { AcquisitionBegun, AcquisitionCompleted, FiledInstance, InstancesFiled, InstancesHidden } from '../acquisition/acquisition.events.js';
import { completeByProfile, type Expected } from '../complete-acquisition/complete-acquisition.js';
import { evolveAcquisition } from '../acquisition/acquisition.js';
import { hideInstances } from '../hide-instances/hide-instances.js';
import type { StepOfStudy } from '../procedure-step/step-of-study.js';

/** The objects of one study that came over one association, now closed. */
export interface Arrival {
  readonly begun: AcquisitionBegun['data'];
  readonly associationId: string;
  readonly instances: readonly FiledInstance[];
  readonly expected: readonly Expected[];
  readonly steps: readonly StepOfStudy[];
}

/** The same SOP Instance UID with the same bytes is one object; with other bytes a conflicting version. */
const newOnes = (study: Acquisition, instances: readonly FiledInstance[]): FiledInstance[] => {
  const known = study.status === 'none' ? [] : [...study.instances];
  const fresh: FiledInstance[] = [];
  for (const instance of instances) {
    const namesakes = [...known, ...fresh].filter(({ sopInstanceUID }) => sopInstanceUID === instance.sopInstanceUID);
    if (namesakes.some(({ object }) => object.key === instance.object.key)) continue;
    fresh.push(namesakes.length > 0 ? { ...instance, conflicting: true } : instance);
  }
  return fresh;
};

/** Files what an association brought under its study; filing the same again changes nothing. */
export const fileInstances = (study: Acquisition, arrival: Arrival): (AcquisitionBegun | InstancesFiled | InstancesHidden | AcquisitionCompleted)[] => {
  const instances = newOnes(study, arrival.instances);
  if (instances.length === 0) return [];
  const begun: AcquisitionBegun[] = study.status === 'none' ? [{ type: 'AcquisitionBegun', data: arrival.begun }] : [];
  const filed: InstancesFiled = { type: 'InstancesFiled', data: { associationId: arrival.associationId, instances } };
  const after = [...begun, filed].reduce<Acquisition>(evolveAcquisition, study);
  return [...begun, filed, ...hideInstances(after, arrival.steps), ...completeByProfile(after, arrival.expected)];
};
