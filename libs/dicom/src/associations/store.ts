import { splitPart10, type FileMeta } from '../part10.js';
import { EncodedDataSet, requests } from './dimse-library.js';
import { AssociationLost } from './ask.js';
import { RequestedAssociation, type Peer, type ProposedContext } from './peer.js';
import { isDelivered } from './status.table.js';

/**
 * What became of one object: `delivered` (success, or with a warning Bxxx), `refused` by the peer's status or because it takes
 * neither class nor transfer syntax, `uncertain` (sent, no answer: it may have arrived), `unsent` (certainly not there).
 */
export type StoreOutcome = { readonly SOPInstanceUID: string } & (
  | { readonly outcome: 'delivered'; readonly status: number }
  | { readonly outcome: 'refused'; readonly status?: number; readonly why: string }
  | { readonly outcome: 'uncertain'; readonly why: string }
  | { readonly outcome: 'unsent'; readonly why: string }
);

type Part10 = FileMeta & { readonly dataSet: Buffer };

/** One context for each pair of class and transfer syntax, as the files say: what a peer accepts is then clear for each file. */
const contextsFor = (files: readonly Part10[]): ProposedContext[] => {
  const pairs = new Map(files.map((file) => [`${file.SOPClassUID} ${file.transferSyntaxUID}`, file]));
  return [...pairs.values()].map(({ SOPClassUID, transferSyntaxUID }) => ({
    abstractSyntax: SOPClassUID,
    transferSyntaxes: [transferSyntaxUID],
  }));
};

const requestFor = ({
  SOPClassUID,
  SOPInstanceUID,
  transferSyntaxUID,
  dataSet,
}: Part10): InstanceType<typeof requests.CStoreRequest> =>
  new requests.CStoreRequest(new EncodedDataSet(dataSet, transferSyntaxUID, { SOPClassUID, SOPInstanceUID }));

const send = async (association: RequestedAssociation, file: Part10): Promise<StoreOutcome> => {
  const { SOPInstanceUID } = file;
  if (association.accepted(file.SOPClassUID, file.transferSyntaxUID) === undefined)
    return { SOPInstanceUID, outcome: 'refused', why: 'class or transfer syntax not accepted' };
  try {
    const { status, comment } = await association.request(requestFor(file));
    return isDelivered(status)
      ? { SOPInstanceUID, outcome: 'delivered', status }
      : { SOPInstanceUID, outcome: 'refused', status, why: comment ?? '' };
  } catch (error) {
    if (error instanceof AssociationLost) return { SOPInstanceUID, outcome: 'uncertain', why: error.message };
    throw error;
  }
};

const unsent = (files: readonly Part10[], why: string): StoreOutcome[] =>
  files.map(({ SOPInstanceUID }) => ({ SOPInstanceUID, outcome: 'unsent', why }));

/**
 * C-STORE of DICOM files on one association, their data sets to the byte: an outcome for each, in their order. Does not
 * reject for what a peer or the network does; throws NotPart10 for a file that is none.
 */
export const store = async (peer: Peer, files: readonly Uint8Array[]): Promise<StoreOutcome[]> => {
  const parts = files.map(splitPart10);
  if (parts.length === 0) return [];
  let association: RequestedAssociation;
  try {
    association = await RequestedAssociation.open(peer, contextsFor(parts));
  } catch (error) {
    return unsent(parts, error instanceof Error ? error.message : String(error));
  }
  const outcomes: StoreOutcome[] = [];
  for (const [at, file] of parts.entries()) {
    const outcome = await send(association, file);
    outcomes.push(outcome);
    if (outcome.outcome === 'uncertain') return [...outcomes, ...unsent(parts.slice(at + 1), outcome.why)];
  }
  await association.release();
  return outcomes;
};
