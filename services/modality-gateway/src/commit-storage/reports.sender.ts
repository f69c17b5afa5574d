import { Injectable } from '@nestjs/common';
import type { CommitmentResult } from '@osteon/dicom';
import { EventStore } from '@osteon/event-store';
import { Clock } from '@osteon/platform/clock';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { commitments } from '../commitment/commitment.aggregate.js';
import type { AskedCommitment } from '../commitment/commitment.js';
import type { ReportedOver } from '../commitment/commitment.events.js';
import { ReadBack } from './read-back.sender.js';
import { beginReport, recordReport, type Heard } from './report-commitment.js';

/** How a result is said to a device. */
export interface Way {
  readonly over: ReportedOver;
  say(result: CommitmentResult, commitment: AskedCommitment): Promise<Heard>;
}

/** Says results: decided first, recorded before and after. What a killed process leaves without an outcome is said again. */
@Injectable()
export class Reports {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly readBack: ReadBack,
  ) {}

  /** What became of it; undefined where nothing was to be said this way. */
  async report(commitmentId: string, { over, say }: Way): Promise<Heard | undefined> {
    await this.readBack.decide(commitmentId);
    const begun = await this.store.decide(commitments, commitmentId, (commitment, context) => beginReport(commitment, over, context), this.context(commitmentId));
    const [attempt] = begun.events;
    const { state } = begun;
    if (attempt?.type !== 'ReportAttempted' || state.status === 'none' || !state.result) return undefined;
    const heard = await say({ transactionUID: state.transactionUID, ...state.result }, state);
    const record = this.context(commitmentId);
    await this.store.decide(commitments, commitmentId, (commitment, context) => recordReport(commitment, attempt.data, heard, context), record);
    return heard;
  }

  private context(commitmentId: string) {
    return gatewayContext(this.clock.iso(), commitmentId);
  }
}
