import { Injectable } from '@nestjs/common';
import { Status, type Answered, type StepMessage } from '@osteon/dicom';
import { EventStore, Refusal } from '@osteon/event-store';
import { Clock } from '@osteon/platform/clock';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { CompleteAcquisitions } from '../complete-acquisition/complete-acquisitions.timer.js';
import type { KnownDevice } from '../device/resolve-device.js';
import { HideInstances } from '../hide-instances/hide-instances.sender.js';
import { answerStep } from '../procedure-step/answer-step.js';
import { procedureSteps } from '../procedure-step/procedure-step.aggregate.js';
import { stepIdOf } from '../procedure-step/step-id.js';
import { endStep } from './end-step.js';

/** Answers N-SET of a performed procedure step, after the commit, on whichever association it comes (PS3.4 F.7.2.2). */
@Injectable()
export class EndStep {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly completing: CompleteAcquisitions,
    private readonly hiding: HideInstances,
  ) {}

  async end({ association, SOPInstanceUID, attributes }: StepMessage<KnownDevice>): Promise<Answered> {
    const stepId = stepIdOf(association.peer.facilityId, SOPInstanceUID);
    try {
      await this.store.decide(procedureSteps, stepId, (step) => endStep(step, attributes), gatewayContext(this.clock.iso(), association.id));
      this.hiding.wake();
      this.completing.wake();
      return { status: Status.Success };
    } catch (error) {
      if (error instanceof Refusal) return answerStep(error.code);
      throw error;
    }
  }
}
