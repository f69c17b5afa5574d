import { SOPClass, TransferSyntax } from '../uids.table.js';
import { requests } from './dimse-library.js';
import { RequestedAssociation, type Peer } from './peer.js';
import { Status } from './status.table.js';

/** C-ECHO to a peer: its status. Rejects with AssociationRejected or AssociationLost. */
export const echo = async (peer: Peer): Promise<number> => {
  const association = await RequestedAssociation.open(peer, [
    { abstractSyntax: SOPClass.Verification, transferSyntaxes: [TransferSyntax.ImplicitVRLittleEndian] },
  ]);
  try {
    if (association.accepted(SOPClass.Verification) === undefined) return Status.ProcessingFailure;
    return (await association.request(new requests.CEchoRequest())).status;
  } finally {
    await association.release();
  }
};
