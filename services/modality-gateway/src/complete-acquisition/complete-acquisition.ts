import type { modalityGateway } from '@osteon/contracts';
import { countedInstances, type Acquisition, type BegunAcquisition } from '../acquisition/acquisition.js';
import type { AcquisitionCompleted } from '../acquisition/acquisition.events.js';
import type { StepOfStudy } from '../procedure-step/step-of-study.js';

type Kind = modalityGateway.StoredInstance['kind'];

/** One object that a device's profile expects of every exam. */
export interface Expected {
  readonly protocolName: string;
  readonly kind: Kind;
}

/** A report of results names no protocol: any of it will do. */
const isHere = (study: BegunAcquisition, { protocolName, kind }: Expected): boolean =>
  countedInstances(study).some((instance) => instance.kind === kind && (kind === 'results' || instance.protocolName === protocolName));

/** Complete by the device's profile: every object that it expects is here. A profile that expects nothing never says so. */
export const completeByProfile = (study: Acquisition, expected: readonly Expected[]): AcquisitionCompleted[] => {
  if (study.status === 'none' || study.completeBy || expected.length === 0) return [];
  return expected.every((each) => isHere(study, each)) ? [{ type: 'AcquisitionCompleted', data: { completeBy: 'profile' } }] : [];
};

/** Complete by MPPS: the device has ended every step of the study and each object that it lists is here. A list of nothing never says so. */
export const completeByMpps = (study: Acquisition, steps: readonly StepOfStudy[]): AcquisitionCompleted[] => {
  if (study.status === 'none' || study.completeBy || steps.some(({ status }) => status === 'in-progress')) return [];
  const listed = steps.filter(({ status }) => status === 'completed').flatMap(({ references }) => references);
  const here = new Set(countedInstances(study).map(({ sopInstanceUID }) => sopInstanceUID));
  const isWhole = listed.length > 0 && listed.every(({ SOPInstanceUID }) => here.has(SOPInstanceUID));
  return isWhole ? [{ type: 'AcquisitionCompleted', data: { completeBy: 'mpps' } }] : [];
};

/** Complete because the last association has closed and nothing came for a while; the timer only says that the while is over. */
export const completeByQuietTime = (study: Acquisition): AcquisitionCompleted[] =>
  study.status === 'none' || study.completeBy || countedInstances(study).length === 0
    ? []
    : [{ type: 'AcquisitionCompleted', data: { completeBy: 'quiet-time' } }];
