import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { AssociationLost, Status, type Answered, type CommitmentRequest, type CommitmentResult } from '@osteon/dicom';
import { EventStore, Refusal } from '@osteon/event-store';
import { Clock } from '@osteon/platform/clock';
import { Log } from '@osteon/platform/log';
import { setTimeout } from 'node:timers/promises';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { commitments } from '../commitment/commitment.aggregate.js';
import { clashIdOf, commitmentIdOf, isSameRequest } from '../commitment/commitment-id.js';
import type { KnownDevice } from '../device/resolve-device.js';
import { askCommitment, sameAssociationMs } from './ask-commitment.js';
import { outcomeOfReport } from './outcome-of-report.js';
import type { Heard } from './report-commitment.js';
import { ReportCommitments } from './report-commitments.sender.js';
import { Reports } from './reports.sender.js';

/** Answers N-ACTION of Storage Commitment once the request is stored (PS3.4 J.3.2); then says its result, on that association while it is open. */
@Injectable()
export class CommitStorage implements BeforeApplicationShutdown {
  private readonly reporting = new Set<Promise<void>>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly reports: Reports,
    private readonly calling: ReportCommitments,
    private readonly log: Log,
  ) {}

  async commit(request: CommitmentRequest<KnownDevice>): Promise<Answered> {
    try {
      const commitmentId = await this.keep(request);
      const reported = this.reportOn(request, commitmentId).catch((error: unknown) => this.log.problem('commitment-not-reported', error, { commitmentId }));
      this.reporting.add(reported);
      void reported.finally(() => this.reporting.delete(reported));
      return { status: Status.Success };
    } catch (error) {
      if (error instanceof Refusal) return { status: Status.InvalidArgumentValue };
      throw error;
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.reporting);
  }

  /** Other objects under a Transaction UID that is in use are a request of its own, which commits nothing. */
  private async keep({ association, transactionUID, references }: CommitmentRequest<KnownDevice>): Promise<string> {
    const { peer, callingAETitle } = association;
    const transaction = { facilityId: peer.facilityId, deviceId: peer.device.id, transactionUID };
    return this.store.transact(gatewayContext(this.clock.iso(), association.id), async (unit) => {
      const first = await unit.load(commitments, commitmentIdOf(transaction));
      const clashes = first.state.status !== 'none' && !isSameRequest(first.state.references, references);
      const commitmentId = clashes ? clashIdOf(transaction, references) : commitmentIdOf(transaction);
      const asked = { commitmentId, ...transaction, callingAETitle, references, ...(clashes && { clashes }) };
      await unit.decide(commitments, commitmentId, (commitment, context) => askCommitment(commitment, asked, context));
      return commitmentId;
    });
  }

  private async reportOn(request: CommitmentRequest<KnownDevice>, commitmentId: string): Promise<void> {
    const outcome = await this.reports.report(commitmentId, { over: 'its-association', say: (result) => this.say(request, result) });
    if (outcome?.heard === false) this.calling.wake();
  }

  /** A device that does not answer in time is called on an association of ours. */
  private async say(request: CommitmentRequest<KnownDevice>, result: CommitmentResult): Promise<Heard> {
    const late: Heard = { heard: false, why: 'ASSOCIATION_LOST' };
    const said = request.report(result).then(outcomeOfReport, (error: unknown) => {
      if (error instanceof AssociationLost) return late;
      throw error;
    });
    return Promise.race([said, setTimeout(sameAssociationMs, late, { ref: false })]);
  }
}
