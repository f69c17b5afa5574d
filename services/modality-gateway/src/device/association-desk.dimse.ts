import { Injectable } from '@nestjs/common';
import type { Answered, FindAnswer, IncomingInstance, Query, StepMessage } from '@osteon/dicom';
import { BeginStep } from '../begin-step/begin-step.dimse.js';
import { EndStep } from '../end-step/end-step.dimse.js';
import { ReceiveInstance } from '../receive-instance/receive-instance.dimse.js';
import { AnswerWorklist } from '../worklist/answer-worklist.dimse.js';
import { OpenAssociations } from './open-associations.dimse.js';
import type { KnownDevice } from './resolve-device.js';

/** Hands each message of an open association to the feature that answers it. */
@Injectable()
export class AssociationDesk {
  constructor(
    private readonly worklist: AnswerWorklist,
    private readonly receiving: ReceiveInstance,
    private readonly beginning: BeginStep,
    private readonly ending: EndStep,
    private readonly associations: OpenAssociations,
  ) {}

  find(query: Query<KnownDevice>): AsyncIterable<FindAnswer> {
    return this.worklist.find(query);
  }

  async store(instance: IncomingInstance<KnownDevice>): Promise<number> {
    this.associations.brings(instance.association.id);
    return this.receiving.store(instance);
  }

  createStep(step: StepMessage<KnownDevice>): Promise<Answered> {
    return this.beginning.begin(step);
  }

  setStep(step: StepMessage<KnownDevice>): Promise<Answered> {
    return this.ending.end(step);
  }

  closed(associationId: string): void {
    this.associations.closed(associationId);
  }
}
