import { encodeKeywords } from '../keywords/encode-keywords.js';
import type { Keywords } from '../keywords/keywords.js';
import { SOPClass, TransferSyntax } from '../uids.table.js';
import { EncodedDataSet, requests, type Request } from './dimse-library.js';
import type { Answered } from './handlers.js';
import { RequestedAssociation, type Peer } from './peer.js';
import { Status } from './status.table.js';

const abstractSyntax = SOPClass.ModalityPerformedProcedureStep;
const transferSyntaxes = [TransferSyntax.ExplicitVRLittleEndian, TransferSyntax.ImplicitVRLittleEndian];

const say = async (peer: Peer, request: Request, attributes: Keywords): Promise<Answered> => {
  const association = await RequestedAssociation.open(peer, [{ abstractSyntax, transferSyntaxes }]);
  try {
    const transferSyntaxUID = association.accepted(abstractSyntax);
    if (transferSyntaxUID === undefined) return { status: Status.NoSuchSOPClass };
    const bytes = encodeKeywords(attributes, transferSyntaxUID);
    // a data set that is announced and empty would never be sent
    if (bytes.length > 0) request.setDataset(new EncodedDataSet(bytes, transferSyntaxUID));
    const { status, errorID, comment: errorComment } = await association.request(request);
    return { status, ...(errorID !== undefined && { errorID }), ...(errorComment && { errorComment }) };
  } finally {
    await association.release();
  }
};

/** N-CREATE of a performed procedure step, on an association of its own. Rejects with AssociationRejected or AssociationLost. */
export const createStep = (peer: Peer, SOPInstanceUID: string, attributes: Keywords): Promise<Answered> =>
  say(peer, new requests.NCreateRequest(abstractSyntax, SOPInstanceUID), attributes);

/** N-SET of a performed procedure step, on an association of its own. Rejects with AssociationRejected or AssociationLost. */
export const setStep = (peer: Peer, SOPInstanceUID: string, attributes: Keywords): Promise<Answered> =>
  say(peer, new requests.NSetRequest(abstractSyntax, SOPInstanceUID), attributes);
