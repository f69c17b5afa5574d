import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { scheduling } from '@osteon/contracts';
import { store as sendFiles } from '@osteon/dicom';
import { EventStore, managerTransaction } from '@osteon/event-store';
import { sitesReplica } from '@osteon/messaging';
import { ObjectStore } from '@osteon/object-store';
import { Clock } from '@osteon/platform/clock';
import { Loops } from '@osteon/platform/loops';
import { DataSource } from 'typeorm';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import type { ForwardingAttempted, ForwardOutcome } from '../acquisition/acquisition.events.js';
import { beginForwarding, recordForwarding } from './forward-to-pacs.js';
import { outcomeOf } from './outcome-of.js';

const due = `
  select a.acquisition_id from acquisitions a
    left join acquisition_archives r on r.acquisition_id = a.acquisition_id and r.archive_id = $2
   where a.facility_id = $1 and a.match_state = 'matched'
     and coalesce(r.delivered + r.refused, 0) < a.instance_count and coalesce(r.next_attempt_at, '-infinity') <= $3
   order by a.received_at limit 20`;

/** Sends the objects of matched studies to the facility's archives: recorded before, called once, recorded after. */
@Injectable()
export class ForwardToPacs implements OnApplicationBootstrap {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly loops: Loops,
  ) {}

  onApplicationBootstrap(): void {
    this.loops.start('forward-to-pacs', { everyMs: 200 }, (lost) => this.round(lost));
  }

  private async round(lost: AbortSignal): Promise<void> {
    const tx = managerTransaction(this.database.manager);
    for (const { facilityId, archives } of await sitesReplica.all(tx)) {
      for (const archive of archives.filter(({ accepts }) => accepts.includes('images'))) {
        const rows = await tx.query<{ acquisition_id: string }>(due, [facilityId, archive.id, this.clock.iso()]);
        for (const { acquisition_id: acquisitionId } of rows) {
          if (lost.aborted) return;
          await this.forward(acquisitionId, archive);
        }
      }
    }
  }

  private async forward(acquisitionId: string, archive: scheduling.SiteArchive): Promise<void> {
    const context = () => gatewayContext(this.clock.iso(), acquisitionId);
    const { state, events } = await this.store.decide(acquisitions, acquisitionId, (study) => beginForwarding(study, archive.id), context());
    const [attempt] = events.filter((event): event is ForwardingAttempted => event.type === 'ForwardingAttempted');
    if (!attempt || state.status === 'none') return;
    const keys = new Map(state.instances.map(({ sopInstanceUID, object }) => [sopInstanceUID, object.key]));
    const files = attempt.data.sopInstanceUIDs.map((sopInstanceUID) => keys.get(sopInstanceUID) ?? '');
    const outcomes = await this.send(archive, attempt.data.sopInstanceUIDs, files);
    await this.store.decide(acquisitions, acquisitionId, (study) => recordForwarding(study, { archiveId: archive.id, outcomes }), context());
  }

  private async send(archive: scheduling.SiteArchive, sopInstanceUIDs: readonly string[], keys: readonly string[]): Promise<ForwardOutcome[]> {
    const { host, port, aeTitle, callingAETitle } = archive;
    const files = await Promise.all(keys.map((key) => this.objects.get(key)));
    const answers = await sendFiles({ host, port, calledAETitle: aeTitle, callingAETitle }, files);
    return sopInstanceUIDs.map((sopInstanceUID, i) => ({ sopInstanceUID, ...outcomeOf(answers[i]) }));
  }
}
