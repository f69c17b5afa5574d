import { Injectable } from '@nestjs/common';
import type { reporting, scheduling } from '@osteon/contracts';
import { EventStore, managerTransaction } from '@osteon/event-store';
import { system, type Context } from '@osteon/identity';
import { sitesReplica } from '@osteon/messaging';
import { ObjectStore } from '@osteon/object-store';
import { Clock } from '@osteon/platform/clock';
import { DataSource } from 'typeorm';
import { DeliveriesQuery, type OpenDelivery } from '../deliveries/deliveries.query.js';
import { deliveries } from '../delivery/delivery.aggregate.js';
import type { PlannedDelivery, Snapshot } from '../delivery/delivery.js';
import type { Destination } from '../delivery/destination.js';
import { beginAttempt } from './begin-attempt.js';
import { parkDelivery } from './park-delivery.js';
import { recordOutcome, type AttemptOutcome } from './record-outcome.js';
import { whyNotBuilt } from './why-not-built.js';

/** A message that is to be made for one destination. */
export interface Making<Peer> {
  readonly deliveryId: string;
  readonly report: reporting.ReportSignedV1;
  readonly peer: Peer;
  /** ISO 8601 */
  readonly at: string;
}

/** How one kind of destination is reached. */
export interface Route<Peer> {
  readonly kind: Destination['kind'];
  /** Undefined where the facility does not have it (any more). */
  peerOf(site: scheduling.SiteV1, destinationId: string): Peer | undefined;
  /** Only for the first attempt: what goes out is kept, and the same at every other. */
  make(making: Making<Peer>): Promise<{ readonly identity: string; readonly bytes: Buffer; readonly mediaType: string }>;
  send(peer: Peer, bytes: Buffer): Promise<AttemptOutcome>;
}

type Outgoing = Snapshot & { readonly bytes: Buffer };

const byDestination = (due: readonly OpenDelivery[]): (readonly OpenDelivery[])[] => {
  const queues = new Map<string, OpenDelivery[]>();
  for (const each of due) {
    const key = `${each.facilityId} ${each.destinationId}`;
    queues.set(key, [...(queues.get(key) ?? []), each]);
  }
  return [...queues.values()];
};

/** What both senders do: attempts by recorded facts, one at a time for each destination. */
@Injectable()
export class Attempts {
  constructor(
    private readonly store: EventStore,
    private readonly open: DeliveriesQuery,
    private readonly objects: ObjectStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * One round of a sender. An attempt that is still under way has lost its process: rounds of one sender never overlap. The
   * destinations are served side by side; one that gives no answer is left alone until the next round.
   */
  async round<Peer>(route: Route<Peer>, lost: AbortSignal): Promise<void> {
    for (const orphan of await this.open.underWay(route.kind)) {
      await this.record(orphan, orphan.attempts, { kind: 'uncertain', why: 'the sender ended during the attempt' });
    }
    const queues = byDestination(await this.open.due(route.kind, this.clock.iso()));
    const served = await Promise.allSettled(queues.map((queue) => this.serve(queue, route, lost)));
    const failed = served.find((each) => each.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  private async serve<Peer>(queue: readonly OpenDelivery[], route: Route<Peer>, lost: AbortSignal): Promise<void> {
    for (const each of queue) {
      if (lost.aborted || (await this.deliver(each, route)) === 'away') return;
    }
  }

  private async deliver<Peer>(each: OpenDelivery, route: Route<Peer>): Promise<'answered' | 'away' | 'not-sent'> {
    const { state } = await this.store.load(deliveries, each.deliveryId);
    if (state.status === 'none') return 'not-sent';
    const peer = await this.peerOf(state, route);
    if (peer === undefined) return this.park(each, 'DESTINATION_UNKNOWN');
    const outgoing = await this.outgoing(each, state, { route, peer });
    if ('notBuilt' in outgoing) return this.park(each, 'MESSAGE_NOT_BUILT', outgoing.notBuilt);
    const begun = await this.store.decide(deliveries, each.deliveryId, (delivery) => beginAttempt(delivery, outgoing), this.context(each));
    const [attempt] = begun.events;
    if (attempt?.type !== 'AttemptBegun') return 'not-sent';
    const outcome = await route.send(peer, outgoing.bytes);
    await this.record(each, attempt.data.attempt, outcome);
    return outcome.kind === 'delivered' || outcome.kind === 'refused' ? 'answered' : 'away';
  }

  private async peerOf<Peer>({ report, destination }: PlannedDelivery, route: Route<Peer>): Promise<Peer | undefined> {
    const site = await sitesReplica.find(managerTransaction(this.database.manager), report.facilityId);
    return site && route.peerOf(site, destination.id);
  }

  /** The bytes of the first attempt, or those that now become it; a message that can never be made says why. */
  private async outgoing<Peer>(
    { deliveryId }: OpenDelivery,
    { snapshot, report }: PlannedDelivery,
    { route, peer }: { route: Route<Peer>; peer: Peer },
  ): Promise<Outgoing | { readonly notBuilt: string }> {
    try {
      if (snapshot !== undefined) return { ...snapshot, bytes: await this.objects.get(snapshot.message.key) };
      const { identity, bytes, mediaType } = await route.make({ deliveryId, report, peer, at: this.clock.iso() });
      return { identity, bytes, message: await this.objects.put('delivery', bytes, mediaType) };
    } catch (error) {
      const notBuilt = whyNotBuilt(error);
      if (notBuilt === undefined) throw error;
      return { notBuilt };
    }
  }

  private async park(each: OpenDelivery, why: 'DESTINATION_UNKNOWN' | 'MESSAGE_NOT_BUILT', detail?: string): Promise<'not-sent'> {
    await this.store.decide(deliveries, each.deliveryId, (delivery) => parkDelivery(delivery, { why, detail }), this.context(each));
    return 'not-sent';
  }

  private async record(each: OpenDelivery, attempt: number, outcome: AttemptOutcome): Promise<void> {
    await this.store.decide(
      deliveries,
      each.deliveryId,
      (delivery, context) => recordOutcome(delivery, attempt, outcome, context),
      this.context(each),
    );
  }

  private context({ correlationId }: OpenDelivery): Context {
    return { at: this.clock.iso(), by: system('delivery'), correlationId };
  }
}
