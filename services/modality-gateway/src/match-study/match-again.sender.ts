import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventStore, managerTransaction, type Unit } from '@osteon/event-store';
import { Clock } from '@osteon/platform/clock';
import { Loops } from '@osteon/platform/loops';
import { DataSource } from 'typeorm';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { Receipts } from '../receive-instance/receipts.query.js';
import { candidatesFor } from './candidates.query.js';
import { matchAgain } from './match-again.js';
import { matchStudy } from './match-study.js';

interface Unmatched {
  readonly acquisition_id: string;
  readonly facility_id: string;
  readonly study_instance_uid: string;
}

const unmatched = `select acquisition_id, facility_id, study_instance_uid from acquisitions where match_state <> 'matched' order by received_at desc limit 200`;

/** Tries studies without an exam again: an order, a merge or a patient's update may have come since. */
@Injectable()
export class MatchAgain implements OnApplicationBootstrap {
  constructor(
    private readonly store: EventStore,
    private readonly receipts: Receipts,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly loops: Loops,
  ) {}

  onApplicationBootstrap(): void {
    this.loops.start('match-again', { everyMs: 1_000 }, (lost) => this.round(lost));
  }

  private async round(lost: AbortSignal): Promise<void> {
    for (const each of await managerTransaction(this.database.manager).query<Unmatched>(unmatched)) {
      if (lost.aborted) return;
      await this.store.transact(gatewayContext(this.clock.iso(), each.acquisition_id), (unit) => this.match(unit, each));
    }
  }

  private async match(unit: Unit, { acquisition_id: id, facility_id: facilityId, study_instance_uid: studyInstanceUID }: Unmatched): Promise<void> {
    const header = await this.receipts.header(facilityId, studyInstanceUID);
    if (!header) return;
    const match = matchStudy(header, await candidatesFor(unit.tx, facilityId, header));
    await unit.decide(acquisitions, id, (study) => matchAgain(study, match));
  }
}
