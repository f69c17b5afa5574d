import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore, managerTransaction } from '@osteon/event-store';
import { ObjectStore } from '@osteon/object-store';
import { Clock } from '@osteon/platform/clock';
import { readResults, startReader } from '@osteon/results';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { countedInstances, type BegunAcquisition } from '../acquisition/acquisition.js';
import type { MeasurementsRead } from '../acquisition/acquisition.events.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { Rounds } from '../rounds/rounds.sender.js';
import { finishScannedItem } from '../worklist-item/finish-scanned-item.sender.js';
import { measurementsOf } from './measurements-of.js';
import { readMeasurements } from './read-measurements.js';

const unread = `
  select acquisition_id from acquisitions
   where complete_by is not null and read_count < instance_count and acquisition_id <> all($1::uuid[])
   order by received_at limit 20`;

/** Looks for the numbers in complete studies. What cannot be read is a problem on the study, never a reason to hold it back. */
@Injectable()
export class ReadMeasurements implements OnApplicationBootstrap, OnApplicationShutdown {
  /** What strangers send is read in a thread that can be ended without the service. */
  private readonly reader = startReader();

  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start<string>({
      name: 'read-measurements',
      everyMs: 200,
      due: (resting) => this.unread(resting),
      keyOf: (id) => id,
      work: (id) => this.read(id),
    });
  }

  onApplicationShutdown(): Promise<void> {
    return this.reader.end();
  }

  private async unread(resting: readonly string[]): Promise<string[]> {
    const rows = await managerTransaction(this.database.manager).query<{ acquisition_id: string }>(unread, [resting]);
    return rows.map(({ acquisition_id: id }) => id);
  }

  private async read(acquisitionId: string): Promise<void> {
    const { state } = await this.store.load(acquisitions, acquisitionId);
    if (state.status === 'none') return;
    const measurements = await this.measure(state);
    await this.store.transact(gatewayContext(this.clock.iso(), acquisitionId), async (unit) => {
      const after = await unit.decide(acquisitions, acquisitionId, (study) => readMeasurements(study, measurements));
      await finishScannedItem(unit, after.state);
    });
  }

  private async measure(study: BegunAcquisition): Promise<MeasurementsRead['data']> {
    const counted = countedInstances(study);
    const { studyInstanceUID } = study;
    const output = await readResults(
      counted.map(({ sopInstanceUID, object }) => ({ sopInstanceUID, studyInstanceUID, bytes: () => this.objects.get(object.key) })),
      this.reader,
    );
    const readerOutput = await this.objects.putJson('modality-gateway', z.unknown(), output);
    return { ...measurementsOf(output, studyInstanceUID), readerOutput, instances: counted.length };
  }
}
