import type { Keywords } from '../keywords/keywords.js';
import { SOPClass } from '../uids.table.js';
import { COMMITTED, COMMITTED_WITH_FAILURES, REQUEST_COMMITMENT, resultOf, type CommitmentResult } from './commitment.js';
import type { Answered, AssociationHandlers, OpenAssociation } from './handlers.js';
import { Status } from './status.table.js';

/** One N-CREATE, N-SET, N-ACTION or N-EVENT-REPORT as it came. */
export interface NormalizedMessage {
  readonly SOPClassUID: string;
  readonly SOPInstanceUID: string;
  /** Action Type ID or Event Type ID. */
  readonly type?: number;
  readonly attributes: Keywords;
}

/** Who answers, and on which association. */
export interface Answering<Peer> {
  readonly handlers: AssociationHandlers<Peer>;
  readonly association: OpenAssociation<Peer>;
}

const isOf = (SOPClassUID: string, message: NormalizedMessage): boolean => message.SOPClassUID === SOPClassUID;
const noSuchClass: Answered = { status: Status.NoSuchSOPClass };

/** N-CREATE and N-SET: only of performed procedure steps. */
export const answerStep = async <Peer>(
  { handlers, association }: Answering<Peer>,
  name: 'createStep' | 'setStep',
  message: NormalizedMessage,
): Promise<Answered> => {
  const { SOPInstanceUID, attributes } = message;
  if (!isOf(SOPClass.ModalityPerformedProcedureStep, message)) return noSuchClass;
  return (await handlers[name]?.({ association, SOPInstanceUID, attributes })) ?? noSuchClass;
};

/** N-ACTION: only the request for commitment; `report` says its result on the same association, later. */
export const answerAction = async <Peer>(
  { handlers, association }: Answering<Peer>,
  message: NormalizedMessage,
  report: (result: CommitmentResult) => Promise<number>,
): Promise<Answered> => {
  if (!isOf(SOPClass.StorageCommitmentPushModel, message)) return noSuchClass;
  if (message.type !== REQUEST_COMMITMENT) return { status: Status.NoSuchActionType };
  const { transactionUID, committed: references } = resultOf(message.attributes);
  return (await handlers.commit?.({ association, transactionUID, references, report })) ?? noSuchClass;
};

/** N-EVENT-REPORT: only the results of commitment. */
export const answerEvent = async <Peer>(
  { handlers, association }: Answering<Peer>,
  message: NormalizedMessage,
): Promise<Answered> => {
  if (!isOf(SOPClass.StorageCommitmentPushModel, message)) return noSuchClass;
  if (message.type !== COMMITTED && message.type !== COMMITTED_WITH_FAILURES) return { status: Status.NoSuchEventType };
  return (await handlers.committed?.({ association, result: resultOf(message.attributes) })) ?? noSuchClass;
};
