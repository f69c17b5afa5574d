import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventStore, managerTransaction } from '@osteon/event-store';
import { Clock } from '@osteon/platform/clock';
import { DataSource } from 'typeorm';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { Rounds } from '../rounds/rounds.sender.js';
import { completeByQuietTime } from './complete-acquisition.js';

const quietMs = 60_000;

/** Nothing came for the quiet time, and nothing of this study waits on an association that is still open. */
const quiet = `
  select a.acquisition_id from acquisitions a
   where a.complete_by is null and a.last_filed_at <= $1 and a.acquisition_id <> all($2::uuid[])
     and not exists (select 1 from instance_receipts r
                      where r.filed_at is null and r.facility_id = a.facility_id and r.study_instance_uid = a.study_instance_uid)
   order by a.last_filed_at limit 100`;

/** Says that the quiet minute is over. */
@Injectable()
export class CompleteAcquisitions implements OnApplicationBootstrap {
  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start<string>({
      name: 'complete-acquisitions',
      everyMs: 1_000,
      due: (resting) => this.quiet(resting),
      keyOf: (id) => id,
      work: async (id) => {
        await this.store.decide(acquisitions, id, completeByQuietTime, gatewayContext(this.clock.iso(), id));
      },
    });
  }

  private async quiet(resting: readonly string[]): Promise<string[]> {
    const before = new Date(this.clock.now().getTime() - quietMs).toISOString();
    const rows = await managerTransaction(this.database.manager).query<{ acquisition_id: string }>(quiet, [before, resting]);
    return rows.map(({ acquisition_id: id }) => id);
  }
}
