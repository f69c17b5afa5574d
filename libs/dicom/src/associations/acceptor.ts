import { decodeKeywords } from '../keywords/decode-keywords.js';
import { encodeKeywords } from '../keywords/encode-keywords.js';
import { part10Header } from '../part10.js';
import { EncodedDataSet, responses, Scp, transportOf } from './dimse-library.js';
import type { Association, CEchoRequest, CFindRequest, CStoreRequest, PresentationContext, Response } from './dimse-library.js';
import type { AssociationHandlers, AssociationRequest, FindAnswer, OpenAssociation } from './handlers.js';
import { IncomingFile } from './incoming-file.js';
import { AbortReason } from './pdu.table.js';
import type { PduGate } from './pdu-gate.js';
import { settle, type Services } from './presentation-contexts.js';
import { Rejection, Status } from './status.table.js';

/** What one listener gives to each of its associations. */
export interface Served<Peer> {
  readonly handlers: AssociationHandlers<Peer>;
  readonly services: Services;
  /** Whether one more association can be taken now. */
  admits(): boolean;
}

/** A C-STORE under way. */
interface Receiving {
  readonly file: IncomingFile;
  readonly status: Promise<number>;
}

/** One association as SCP: every request is answered once, whatever its handler does, as long as the association is open. */
export class Acceptor<Peer> extends Scp {
  private open: OpenAssociation<Peer> | undefined;
  private receiving: Receiving | undefined;
  private readonly queries = new Map<number, AbortController>();

  constructor(
    private readonly gate: PduGate,
    private readonly asked: Pick<AssociationRequest, 'id' | 'address'>,
    private readonly served: Served<Peer>,
  ) {
    super(transportOf(gate));
    this.on('networkError', () => gate.abort(AbortReason.notSpecified));
    gate.on('close', () => this.end());
  }

  override associationRequested(association: Association): void {
    const request = {
      ...this.asked,
      callingAETitle: association.getCallingAeTitle(),
      calledAETitle: association.getCalledAeTitle(),
    };
    void this.admit(association, request).catch((error: unknown) => {
      this.served.handlers.failed?.(error, request);
      this.reject(Rejection.NoReasonGiven);
    });
  }

  override associationReleaseRequested(): void {
    this.sendAssociationReleaseResponse();
  }

  override cEchoRequest(request: CEchoRequest, callback: (response: InstanceType<typeof responses.CEchoResponse>) => void): void {
    const open = this.open;
    const status = open && this.served.handlers.echo ? this.served.handlers.echo(open) : Promise.resolve(Status.Success);
    this.reply(responses.CEchoResponse.fromRequest(request), callback, status);
  }

  override createStoreWritableStream(context: PresentationContext, request: CStoreRequest): IncomingFile {
    const uids = {
      SOPClassUID: request.getAffectedSopClassUid(),
      SOPInstanceUID: request.getAffectedSopInstanceUid(),
      transferSyntaxUID: context.getAcceptedTransferSyntaxUid() ?? '',
    };
    const file = new IncomingFile(part10Header(uids));
    file.on('full', () => this.gate.pause());
    file.on('drain', () => this.gate.resume());
    this.receiving = { file, status: this.store(file, uids) };
    return file;
  }

  override createDatasetFromStoreWritableStream(
    _file: IncomingFile,
    context: PresentationContext,
    callback: (dataSet: EncodedDataSet) => void,
  ): void {
    callback(new EncodedDataSet(Buffer.alloc(0), context.getAcceptedTransferSyntaxUid() ?? ''));
  }

  override cStoreRequest(
    request: CStoreRequest,
    callback: (response: InstanceType<typeof responses.CStoreResponse>) => void,
  ): void {
    const { receiving } = this;
    if (receiving?.file.taken !== this.gate.message.dataSetLength) receiving?.file.destroy(new Error('fragments were lost'));
    const status = receiving?.status ?? Promise.resolve(Status.ProcessingFailure);
    void status.finally(() => {
      if (this.receiving === receiving) this.receiving = undefined;
    });
    this.reply(responses.CStoreResponse.fromRequest(request), callback, status);
  }

