import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Answered, FindAnswer, IncomingInstance, Query, StepMessage } from '@osteon/dicom';
import { Log } from '@osteon/platform/log';
import { BeginStep } from '../begin-step/begin-step.dimse.js';
import { EndStep } from '../end-step/end-step.dimse.js';
import { FileInstances } from '../file-instances/file-instances.sender.js';
import { ReceiveInstance } from '../receive-instance/receive-instance.dimse.js';
import { Receipts } from '../receive-instance/receipts.query.js';
import { AnswerWorklist } from '../worklist/answer-worklist.dimse.js';
import type { KnownDevice } from './resolve-device.js';

/** Much shorter than the time after which an association counts as gone. */
const signOfLifeMs = 5_000;

/** Hands each message of an open association to the feature that answers it, and notes which associations are open. */
@Injectable()
export class AssociationDesk implements OnApplicationShutdown {
  private readonly open = new Set<string>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly worklist: AnswerWorklist,
    private readonly receiving: ReceiveInstance,
    private readonly receipts: Receipts,
    private readonly filing: FileInstances,
    private readonly beginning: BeginStep,
    private readonly ending: EndStep,
    private readonly log: Log,
  ) {
    this.timer = setInterval(() => this.note(this.receipts.stillOpen([...this.open])), signOfLifeMs);
  }

  find(query: Query<KnownDevice>): AsyncIterable<FindAnswer> {
    return this.worklist.find(query);
  }

  async store(instance: IncomingInstance<KnownDevice>): Promise<number> {
    this.open.add(instance.association.id);
    return this.receiving.store(instance);
  }

  createStep(step: StepMessage<KnownDevice>): Promise<Answered> {
    return this.beginning.begin(step);
  }

  setStep(step: StepMessage<KnownDevice>): Promise<Answered> {
    return this.ending.end(step);
  }

  /** What it brought can be filed. Should the note fail, the association is found gone a little later. */
  closed(associationId: string): void {
    if (!this.open.delete(associationId)) return;
    this.note(this.receipts.closed(associationId).then(() => this.filing.wake()));
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private note(written: Promise<void>): void {
    written.catch((error: unknown) => this.log.problem('association-not-noted', error));
  }
}
