import { decodeKeywords } from '../keywords/decode-keywords.js';
import { encodeKeywords } from '../keywords/encode-keywords.js';
import { part10Header, type FileMeta } from '../part10.js';
import type { Answering } from './answer-normalized.js';
import { EncodedDataSet, responses } from './dimse-library.js';
import type { Association, CEchoRequest, CFindRequest, CStoreRequest, PresentationContext, Response } from './dimse-library.js';
import type { AssociationHandlers, AssociationRequest, OpenAssociation } from './handlers.js';
import { IncomingFile } from './incoming-file.js';
import { NormalizedRequests } from './normalized-requests.js';
import { AbortReason } from './pdu.table.js';
import type { PduGate } from './pdu-gate.js';
import { settle, type Services } from './presentation-contexts.js';
import { runFind, runStore } from './run-handlers.js';
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
export class Acceptor<Peer> extends NormalizedRequests<Peer> {
  private open: OpenAssociation<Peer> | undefined;
  private receiving: Receiving | undefined;
  private readonly queries = new Map<number, AbortController>();

  constructor(
    gate: PduGate,
    private readonly asked: Pick<AssociationRequest, 'id' | 'address'>,
    private readonly served: Served<Peer>,
  ) {
    super(gate);
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

  protected override answering(): Answering<Peer> | undefined {
    return this.open && { handlers: this.served.handlers, association: this.open };
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

  private async store(file: IncomingFile, uids: FileMeta): Promise<number> {
    if (this.open === undefined) return Status.ProcessingFailure;
    return runStore(this.served.handlers, { association: this.open, ...uids, file });
  }

  private async find(request: CFindRequest, bytes: Buffer, cancelled: AbortSignal): Promise<number> {
    if (this.open === undefined) return Status.UnableToProcess;
    const transferSyntaxUID = request.getDataset()?.getTransferSyntaxUid() ?? '';
    const identifier = decodeKeywords(bytes, transferSyntaxUID);
    return runFind(this.served.handlers, { association: this.open, identifier, cancelled }, async (match) => {
      const response = responses.CFindResponse.fromRequest(request);
      response.setAffectedSopClassUid(request.getAffectedSopClassUid());
      response.setStatus(match.status);
      response.setDataset(new EncodedDataSet(encodeKeywords(match.identifier, transferSyntaxUID), transferSyntaxUID));
      this.sendResponse(request, response);
      await this.gate.breathe();
    });
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
