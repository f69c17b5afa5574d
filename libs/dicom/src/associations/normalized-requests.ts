import { decodeKeywords } from '../keywords/decode-keywords.js';
import { newUID } from '../uids.js';
import { TransferSyntax } from '../uids.table.js';
import { answerAction, answerEvent, answerStep, type Answering, type NormalizedMessage } from './answer-normalized.js';
import { ask } from './ask.js';
import { reporting, type CommitmentResult } from './commitment.js';
import { responses, Scp, transportOf, type Request, type Response } from './dimse-library.js';
import type { NActionRequest, NActionResponse, NCreateRequest, NCreateResponse } from './dimse-library.js';
import type { NEventReportRequest, NEventReportResponse, NSetRequest, NSetResponse } from './dimse-library.js';
import type { Answered } from './handlers.js';
import type { PduGate } from './pdu-gate.js';
import { Status } from './status.table.js';

type Answer<Peer> = (to: Answering<Peer>, message: NormalizedMessage) => Promise<Answered>;

/** The normalized requests of an association as SCP, each answered once: performed procedure steps and storage commitment. */
export abstract class NormalizedRequests<Peer> extends Scp {
  constructor(protected readonly gate: PduGate) {
    super(transportOf(gate));
  }

  override nCreateRequest(request: NCreateRequest, callback: (response: NCreateResponse) => void): void {
    const uid = request.getAffectedSopInstanceUid() || newUID();
    const response = responses.NCreateResponse.fromRequest(request);
    response.setAffectedSopInstanceUid(uid);
    const message = this.messageOf(request, { SOPClassUID: request.getAffectedSopClassUid(), SOPInstanceUID: uid });
    this.say(response, callback, message, (to, said) => answerStep(to, 'createStep', said));
  }

  override nSetRequest(request: NSetRequest, callback: (response: NSetResponse) => void): void {
    const message = this.messageOf(request, requested(request));
    this.say(responses.NSetResponse.fromRequest(request), callback, message, (to, said) => answerStep(to, 'setStep', said));
  }

  override nActionRequest(request: NActionRequest, callback: (response: NActionResponse) => void): void {
    const message = this.messageOf(request, { ...requested(request), type: request.getActionTypeId() });
    const report = (result: CommitmentResult): Promise<number> => this.report(request, result);
    this.say(responses.NActionResponse.fromRequest(request), callback, message, (to, said) => answerAction(to, said, report));
  }

  override nEventReportRequest(request: NEventReportRequest, callback: (response: NEventReportResponse) => void): void {
    const stated = { SOPClassUID: request.getAffectedSopClassUid(), SOPInstanceUID: request.getAffectedSopInstanceUid() };
    const message = this.messageOf(request, { ...stated, type: request.getEventTypeId() });
    this.say(responses.NEventReportResponse.fromRequest(request), callback, message, answerEvent);
  }

  protected abstract answering(): Answering<Peer> | undefined;

  /** The data set is taken at once: the gate keeps that of the last message only. */
  private messageOf(request: Request, stated: Omit<NormalizedMessage, 'attributes'>): () => NormalizedMessage {
    const bytes = this.gate.message.dataSet();
    return () => ({ ...stated, attributes: decodeKeywords(bytes, transferSyntaxOf(request)) });
  }

  /** On the association that it was asked on. Rejects with AssociationLost once that is over. */
  private async report(request: Request, result: CommitmentResult): Promise<number> {
    return (await ask(this.gate, this, reporting(result, transferSyntaxOf(request)))).status;
  }

  private say<R extends Response>(
    response: R,
    callback: (response: R) => void,
    message: () => NormalizedMessage,
    answer: Answer<Peer>,
  ): void {
    void this.gate.whileWorking(this.decide(message, answer)).then(({ status, errorID, errorComment }) => {
      response.setStatus(status);
      if (errorID !== undefined) Object.assign(response.getCommandDataset()?.getElements() ?? {}, { ErrorID: errorID });
      if (errorComment !== undefined) response.setErrorComment(errorComment);
      if (this.gate.open) callback(response);
    });
  }

  private async decide(message: () => NormalizedMessage, answer: Answer<Peer>): Promise<Answered> {
    const to = this.answering();
    if (to === undefined) return { status: Status.ProcessingFailure };
    try {
      return await answer(to, message());
    } catch (error) {
      to.handlers.failed?.(error, to.association);
      return { status: Status.ProcessingFailure };
    }
  }
}

const requested = (request: NSetRequest | NActionRequest): { SOPClassUID: string; SOPInstanceUID: string } => ({
  SOPClassUID: request.getRequestedSopClassUid(),
  SOPInstanceUID: request.getRequestedSopInstanceUid(),
});

const transferSyntaxOf = (request: Request): string => request.getDataset()?.getTransferSyntaxUid() ?? TransferSyntax.ImplicitVRLittleEndian;
