import { FailureReason } from '@osteon/dicom';
import type { AskedCommitment, Commitment } from '../commitment/commitment.js';
import type { CommitmentDecided } from '../commitment/commitment.events.js';
import { patienceMs } from './ask-commitment.js';
import { judgeObjects, type KeptObject, type ReadBack } from './judge-objects.js';

/** What was found of the objects that a request names. */
export interface Findings {
  readonly kept: readonly KeptObject[];
  readonly readBack: ReadonlyMap<string, ReadBack>;
}

/** So long a store that cannot be read may recover before the device hears that we lack the means (0213). */
const recoveryMs = 60 * 60_000;

/** True while an answer can wait for a store that cannot be read. */
export const mayWait = ({ until }: AskedCommitment, at: string): boolean => Date.parse(at) < Date.parse(until) - patienceMs + recoveryMs;

/** The result of a request, once and for all; a Transaction UID that is in use already commits nothing (0131). */
export const decideCommitment = (commitment: Commitment, { kept, readBack }: Findings): CommitmentDecided[] => {
  if (commitment.status === 'none' || commitment.result) return [];
  const { references, clashes } = commitment;
  const reason = FailureReason.DuplicateTransactionUID;
  const data = clashes ? { committed: [], failed: references.map((each) => ({ ...each, reason })) } : judgeObjects(references, kept, readBack);
  return [{ type: 'CommitmentDecided', data }];
};
