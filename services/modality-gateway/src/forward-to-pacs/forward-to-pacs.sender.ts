import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { scheduling } from '@osteon/contracts';
import { store as sendFiles } from '@osteon/dicom';
import { EventStore, managerTransaction } from '@osteon/event-store';
import { sitesReplica } from '@osteon/messaging';
import { Clock } from '@osteon/platform/clock';
import { DataSource } from 'typeorm';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { countedInstances, type BegunAcquisition } from '../acquisition/acquisition.js';
import type { ForwardOutcome } from '../acquisition/acquisition.events.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { Copies } from '../correct-identity/copies.sender.js';
import { LaneBlocked, Rounds } from '../rounds/rounds.sender.js';
import { beginForwarding, recordForwarding } from './forward-to-pacs.js';
import { openStudies } from './open-studies.query.js';
import { isAway, outcomeOf } from './outcome-of.js';

/** One study on its way to one archive. */
interface Due {
  readonly acquisitionId: string;
  readonly place: string;
  readonly archive: scheduling.SiteArchive;
}

/** Sends the objects of matched studies to the facility's archives: recorded before, called once, recorded after. */
@Injectable()
export class ForwardToPacs implements OnApplicationBootstrap {
  constructor(
    private readonly store: EventStore,
    private readonly copies: Copies,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start<Due>({
      name: 'forward-to-pacs',
      everyMs: 200,
      due: (resting) => this.due(resting),
      keyOf: ({ acquisitionId, archive }) => `${acquisitionId} ${archive.id}`,
      laneOf: ({ place }) => place,
      work: async ({ acquisitionId, archive }) => {
        if (isAway(await this.forward(acquisitionId, archive))) throw new LaneBlocked(archive.id);
      },
    });
  }

  private async due(resting: readonly string[]): Promise<Due[]> {
    const tx = managerTransaction(this.database.manager);
    const found: Due[] = [];
    for (const { facilityId, archives } of await sitesReplica.all(tx)) {
      for (const archive of archives.filter(({ accepts }) => accepts.includes('images'))) {
        const place = `${facilityId} ${archive.id}`;
        if (resting.includes(place)) continue;
        const open = await openStudies(tx, facilityId, archive.id, this.clock.iso());
        found.push(...open.map((acquisitionId) => ({ acquisitionId, place, archive })));
      }
    }
    return found;
  }

  private async forward(acquisitionId: string, archive: scheduling.SiteArchive): Promise<readonly ForwardOutcome[]> {
    const context = () => gatewayContext(this.clock.iso(), acquisitionId);
    const { state, events } = await this.store.decide(acquisitions, acquisitionId, (study) => beginForwarding(study, archive.id), context());
    const [attempt] = events;
    if (!attempt || attempt.type !== 'ForwardingAttempted' || state.status === 'none') return [];
    const outcomes = await this.send(archive, state, attempt.data.sopInstanceUIDs);
    await this.store.decide(acquisitions, acquisitionId, (study) => recordForwarding(study, { archiveId: archive.id, outcomes }), context());
    return outcomes;
  }

  private async send(
    { host, port, aeTitle, callingAETitle }: scheduling.SiteArchive,
    study: BegunAcquisition,
    sopInstanceUIDs: readonly string[],
  ): Promise<ForwardOutcome[]> {
    const going = countedInstances(study).filter(({ sopInstanceUID }) => sopInstanceUIDs.includes(sopInstanceUID));
    const files = await this.copies.of(study, going);
    const answers = await sendFiles({ host, port, calledAETitle: aeTitle, callingAETitle }, files);
    return going.map(({ sopInstanceUID }, i) => ({ sopInstanceUID, ...outcomeOf(answers[i]) }));
  }
}
