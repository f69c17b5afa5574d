import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { managerTransaction } from '@osteon/event-store';
import { sitesReplica } from '@osteon/messaging';
import { Clock } from '@osteon/platform/clock';
import type { Loop } from '@osteon/platform/loops';
import { DataSource } from 'typeorm';
import type { AskedCommitment } from '../commitment/commitment.js';
import { LaneBlocked, Rounds } from '../rounds/rounds.sender.js';
import { callDevice } from './call-device.sender.js';
import type { Heard } from './report-commitment.js';
import { Reports } from './reports.sender.js';

const due = `
  select commitment_id, facility_id || ' ' || device_id as device from commitments
   where due_at <= $1 and commitment_id::text <> all($2::text[]) and facility_id || ' ' || device_id <> all($2::text[])
   order by due_at limit 50`;

interface Due {
  readonly commitment_id: string;
  readonly device: string;
}

/** Says the results that nobody has heard on their own association: to each device in turn, until it has heard or 72 hours are over. */
@Injectable()
export class ReportCommitments implements OnApplicationBootstrap {
  private loop?: Loop;

  constructor(
    private readonly reports: Reports,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.rounds.start<Due>({
      name: 'report-commitments',
      everyMs: 1_000,
      due: (resting) => this.sql().query<Due>(due, [this.clock.iso(), resting]),
      keyOf: ({ commitment_id: id }) => id,
      laneOf: ({ device }) => device,
      work: async ({ commitment_id: id, device }) => {
        const outcome = await this.reports.report(id, { over: 'new-association', say: (result, asked) => this.call(asked, result) });
        if (outcome?.heard === false && outcome.why === 'ASSOCIATION_LOST') throw new LaneBlocked(device);
      },
    });
  }

  /** A result was not heard on its own association. */
  wake(): void {
    this.loop?.wake();
  }

  private async call(asked: AskedCommitment, result: Parameters<typeof callDevice>[2]): Promise<Heard> {
    const site = await sitesReplica.find(this.sql(), asked.facilityId);
    return callDevice(site?.devices.find(({ id }) => id === asked.deviceId), asked, result);
  }

  private sql() {
    return managerTransaction(this.database.manager);
  }
}
