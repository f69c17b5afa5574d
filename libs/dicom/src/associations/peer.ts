import { connect } from 'node:net';
import { ask, AssociationLost, type Answer } from './ask.js';
import type { CommitmentResult } from './commitment.js';
import { association as associations } from './dimse-library.js';
import type { Association, Request } from './dimse-library.js';
import { PduGate, type GateTimes } from './pdu-gate.js';
import { Requestor } from './requestor.js';
import type { Rejection } from './status.table.js';

/** Another application entity, and who we are to it; times in milliseconds. */
export interface Peer {
  readonly host: string;
  readonly port: number;
  readonly calledAETitle: string;
  readonly callingAETitle: string;
  readonly times?: Partial<GateTimes>;
}

/** The peer answered the association with A-ASSOCIATE-RJ. */
export class AssociationRejected extends Error {
  constructor(readonly rejection: Rejection) {
    super(`association rejected: result ${rejection.result}, source ${rejection.source}, reason ${rejection.reason}`);
    this.name = 'AssociationRejected';
  }
}

/** One abstract syntax with its transfer syntaxes; a peer accepts or refuses each such pair of its own. */
export interface ProposedContext {
  readonly abstractSyntax: string;
  readonly transferSyntaxes: readonly string[];
  /** We are its SCP, though it is us who ask for the association (PS3.7 D.3.3.4). */
  readonly asProvider?: true;
}

const patience: GateTimes = { artim: 15_000, idle: 60_000 };
const MOST_CONTEXTS = 128;
const ACCEPTANCE = 0;

const propose = (peer: Peer, contexts: readonly ProposedContext[]): Association => {
  if (contexts.length > MOST_CONTEXTS) throw new Error(`${contexts.length} presentation contexts: one association has 128`);
  const proposed = new associations.Association(peer.callingAETitle, peer.calledAETitle);
  for (const { abstractSyntax, transferSyntaxes, asProvider } of contexts) {
    const id = proposed.addPresentationContext(abstractSyntax);
    for (const uid of transferSyntaxes) proposed.addTransferSyntaxToPresentationContext(id, uid);
    if (!asProvider) continue;
    proposed.getPresentationContext(id).setUserRole(false);
    proposed.getPresentationContext(id).setProviderRole(true);
  }
  return proposed;
};

/** An association that we asked for and the peer has accepted. One request at a time. */
export class RequestedAssociation {
  private constructor(
    private readonly gate: PduGate,
    private readonly upperLayer: Requestor,
    private readonly association: Association,
  ) {}

  /** Rejects with AssociationRejected or AssociationLost. `reported` hears results of commitment that the peer says on it. */
  static async open(
    peer: Peer,
    contexts: readonly ProposedContext[],
    reported?: (result: CommitmentResult) => void,
  ): Promise<RequestedAssociation> {
    const proposed = propose(peer, contexts);
    const gate = new PduGate(connect({ host: peer.host, port: peer.port }), 'requestor', { ...patience, ...peer.times });
    const upperLayer = new Requestor(gate, reported);
    upperLayer.on('networkError', () => gate.abort());
    return new Promise((resolve, reject) => {
      gate.on('connect', () => upperLayer.sendAssociationRequest(proposed));
      gate.on('error', (error: Error) => reject(new AssociationLost(error.message)));
      gate.on('close', () => reject(new AssociationLost('closed before it was open')));
      upperLayer.on('associationRejected', (rejection: Rejection) => {
        gate.end();
        reject(new AssociationRejected(rejection));
      });
      upperLayer.on('associationAccepted', () => {
        for (const { id, context } of proposed.getPresentationContexts())
          if (context.getResult() === ACCEPTANCE) gate.contexts.add(id);
        resolve(new RequestedAssociation(gate, upperLayer, proposed));
      });
    });
  }

  /** The transfer syntax in which the peer takes this abstract syntax: the one that is asked for, or any. */
  accepted(abstractSyntax: string, transferSyntax?: string): string | undefined {
    return this.association
      .getPresentationContexts()
      .filter(({ context }) => context.getResult() === ACCEPTANCE && context.getAbstractSyntaxUid() === abstractSyntax)
      .map(({ context }) => context.getAcceptedTransferSyntaxUid())
      .find((uid) => uid !== undefined && (transferSyntax === undefined || uid === transferSyntax));
  }

  /** Sends one request; resolves with its last answer, pending ones go to `pending`. Rejects with AssociationLost. */
  request(request: Request, pending: (answer: Answer) => void = () => undefined): Promise<Answer> {
    return ask(this.gate, this.upperLayer, request, pending);
  }

  /** Says A-RELEASE and waits until the connection is gone, however it goes. */
  async release(): Promise<void> {
    if (this.gate.isGone) return;
    await new Promise<void>((resolve) => {
      this.gate.once('close', () => resolve());
      if (!this.gate.open) return this.gate.destroy();
      this.upperLayer.on('associationReleaseResponse', () => this.gate.end());
      this.upperLayer.sendAssociationReleaseRequest();
    });
  }

  /** Says A-ABORT. */
  abort(): void {
    this.gate.abort();
  }
}
