import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventStore, managerTransaction } from '@osteon/event-store';
import { Clock } from '@osteon/platform/clock';
import type { Loop } from '@osteon/platform/loops';
import { DataSource } from 'typeorm';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { stepsOfStudy } from '../procedure-step/steps-of-study.query.js';
import { Rounds } from '../rounds/rounds.sender.js';
import { reopenUnscannedItem } from '../worklist-item/reopen-unscanned-item.sender.js';
import { hideInstances } from './hide-instances.js';

const dayMs = 24 * 60 * 60_000;

/** Studies of which every step was taken back, and something still counts. What is filed later is hidden when it is filed. */
const due = `
  select distinct a.acquisition_id, a.facility_id, a.study_instance_uid
    from procedure_steps p
    join acquisition_claims c on c.facility_id = p.facility_id and c.study_instance_uid = any(p.study_instance_uids)
    join acquisitions a on a.acquisition_id = c.acquisition_id
   where p.wrong_entry and p.ended_at > $1 and a.instance_count > 0 and a.acquisition_id <> all($2::uuid[])
     and not exists (select 1 from procedure_steps o where o.facility_id = a.facility_id and o.study_instance_uids @> array[a.study_instance_uid] and not o.wrong_entry)
   limit 100`;

interface Due {
  readonly acquisition_id: string;
  readonly facility_id: string;
  readonly study_instance_uid: string;
}

/** Hides what was filed before its device took the step back, and opens the worklist item again. */
@Injectable()
export class HideInstances implements OnApplicationBootstrap {
  private loop?: Loop;

  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.rounds.start<Due>({
      name: 'hide-instances',
      everyMs: 1_000,
      due: (resting) => managerTransaction(this.database.manager).query<Due>(due, [new Date(this.clock.now().getTime() - dayMs).toISOString(), resting]),
      keyOf: ({ acquisition_id: id }) => id,
      work: (study) => this.hide(study),
    });
  }

  /** A step was taken back. */
  wake(): void {
    this.loop?.wake();
  }

  private async hide({ acquisition_id: id, facility_id: facilityId, study_instance_uid: studyInstanceUID }: Due): Promise<void> {
    await this.store.transact(gatewayContext(this.clock.iso(), id), async (unit) => {
      const steps = await stepsOfStudy(unit.tx, facilityId, studyInstanceUID);
      const { state } = await unit.decide(acquisitions, id, (study) => hideInstances(study, steps));
      await reopenUnscannedItem(unit, state);
    });
  }
}
