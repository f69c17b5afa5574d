import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventStore, managerTransaction, type Unit } from '@osteon/event-store';
import { Clock } from '@osteon/platform/clock';
import { DataSource } from 'typeorm';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { headersOf } from '../receive-instance/receipts.query.js';
import { Rounds } from '../rounds/rounds.sender.js';
import { finishScannedItem } from '../worklist-item/finish-scanned-item.sender.js';
import { candidatesFor } from './candidates.query.js';
import { isSameMatch, matchAgain } from './match-again.js';
import { matchStudy, type Match } from './match-study.js';

interface Unmatched {
  readonly acquisition_id: string;
  readonly facility_id: string;
  readonly study_instance_uid: string;
  readonly match: Match;
}

/** So many in a round, each in its turn: a long list of unmatched studies neither starves its end nor fills a round. */
const unmatched = `
  select acquisition_id, facility_id, study_instance_uid, match from acquisitions
   where match_state <> 'matched' and instance_count > 0 and acquisition_id > $1
   order by acquisition_id limit $2`;

const batch = 100;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Tries studies without an exam again: an order, a merge or a patient's update may have come since. */
@Injectable()
export class MatchAgain implements OnApplicationBootstrap {
  private last = beforeAll;

  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start<Unmatched>({
      name: 'match-again',
      everyMs: 1_000,
      due: () => this.next(),
      keyOf: ({ acquisition_id: id }) => id,
      work: (study) => this.match(study),
    });
  }

  private async next(): Promise<Unmatched[]> {
    const studies = await managerTransaction(this.database.manager).query<Unmatched>(unmatched, [this.last, batch]);
    this.last = (studies.length === batch ? studies.at(-1)?.acquisition_id : undefined) ?? beforeAll;
    return studies;
  }

  /** Looks first: most studies have nothing new to meet. */
  private async match(study: Unmatched): Promise<void> {
    const { acquisition_id: id, facility_id: facilityId, study_instance_uid: studyInstanceUID } = study;
    const look = async (tx: Unit['tx']): Promise<Match> => {
      const headers = await headersOf(tx, { facilityId, studyInstanceUID });
      return matchStudy(headers, await candidatesFor(tx, facilityId, headers));
    };
    if (isSameMatch(await look(managerTransaction(this.database.manager)), study.match)) return;
    await this.store.transact(gatewayContext(this.clock.iso(), id), async (unit) => {
      const match = await look(unit.tx);
      const { state } = await unit.decide(acquisitions, id, (acquisition) => matchAgain(acquisition, match));
      await finishScannedItem(unit, state);
    });
  }
}
