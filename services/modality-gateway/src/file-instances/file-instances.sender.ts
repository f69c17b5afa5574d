import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventStore, type Unit } from '@osteon/event-store';
import { sitesReplica } from '@osteon/messaging';
import { Clock } from '@osteon/platform/clock';
import { Log } from '@osteon/platform/log';
import type { Loop } from '@osteon/platform/loops';
import { v7 as newId } from 'uuid';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { acquisitionOfStudy } from '../acquisition/acquisition-by-study.claim.js';
import type { AcquisitionEvent } from '../acquisition/acquisition.events.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { candidatesFor } from '../match-study/candidates.query.js';
import { matchStudy } from '../match-study/match-study.js';
import { stepsOfStudy } from '../procedure-step/steps-of-study.query.js';
import { arrivalKey, markFiled, Receipts, type UnfiledStudy } from '../receive-instance/receipts.query.js';
import { Rounds } from '../rounds/rounds.sender.js';
import { fileInstances } from './file-instances.js';

/** Files what closed associations brought: one decision per association and study, with its receipts in the same transaction. */
@Injectable()
export class FileInstances implements OnApplicationBootstrap {
  private loop?: Loop;

  constructor(
    private readonly store: EventStore,
    private readonly receipts: Receipts,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.rounds.start<UnfiledStudy>({
      name: 'file-instances',
      everyMs: 1_000,
      due: (resting) => this.receipts.unfiled(resting),
      keyOf: arrivalKey,
      work: async (study) => {
        const context = gatewayContext(this.clock.iso(), study.associationId);
        this.tell(study, await this.store.transact(context, (unit) => this.file(unit, study)));
      },
    });
  }

  /** Something may be waiting. */
  wake(): void {
    this.loop?.wake();
  }

  private async file(unit: Unit, study: UnfiledStudy): Promise<readonly AcquisitionEvent[]> {
    const { facilityId, studyInstanceUID, deviceId, associationId, headers, instances } = study;
    const acquisitionId = (await acquisitionOfStudy(unit.tx, facilityId, studyInstanceUID)) ?? newId();
    const site = await sitesReplica.find(unit.tx, facilityId);
    const steps = await stepsOfStudy(unit.tx, facilityId, studyInstanceUID);
    const expected = steps.length > 0 ? [] : (site?.devices.find(({ id }) => id === deviceId)?.profile.expected ?? []);
    const match = matchStudy(headers, await candidatesFor(unit.tx, facilityId, headers));
    const begun = { acquisitionId, facilityId, studyInstanceUID, deviceId, match };
    const filed = await unit.decide(acquisitions, acquisitionId, (state) => fileInstances(state, { begun, associationId, instances, expected, steps }));
    await markFiled(unit.tx, study, unit.context.at);
    return filed.events;
  }

  /** Other bytes under a known SOP Instance UID: somebody has to look at that device. */
  private tell({ deviceId, associationId }: UnfiledStudy, events: readonly AcquisitionEvent[]): void {
    for (const event of events) {
      if (event.type !== 'InstancesFiled') continue;
      for (const { conflicting, sopInstanceUID, object } of event.data.instances)
        if (conflicting) this.log.warning('conflicting-version', { deviceId, associationId, sopInstanceUID, object: object.key });
    }
  }
}
