import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventStore, managerTransaction } from '@osteon/event-store';
import { Clock } from '@osteon/platform/clock';
import type { Loop } from '@osteon/platform/loops';
import { DataSource } from 'typeorm';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { hideInstances } from '../hide-instances/hide-instances.js';
import { stepsOfStudy } from '../procedure-step/steps-of-study.query.js';
import { Rounds } from '../rounds/rounds.sender.js';
import { completeByMpps, completeByQuietTime } from './complete-acquisition.js';

const quietMs = 60_000;
/** A step that its device never ends holds the study back no longer than this after its last object. */
const abandonedMs = 4 * 60 * 60_000;

/**
 * Nothing came for the quiet time, and nothing of this study waits on an association that is still open or on the end of a
 * step; or a step has ended that lists its objects. A study that was begun by mistake (110514) is never complete.
 */
const due = `
  select * from (
    select a.acquisition_id, a.facility_id, a.study_instance_uid, a.last_filed_at,
           coalesce(s.listing, false) as listing,
           greatest(a.last_filed_at, s.ended_at) <= $1 and (a.last_filed_at <= $3 or not coalesce(s.open, false))
             and not exists (select 1 from instance_receipts r
                              where r.filed_at is null and r.facility_id = a.facility_id and r.study_instance_uid = a.study_instance_uid) as quiet
      from acquisitions a
      left join lateral (
        select bool_or(status = 'in-progress') as open, bool_and(wrong_entry) as wrong, max(ended_at) as ended_at,
               bool_or(status = 'completed' and references_listed <> '[]') as listing
          from procedure_steps p where p.facility_id = a.facility_id and p.study_instance_uids @> array[a.study_instance_uid]
      ) s on true
     where a.complete_by is null and a.instance_count > 0 and a.acquisition_id <> all($2::uuid[]) and not coalesce(s.wrong, false)
  ) open_studies
   where quiet or listing
   order by last_filed_at limit 100`;

interface Due {
  readonly acquisition_id: string;
  readonly facility_id: string;
  readonly study_instance_uid: string;
  readonly quiet: boolean;
}

/** Says that a study is complete by what its device has listed, else that the quiet minute is over. */
@Injectable()
export class CompleteAcquisitions implements OnApplicationBootstrap {
  private loop?: Loop;

  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.rounds.start<Due>({
      name: 'complete-acquisitions',
      everyMs: 1_000,
      due: (resting) => managerTransaction(this.database.manager).query<Due>(due, [this.before(quietMs), resting, this.before(abandonedMs)]),
      keyOf: ({ acquisition_id: id }) => id,
      work: (study) => this.complete(study),
    });
  }

  /** A step has ended. */
  wake(): void {
    this.loop?.wake();
  }

  private async complete({ acquisition_id: id, facility_id: facilityId, study_instance_uid: studyInstanceUID, quiet }: Due): Promise<void> {
    await this.store.transact(gatewayContext(this.clock.iso(), id), async (unit) => {
      const steps = await stepsOfStudy(unit.tx, facilityId, studyInstanceUID);
      await unit.decide(acquisitions, id, (study) => hideInstances(study, steps));
      await unit.decide(acquisitions, id, (study) => {
        const listed = completeByMpps(study, steps);
        return listed.length > 0 || !quiet ? listed : completeByQuietTime(study);
      });
    });
  }

  private before(ms: number): string {
    return new Date(this.clock.now().getTime() - ms).toISOString();
  }
}
