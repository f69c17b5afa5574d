import { Injectable } from '@nestjs/common';
import { Status, type Answered, type StepMessage } from '@osteon/dicom';
import { EventStore, Refusal } from '@osteon/event-store';
import { Clock } from '@osteon/platform/clock';
import { gatewayContext } from '../acquisition/gateway-context.js';
import type { KnownDevice } from '../device/resolve-device.js';
import { candidatesFor } from '../match-study/candidates.query.js';
import { matchStudy } from '../match-study/match-study.js';
import { answerStep } from '../procedure-step/answer-step.js';
import { procedureSteps } from '../procedure-step/procedure-step.aggregate.js';
import { headersOfStep } from '../procedure-step/said-of-step.js';
import { stepIdOf } from '../procedure-step/step-id.js';
import { beginStep } from './begin-step.js';

/** Answers N-CREATE of a performed procedure step, after the commit (PS3.4 F.7.2.1). */
@Injectable()
export class BeginStep {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  async begin({ association, SOPInstanceUID, attributes }: StepMessage<KnownDevice>): Promise<Answered> {
    const { facilityId, device } = association.peer;
    const stepId = stepIdOf(facilityId, SOPInstanceUID);
    const headers = headersOfStep(attributes);
    const studyInstanceUIDs = [...new Set(headers.map(({ studyInstanceUID }) => studyInstanceUID).filter(Boolean))];
    try {
      await this.store.transact(gatewayContext(this.clock.iso(), association.id), async (unit) => {
        const match = matchStudy(headers, await candidatesFor(unit.tx, facilityId, headers));
        const begun = { stepId, facilityId, deviceId: device.id, sopInstanceUID: SOPInstanceUID, studyInstanceUIDs, match };
        await unit.decide(procedureSteps, stepId, (step) => beginStep(step, begun, attributes));
      });
      return { status: Status.Success };
    } catch (error) {
      if (error instanceof Refusal) return answerStep(error.code);
      throw error;
    }
  }
}
