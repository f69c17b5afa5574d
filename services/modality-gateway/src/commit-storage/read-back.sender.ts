import { Injectable } from '@nestjs/common';
import { EventStore, managerTransaction } from '@osteon/event-store';
import { ObjectStore } from '@osteon/object-store';
import { Clock } from '@osteon/platform/clock';
import { DataSource } from 'typeorm';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { commitments } from '../commitment/commitment.aggregate.js';
import { decideCommitment, mayWait } from './decide-commitment.js';
import type { KeptObject, ReadBack as Read } from './judge-objects.js';
import { keptObjects } from './kept-objects.query.js';

/** Decides what is committed, by reading every byte again. */
@Injectable()
export class ReadBack {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Throws while the object store cannot be read and the answer can wait for it. */
  async decide(commitmentId: string): Promise<void> {
    const { state } = await this.store.load(commitments, commitmentId);
    if (state.status === 'none' || state.result) return;
    const uids = state.clashes ? [] : state.references.map(({ SOPInstanceUID }) => SOPInstanceUID);
    const kept = await keptObjects(managerTransaction(this.database.manager), state.facilityId, uids);
    const readBack = await this.read(kept, mayWait(state, this.clock.iso()));
    const found = { kept, readBack };
    await this.store.decide(commitments, commitmentId, (commitment) => decideCommitment(commitment, found), gatewayContext(this.clock.iso(), commitmentId));
  }

  private async read(kept: readonly KeptObject[], canWait: boolean): Promise<Map<string, Read>> {
    const found = new Map<string, Read>();
    for (const { key } of kept) if (!found.has(key)) found.set(key, await this.readOne(key, canWait));
    return found;
  }

  private async readOne(key: string, canWait: boolean): Promise<Read> {
    try {
      return (await this.objects.verify(key)) ? 'intact' : 'broken';
    } catch (error) {
      if (canWait) throw error;
      return 'unreadable';
    }
  }
}
