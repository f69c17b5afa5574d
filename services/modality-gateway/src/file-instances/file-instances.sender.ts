import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventStore, type Unit } from '@osteon/event-store';
import { sitesReplica } from '@osteon/messaging';
import { Clock } from '@osteon/platform/clock';
import { Loops, type Loop } from '@osteon/platform/loops';
import { v7 as newId } from 'uuid';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { acquisitionOfStudy } from '../acquisition/acquisition-by-study.claim.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { candidatesFor } from '../match-study/candidates.query.js';
import { matchStudy, type Match } from '../match-study/match-study.js';
import { markFiled, Receipts, type UnfiledStudy } from '../receive-instance/receipts.query.js';
import { fileInstances } from './file-instances.js';

/** Files what closed associations brought: one decision per association and study, with its receipts in the same transaction. */
@Injectable()
export class FileInstances implements OnApplicationBootstrap {
  private loop?: Loop;

  constructor(
    private readonly store: EventStore,
    private readonly receipts: Receipts,
    private readonly clock: Clock,
    private readonly loops: Loops,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.loops.start('file-instances', { everyMs: 1_000 }, (lost) => this.round(lost));
  }

  /** Something may be waiting. */
  wake(): void {
    this.loop?.wake();
  }

  private async round(lost: AbortSignal): Promise<void> {
    for (const study of await this.receipts.unfiled()) {
      if (lost.aborted) return;
      await this.store.transact(gatewayContext(this.clock.iso(), study.associationId), (unit) => this.file(unit, study));
    }
  }

  private async file(unit: Unit, study: UnfiledStudy): Promise<void> {
    const { facilityId, studyInstanceUID, deviceId, associationId, instances } = study;
    const acquisitionId = (await acquisitionOfStudy(unit.tx, facilityId, studyInstanceUID)) ?? newId();
    const site = await sitesReplica.find(unit.tx, facilityId);
    const expected = site?.devices.find(({ id }) => id === deviceId)?.profile.expected ?? [];
    const begun = { acquisitionId, facilityId, studyInstanceUID, deviceId, match: await this.match(unit, study) };
    await unit.decide(acquisitions, acquisitionId, (state) => fileInstances(state, { begun, associationId, instances, expected }));
    await markFiled(unit.tx, study, unit.context.at);
  }

  private async match({ tx }: Unit, { facilityId, headers }: UnfiledStudy): Promise<Match> {
    const [header] = headers;
    if (!header) return { state: 'unmatched', candidates: [], why: ['NO_HEADER'] };
    return matchStudy(header, await candidatesFor(tx, facilityId, header));
  }
}
