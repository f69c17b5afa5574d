import { encodeKeywords } from '../keywords/encode-keywords.js';
import { itemsOf, numberOf, textOf, type Keywords } from '../keywords/keywords.js';
import { SOPClass, StorageCommitmentInstance } from '../uids.table.js';
import { EncodedDataSet, requests, type NActionRequest, type NEventReportRequest } from './dimse-library.js';
import { FailureReason } from './status.table.js';

/** An object by class and instance. */
export interface Reference {
  readonly SOPClassUID: string;
  readonly SOPInstanceUID: string;
}

/** What was found of the objects of one transaction: safe here, or not and why (Failure Reason). */
export interface CommitmentResult {
  readonly transactionUID: string;
  readonly committed: readonly Reference[];
  readonly failed: readonly (Reference & { readonly reason: number })[];
}

/** Action Type ID of a request (PS3.4 table J.3-1). */
export const REQUEST_COMMITMENT = 1;
/** Event Type IDs of a result: all of it, or with failures (PS3.4 table J.3-3). */
export const COMMITTED = 1;
export const COMMITTED_WITH_FAILURES = 2;

const itemOf = ({ SOPClassUID, SOPInstanceUID }: Reference): Keywords => ({
  ReferencedSOPClassUID: SOPClassUID,
  ReferencedSOPInstanceUID: SOPInstanceUID,
});

const referenceOf = (item: Keywords): Reference => ({
  SOPClassUID: textOf(item, 'ReferencedSOPClassUID') ?? '',
  SOPInstanceUID: textOf(item, 'ReferencedSOPInstanceUID') ?? '',
});

/** Transaction and objects of an N-ACTION or N-EVENT-REPORT data set. */
export const resultOf = (attributes: Keywords): CommitmentResult => ({
  transactionUID: textOf(attributes, 'TransactionUID') ?? '',
  committed: itemsOf(attributes, 'ReferencedSOPSequence').map(referenceOf),
  failed: itemsOf(attributes, 'FailedSOPSequence').map((item) => ({
    ...referenceOf(item),
    reason: numberOf(item, 'FailureReason') ?? FailureReason.ProcessingFailure,
  })),
});

const encoded = (keywords: Keywords, transferSyntaxUID: string): EncodedDataSet =>
  new EncodedDataSet(encodeKeywords(keywords, transferSyntaxUID), transferSyntaxUID);

/** The N-ACTION that asks for objects to be kept safe. */
export const askingFor = (transactionUID: string, references: readonly Reference[], transferSyntaxUID: string): NActionRequest => {
  const request = new requests.NActionRequest(SOPClass.StorageCommitmentPushModel, StorageCommitmentInstance, REQUEST_COMMITMENT);
  request.setDataset(encoded({ TransactionUID: transactionUID, ReferencedSOPSequence: references.map(itemOf) }, transferSyntaxUID));
  return request;
};

/** The N-EVENT-REPORT that says a result; a sequence without items is left out (PS3.4 table J.3-3). */
export const reporting = ({ transactionUID, committed, failed }: CommitmentResult, transferSyntaxUID: string): NEventReportRequest => {
  const type = failed.length > 0 ? COMMITTED_WITH_FAILURES : COMMITTED;
  const request = new requests.NEventReportRequest(SOPClass.StorageCommitmentPushModel, StorageCommitmentInstance, type);
  const attributes = {
    TransactionUID: transactionUID,
    ...(committed.length > 0 && { ReferencedSOPSequence: committed.map(itemOf) }),
    ...(failed.length > 0 && { FailedSOPSequence: failed.map((each) => ({ ...itemOf(each), FailureReason: each.reason })) }),
  };
  request.setDataset(encoded(attributes, transferSyntaxUID));
  return request;
};
