import { noForwarding, type Acquisition, type BegunAcquisition } from '../acquisition/acquisition.js';
import type { ForwardingAttempted, ForwardOutcome, InstancesForwarded, StudyArchived } from '../acquisition/acquisition.events.js';

/** What may go to this archive and has no final answer yet: nothing of an unmatched study, no conflicting version. */
export const dueFor = (study: BegunAcquisition, archiveId: string): string[] => {
  if (study.match.state !== 'matched') return [];
  const { delivered, refused } = study.forwarding[archiveId] ?? noForwarding;
  const settled = new Set([...delivered, ...refused]);
  return study.instances.filter(({ conflicting, sopInstanceUID }) => !conflicting && !settled.has(sopInstanceUID)).map(({ sopInstanceUID }) => sopInstanceUID);
};

/** Recorded before the first byte goes out. An attempt that a killed process left without outcome is simply made again: the objects are the same. */
export const beginForwarding = (study: Acquisition, archiveId: string): ForwardingAttempted[] => {
  if (study.status === 'none') return [];
  const sopInstanceUIDs = dueFor(study, archiveId);
  if (sopInstanceUIDs.length === 0) return [];
  const { attempts } = study.forwarding[archiveId] ?? noForwarding;
  return [{ type: 'ForwardingAttempted', data: { archiveId, attempt: attempts + 1, sopInstanceUIDs } }];
};

/** What the archive answered, object by object; the study is archived when nothing is due any more and nothing was refused. */
export const recordForwarding = (
  study: Acquisition,
  { archiveId, outcomes }: { archiveId: string; outcomes: readonly ForwardOutcome[] },
): (InstancesForwarded | StudyArchived)[] => {
  if (study.status === 'none') return [];
  const { attempts, delivered, refused, archived } = study.forwarding[archiveId] ?? noForwarding;
  const now = outcomes.filter(({ outcome }) => outcome === 'delivered').map(({ sopInstanceUID }) => sopInstanceUID);
  const done = new Set([...delivered, ...now]);
  const all = dueFor({ ...study, forwarding: {} }, archiveId);
  const whole = all.length > 0 && all.every((sopInstanceUID) => done.has(sopInstanceUID)) && refused.length === 0;
  return [
    { type: 'InstancesForwarded', data: { archiveId, attempt: attempts, outcomes } },
    ...(whole && !archived ? [{ type: 'StudyArchived', data: { archiveId, instances: done.size } } satisfies StudyArchived] : []),
  ];
};
