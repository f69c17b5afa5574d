import { hexadecimal } from '../hexadecimal.js';
import { decodeKeywords } from '../keywords/decode-keywords.js';
import { encodeKeywords } from '../keywords/encode-keywords.js';
import type { Keywords } from '../keywords/keywords.js';
import { SOPClass, TransferSyntax } from '../uids.table.js';
import { EncodedDataSet, requests } from './dimse-library.js';
import { RequestedAssociation, type Peer } from './peer.js';
import { Status } from './status.table.js';

/** The peer answered a C-FIND with something else than success. */
export class FindRefused extends Error {
  constructor(readonly status: number) {
    super(`C-FIND refused: ${hexadecimal(status)}`);
    this.name = 'FindRefused';
  }
}

/** Every match of a C-FIND (Modality Worklist). Rejects with FindRefused, AssociationRejected or AssociationLost. */
export const find = async (
  peer: Peer,
  identifier: Keywords,
  abstractSyntax: string = SOPClass.ModalityWorklistInformationModelFind,
): Promise<Keywords[]> => {
  const transferSyntaxes = [TransferSyntax.ExplicitVRLittleEndian, TransferSyntax.ImplicitVRLittleEndian];
  const association = await RequestedAssociation.open(peer, [{ abstractSyntax, transferSyntaxes }]);
  try {
    const transferSyntaxUID = association.accepted(abstractSyntax);
    if (transferSyntaxUID === undefined) throw new FindRefused(Status.ProcessingFailure);
    const request = new requests.CFindRequest();
    request.setAffectedSopClassUid(abstractSyntax);
    request.setDataset(new EncodedDataSet(encodeKeywords(identifier, transferSyntaxUID), transferSyntaxUID));
    const matches: Keywords[] = [];
    const last = await association.request(request, ({ dataSet }) => matches.push(decodeKeywords(dataSet, transferSyntaxUID)));
    if (last.status !== Status.Success) throw new FindRefused(last.status);
    return matches;
  } finally {
    await association.release();
  }
};
