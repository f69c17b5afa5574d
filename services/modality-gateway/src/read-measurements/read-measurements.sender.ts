import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventStore, managerTransaction } from '@osteon/event-store';
import { ObjectStore } from '@osteon/object-store';
import { Clock } from '@osteon/platform/clock';
import { Loops } from '@osteon/platform/loops';
import { readResults } from '@osteon/results';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { finishWorklistItem } from '../worklist-item/finish-worklist-item.js';
import { worklistItems } from '../worklist-item/worklist-item.js';
import { measurementsOf } from './measurements-of.js';
import { readMeasurements } from './read-measurements.js';

const unread = `
  select acquisition_id from acquisitions where complete_by is not null and read_count < instance_count order by received_at limit 20`;

/** Looks for the numbers in complete studies. What cannot be read is a problem on the study, never a reason to hold it back. */
@Injectable()
export class ReadMeasurements implements OnApplicationBootstrap {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly loops: Loops,
  ) {}

  onApplicationBootstrap(): void {
    this.loops.start('read-measurements', { everyMs: 200 }, (lost) => this.round(lost));
  }

  private async round(lost: AbortSignal): Promise<void> {
    const rows = await managerTransaction(this.database.manager).query<{ acquisition_id: string }>(unread);
    for (const { acquisition_id: acquisitionId } of rows) {
      if (lost.aborted) return;
      await this.read(acquisitionId);
    }
  }

  private async read(acquisitionId: string): Promise<void> {
    const { state } = await this.store.load(acquisitions, acquisitionId);
    if (state.status === 'none') return;
    const counted = state.instances.filter(({ conflicting }) => !conflicting);
    const objects = await Promise.all(
      counted.map(async ({ sopInstanceUID, object }) => ({ sopInstanceUID, bytes: await this.objects.get(object.key) })),
    );
    const output = readResults(objects);
    const readerOutput = await this.objects.putJson('modality-gateway', z.unknown(), output);
    const measurements = { ...measurementsOf(output, state.studyInstanceUID), readerOutput, instances: counted.length };
    await this.store.transact(gatewayContext(this.clock.iso(), acquisitionId), async (unit) => {
      const after = await unit.decide(acquisitions, acquisitionId, (study) => readMeasurements(study, measurements));
      const { match } = 'match' in after.state ? after.state : state;
      if (match.state === 'matched') await unit.decide(worklistItems, match.examId, (item) => finishWorklistItem(item, acquisitionId));
    });
  }
}