  override cFindRequest(
    request: CFindRequest,
    callback: (answers: InstanceType<typeof responses.CFindResponse>[]) => void,
  ): void {
    const cancelling = new AbortController();
    const messageId = request.getMessageId();
    this.queries.set(messageId, cancelling);
    const response = responses.CFindResponse.fromRequest(request);
    response.setAffectedSopClassUid(request.getAffectedSopClassUid());
    const status = this.find(request, this.gate.message.dataSet(), cancelling.signal).finally(() =>
      this.queries.delete(messageId),
    );
    this.reply(response, (last) => callback([last]), status);
  }

  override cCancelRequest(request: { getMessageIdBeingRespondedTo(): number }): void {
    this.queries.get(request.getMessageIdBeingRespondedTo())?.abort();
  }

  override abort(): void {
    // the gate has heard it, and the connection is gone
  }

  private async admit(association: Association, request: AssociationRequest): Promise<void> {
    if (!this.served.admits()) return this.reject(Rejection.TemporaryCongestion);
    const admission = await this.served.handlers.associate(request);
    if ('reject' in admission) return this.reject(admission.reject);
    for (const { id, context } of association.getPresentationContexts())
      if (settle(context, this.served.services)) this.gate.contexts.add(id);
    this.open = { ...request, peer: admission.peer };
    this.sendAssociationAccept();
  }

  private reject({ result, source, reason }: Rejection): void {
    this.sendAssociationReject(result, source, reason);
  }

  /** Runs beside the reception. A handler that says success without having read everything is not believed. */
  private async store(
    file: IncomingFile,
    uids: { SOPClassUID: string; SOPInstanceUID: string; transferSyntaxUID: string },
  ): Promise<number> {
    const { open, served } = this;
    if (open === undefined || served.handlers.store === undefined) return Status.ProcessingFailure;
    try {
      const status = await served.handlers.store({ association: open, ...uids, file });
      const whole = file.readableEnded;
      file.resume();
      return status === Status.Success && !whole ? Status.ProcessingFailure : status;
    } catch (error) {
      file.resume();
      served.handlers.failed?.(error, open);
      return Status.ProcessingFailure;
    }
  }

  private async find(request: CFindRequest, bytes: Buffer, cancelled: AbortSignal): Promise<number> {
    const { open } = this;
    const find = this.served.handlers.find?.bind(this.served.handlers);
    if (open === undefined || find === undefined) return Status.UnableToProcess;
    const transferSyntaxUID = request.getDataset()?.getTransferSyntaxUid() ?? '';
    try {
      const matches = find({ association: open, identifier: decodeKeywords(bytes, transferSyntaxUID), cancelled });
      return await this.answerAll(request, matches, transferSyntaxUID, cancelled);
    } catch (error) {
      this.served.handlers.failed?.(error, open);
      return Status.UnableToProcess;
    }
  }

  private async answerAll(
    request: CFindRequest,
    matches: AsyncIterable<FindAnswer>,
    transferSyntaxUID: string,
    cancelled: AbortSignal,
  ): Promise<number> {
    for await (const match of matches) {
      await this.gate.breathe();
      if (cancelled.aborted) return Status.Cancel;
      this.answer(request, match, transferSyntaxUID);
    }
    return Status.Success;
  }

  private answer(request: CFindRequest, { status, identifier }: FindAnswer, transferSyntaxUID: string): void {
    const response = responses.CFindResponse.fromRequest(request);
    response.setAffectedSopClassUid(request.getAffectedSopClassUid());
    response.setStatus(status);
    response.setDataset(new EncodedDataSet(encodeKeywords(identifier, transferSyntaxUID), transferSyntaxUID));
    this.sendResponse(request, response);
  }

  private reply<R extends Response>(response: R, callback: (response: R) => void, status: Promise<number>): void {
    const answered = status.catch((error: unknown) => {
      if (this.open) this.served.handlers.failed?.(error, this.open);
      return Status.ProcessingFailure;
    });
    void this.gate.whileWorking(answered).then((said) => {
      response.setStatus(said);
      if (this.gate.open) callback(response);
    });
  }

  private end(): void {
    this.receiving?.file.destroy(new Error('the association ended before the data set'));
    for (const query of this.queries.values()) query.abort();
    if (this.open) this.served.handlers.closed?.(this.open, this.gate.ending);
    this.open = undefined;
  }
}
