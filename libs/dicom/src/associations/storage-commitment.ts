import { setTimeout } from 'node:timers/promises';
import { SOPClass, TransferSyntax } from '../uids.table.js';
import { askingFor, reporting, type CommitmentResult, type Reference } from './commitment.js';
import { RequestedAssociation, type Peer } from './peer.js';
import { Status } from './status.table.js';

const abstractSyntax = SOPClass.StorageCommitmentPushModel;
const transferSyntaxes = [TransferSyntax.ExplicitVRLittleEndian, TransferSyntax.ImplicitVRLittleEndian];

/** What became of a request for commitment: the status of the N-ACTION, and the result where it came on the same association. */
export interface CommitmentAsked {
  readonly status: number;
  readonly result?: CommitmentResult;
}

/**
 * Asks a peer to keep objects safe (N-ACTION), and stays for so many milliseconds for the result; later results come on an
 * association of the peer (`committed` of `listen`). Rejects with AssociationRejected or AssociationLost.
 */
export const requestCommitment = async (
  peer: Peer,
  asked: { readonly transactionUID: string; readonly references: readonly Reference[] },
  waitMs = 0,
): Promise<CommitmentAsked> => {
  let hear: (result: CommitmentResult) => void = () => undefined;
  const heard = new Promise<CommitmentResult>((resolve) => (hear = resolve));
  const association = await RequestedAssociation.open(peer, [{ abstractSyntax, transferSyntaxes }], hear);
  try {
    const transferSyntaxUID = association.accepted(abstractSyntax);
    if (transferSyntaxUID === undefined) return { status: Status.NoSuchSOPClass };
    const { status } = await association.request(askingFor(asked.transactionUID, asked.references, transferSyntaxUID));
    if (status !== Status.Success) return { status };
    const result = await Promise.race([heard, setTimeout(waitMs, undefined, { ref: false })]);
    return { status, ...(result && { result }) };
  } finally {
    await association.release();
  }
};

/**
 * Says the result of a request for commitment on a new association, in which we are the SCP (PS3.4 J.3.3, PS3.7 D.3.3.4):
 * the peer's status. Rejects with AssociationRejected or AssociationLost.
 */
export const reportCommitment = async (peer: Peer, result: CommitmentResult): Promise<number> => {
  const association = await RequestedAssociation.open(peer, [{ abstractSyntax, transferSyntaxes, asProvider: true }]);
  try {
    const transferSyntaxUID = association.accepted(abstractSyntax);
    if (transferSyntaxUID === undefined) return Status.NoSuchSOPClass;
    return (await association.request(reporting(result, transferSyntaxUID))).status;
  } finally {
    await association.release();
  }
};
