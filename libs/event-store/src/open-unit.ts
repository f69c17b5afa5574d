import type { Context } from '@osteon/identity';
import { messagesOf, type Aggregate } from './aggregate.js';
import type { NewFact } from './append.js';
import type { DomainEvent, Recorded } from './domain-event.js';
import type { StateMessage } from './message.js';
import { rowOfState, rowsOfFact, type OutboxRow } from './outbox.js';
import { refuse, storeRefusals } from './refusal.js';
import type { StoreParts } from './store-parts.js';
import { streamIdOf } from './stored-event.js';
import { fold, readStream, step, type Stream } from './stream.js';
import type { Transaction } from './transaction.js';
import type { Decided, Loaded, Rule, Unit } from './unit.js';
import { upcast, writtenVersion } from './upcast.js';

/** JSON is what is stored, so JSON is what the state follows from: a Date or an undefined never lives in memory only. */
const asJson = (data: unknown): unknown => JSON.parse(JSON.stringify(data ?? null));

/** A transaction at work: remembers the streams it has touched, and collects what the append will write. */
export class OpenUnit implements Unit {
  readonly facts: NewFact[] = [];
  readonly messages: OutboxRow[] = [];
  private readonly streams = new Map<string, Promise<Stream>>();

  constructor(
    readonly tx: Transaction,
    readonly context: Context,
    private readonly parts: StoreParts,
  ) {}

  async load<State, E extends DomainEvent>(aggregate: Aggregate<State, E>, id: string): Promise<Loaded<State>> {
    const { events, version } = await this.stream(aggregate, id);
    return { state: fold(aggregate, events), version };
  }

  async decide<State, E extends DomainEvent>(
    aggregate: Aggregate<State, E>,
    id: string,
    rule: Rule<State, E>,
    ifVersion?: number,
  ): Promise<Decided<State, E>> {
    const stream = await this.stream(aggregate, id);
    if (ifVersion !== undefined && ifVersion !== stream.version) refuse(storeRefusals.STALE_VERSION, { version: stream.version });
    let state = fold(aggregate, stream.events);
    const events = rule(state, this.context);
    const facts: Recorded[] = [];
    for (const event of events) {
      const stored = { version: writtenVersion(aggregate, event.type), data: asJson(event.data) };
      const added = { type: event.type, data: upcast(aggregate, event.type, stored) };
      state = step(aggregate, state, added);
      facts.push(this.record(aggregate, { stream, state }, added, stored));
    }
    for (const fact of facts) await this.project(aggregate.name, fact);
    return { state, version: stream.version, events };
  }

  publish(message: StateMessage): void {
    const { service, ids } = this.parts;
    this.messages.push(rowOfState({ service, eventId: ids(), context: this.context }, message));
  }

  private stream(aggregate: { name: string }, id: string): Promise<Stream> {
    const streamId = streamIdOf(aggregate, id);
    const touched = this.streams.get(streamId) ?? readStream(this.tx, aggregate, id);
    this.streams.set(streamId, touched);
    return touched;
  }

  private record<State, E extends DomainEvent>(
    aggregate: Aggregate<State, E>,
    { stream, state }: { stream: Stream; state: State },
    event: DomainEvent,
    stored: NewFact['stored'],
  ): Recorded {
    const { at, by, correlationId, causationId } = this.context;
    stream.events.push(event);
    stream.version += 1;
    const key = (stream.key ??= aggregate.keyOf?.(state) ?? stream.id);
    const fact: Recorded = {
      event,
      eventId: this.parts.ids(),
      streamId: stream.streamId,
      id: stream.id,
      streamVersion: stream.version,
      position: 0,
      at: new Date(at).toISOString(),
      by: by.userId,
      facilityId: aggregate.facilityOf(state),
      correlationId,
      ...(causationId === undefined ? {} : { causationId }),
    };
    this.facts.push({ fact, aggregate: aggregate.name, key, stored });
    this.messages.push(...rowsOfFact(this.parts.service, fact, { messages: messagesOf(aggregate, fact, state), key }));
    return fact;
  }

  private async project(aggregate: string, fact: Recorded): Promise<void> {
    for (const projection of this.parts.projections) {
      if (projection.aggregate === aggregate) await projection.project(this.tx, fact);
    }
  }
}
