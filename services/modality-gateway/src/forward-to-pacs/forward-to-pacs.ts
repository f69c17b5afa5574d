import { countedInstances, noForwarding, type Acquisition, type BegunAcquisition, type Forwarding } from '../acquisition/acquisition.js';
import type { ForwardingAttempted, ForwardOutcome, InstancesForwarded, StudyArchived } from '../acquisition/acquisition.events.js';

const toward = ({ forwarding }: BegunAcquisition, archiveId: string): Forwarding => forwarding[archiveId] ?? noForwarding;

/** What may go to an archive: nothing of an unmatched study, no conflicting version. */
const mayGo = (study: BegunAcquisition): string[] =>
  study.match.state === 'matched' ? countedInstances(study).map(({ sopInstanceUID }) => sopInstanceUID) : [];

/** What may go to this archive and has no final answer yet. */
export const dueFor = (study: BegunAcquisition, archiveId: string): string[] => {
  const { delivered, refused } = toward(study, archiveId);
  const settled = new Set([...delivered, ...refused]);
  return mayGo(study).filter((sopInstanceUID) => !settled.has(sopInstanceUID));
};

/** Recorded before the first byte goes out. An attempt that a killed process left without outcome is simply made again: the objects are the same. */
export const beginForwarding = (study: Acquisition, archiveId: string): ForwardingAttempted[] => {
  if (study.status === 'none') return [];
  const sopInstanceUIDs = dueFor(study, archiveId);
  if (sopInstanceUIDs.length === 0) return [];
  return [{ type: 'ForwardingAttempted', data: { archiveId, attempt: toward(study, archiveId).attempts + 1, sopInstanceUIDs } }];
};

/** What the archive answered, object by object; the study is archived when all that may go has been answered with success. */
export const recordForwarding = (
  study: Acquisition,
  answered: { readonly archiveId: string; readonly outcomes: readonly ForwardOutcome[] },
): (InstancesForwarded | StudyArchived)[] => {
  if (study.status === 'none') return [];
  const { archiveId } = answered;
  const { attempts, delivered, archived } = toward(study, archiveId);
  const due = dueFor(study, archiveId);
  // Two copies of a sender can have sent the same object: the first answer counts.
  const outcomes = answered.outcomes.filter(({ sopInstanceUID }) => due.includes(sopInstanceUID));
  if (outcomes.length === 0) return [];
  const now = outcomes.filter(({ outcome }) => outcome === 'delivered').map(({ sopInstanceUID }) => sopInstanceUID);
  const there = new Set([...delivered, ...now]);
  const isWhole = mayGo(study).every((sopInstanceUID) => there.has(sopInstanceUID));
  return [
    { type: 'InstancesForwarded', data: { archiveId, attempt: attempts, outcomes } },
    ...(isWhole && !archived ? [{ type: 'StudyArchived', data: { archiveId, instances: there.size } } satisfies StudyArchived] : []),
  ];
};
