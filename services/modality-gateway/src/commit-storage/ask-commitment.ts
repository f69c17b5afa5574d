import type { Reference } from '@osteon/dicom';
import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { Commitment } from '../commitment/commitment.js';
import type { CommitmentAsked, CommitmentAskedAgain } from '../commitment/commitment.events.js';
import { commitmentRefusals } from './commitment.refusals.js';
import { after } from './report-pause.js';

/** What an N-ACTION says, and who says it. */
export type Request = Omit<CommitmentAsked['data'], 'until' | 'dueAt'>;

/** So long the association of the N-ACTION may serve for the result. */
export const sameAssociationMs = 5_000;
/** So long a device is called that does not hear its result. */
export const patienceMs = 72 * 60 * 60_000;

/** A UID of at most 64 characters (PS3.5 9.1). */
const isUID = (uid: string): boolean => uid.length <= 64 && /^[0-9]+(\.[0-9]+)*$/.test(uid);

const isWhole = (transactionUID: string, references: readonly Reference[]): boolean =>
  isUID(transactionUID) && references.length > 0 && references.every(({ SOPInstanceUID }) => isUID(SOPInstanceUID));

/** A device asks for objects to be kept safe. The same asked again is answered again, with the same result. */
export const askCommitment = (commitment: Commitment, asked: Request, { at }: Context): (CommitmentAsked | CommitmentAskedAgain)[] => {
  const { callingAETitle, transactionUID, references } = asked;
  if (!isWhole(transactionUID, references)) refuse(commitmentRefusals.REQUEST_NOT_WHOLE);
  const times = { until: after(at, patienceMs), dueAt: after(at, sameAssociationMs) };
  if (commitment.status !== 'none') return [{ type: 'CommitmentAskedAgain', data: { callingAETitle, ...times } }];
  return [{ type: 'CommitmentAsked', data: { ...asked, ...times } }];
};
