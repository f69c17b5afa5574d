import type { Context } from '@osteon/identity';
import { v7 } from 'uuid';
import type { Aggregate, StreamKind } from './aggregate.js';
import { append } from './append.js';
import { untilSettled } from './conflict.js';
import type { DomainEvent, Recorded } from './domain-event.js';
import { OpenUnit } from './open-unit.js';
import { newestStreams, type ListedStream, type StreamsAsked } from './newest-streams.js';
import type { Projection } from './projection.js';
import { readAll, type Cursor, type Reading } from './read-all.js';
import { rebuild, verify, type Verified } from './rebuild.js';
import { recognise, type Recognised, type SaidFact } from './recognise.js';
import { referencedObjects, type ReferencedObjects } from './referenced-objects.js';
import { sayStates, type StatesSaid } from './say-states.js';
import type { Told } from './shadow.js';
import type { StoreParts } from './store-parts.js';
import { asStored, storedColumns, type StoredRow } from './stored-event.js';
import { fold, readStream } from './stream.js';
import { tellAgain, type Again, type ToldAgain } from './tell-again.js';
import type { Transaction } from './transaction.js';
import type { Decided, Loaded, Rule, Unit } from './unit.js';
import { verifySaid, type SaidVerified } from './verify-said.js';

/** The facts of one service in Postgres, and the only way to add to them. */
export class EventStore {
  constructor(private readonly parts: StoreParts) {}

  /**
   * Runs work in one transaction and stores all it has decided, projected and published, or nothing.
   * Work runs again on fresh state when it meets another writer, so it must not act on the outside. Throws UnsettledConflict.
   */
  async transact<T>(context: Context, work: (unit: Unit) => Promise<T>): Promise<T> {
    const { transactions, clock, committed } = this.parts;
    const { result, facts, said } = await untilSettled(() =>
      transactions.run(async (tx) => {
        const unit = new OpenUnit(tx, context, this.parts);
        const result = await work(unit);
        await append(tx, { facts: unit.facts, messages: unit.messages, now: clock.now() });
        return { result, facts: unit.facts, said: unit.messages.length };
      }),
    );
    if (facts.length + said > 0) committed?.(facts.map(({ fact }) => fact));
    return result;
  }

  /** One decision in a transaction of its own. */
  decide<State, E extends DomainEvent>(
    aggregate: Aggregate<State, E>,
    id: string,
    rule: Rule<State, E>,
    ...[context, ifVersion]: [context: Context, ifVersion?: number]
  ): Promise<Decided<State, E>> {
    return this.transact(context, (unit) => unit.decide(aggregate, id, rule, ifVersion));
  }

  /** The state of a stream now. */
  load<State, E extends DomainEvent>(aggregate: Aggregate<State, E>, id: string): Promise<Loaded<State>> {
    return this.parts.transactions.run(async (tx) => {
      const { events, version } = await readStream(tx, aggregate, id);
      return { state: fold(aggregate, events), version };
    });
  }

  /** Every fact of a stream as it was stored, first to last. */
  readStream(streamId: string): Promise<Recorded[]> {
    return this.read('stream_id = $1 order by stream_version', streamId);
  }

  /** Every fact of all streams that publish under a key, in the order of the store: the raw timeline. */
  readKey(key: string): Promise<Recorded[]> {
    return this.read('key = $1 order by position', key);
  }

  /** What has been stored after a cursor, as it was stored. Start with `{}`; safe beside writers. */
  readAll(reading: Reading): Promise<{ facts: Recorded[]; after: Cursor }> {
    return this.parts.transactions.run((tx) => readAll(tx, reading));
  }

  /** The read models and claims of the service, and the tables that each owns. */
  projections(): readonly Pick<Projection, 'name' | 'aggregate' | 'tables'>[] {
    return this.parts.projections.map(({ name, aggregate, tables }) => ({ name, aggregate, tables }));
  }

  /** Streams by their newest fact, the newest first. */
  newestStreams(asked: StreamsAsked): Promise<ListedStream[]> {
    return this.parts.transactions.run((tx) => newestStreams(tx, asked));
  }

  /** Keys of the object store that facts after a position name, from at most `limit` facts. */
  referencedObjects(after: number, limit: number): Promise<ReferencedObjects> {
    return this.parts.transactions.run((tx) => referencedObjects(tx, after, limit));
  }

  /** Reads at most `limit` facts after a position as this release does, and checks what they say against its contracts. */
  verifySaid(after: number, limit: number): Promise<SaidVerified> {
    return this.parts.transactions.run((tx) => verifySaid(tx, this.parts, { after, limit }));
  }

  /** Whether the facts behind messages that were published once are stored (still). */
  recognise(said: readonly SaidFact[]): Promise<Recognised[]> {
    return this.parts.transactions.run((tx) => recognise(tx, said));
  }

  /**
   * Folds all facts of a projection again while everybody goes on, and puts the result in place. Returns the number of facts;
   * `told` hears it on the way.
   */
  rebuild(projectionName: string, told?: Told): Promise<number> {
    return this.folding(projectionName, (tx, projection, kind) => rebuild(tx, projection, kind, told));
  }

  /** Folds all facts of a projection again and says how its tables differ from that; changes nothing. */
  verify(projectionName: string): Promise<Verified> {
    return this.folding(projectionName, verify);
  }

  /** Says to the others again what facts have said; `dryRun` counts them, `told` hears how many facts on the way. See Again for which. */
  tellAgain(again: Again, { dryRun = false, told }: { readonly dryRun?: boolean; readonly told?: Told } = {}): Promise<ToldAgain> {
    return tellAgain(this.parts, again, { dryRun, told });
  }

  /** Topics of which this service can say the latest states again. */
  stateTopics(): readonly string[] {
    return this.parts.states?.map(({ topic }) => topic) ?? [];
  }

  /** Says the latest state of everything on the given compacted topics, so that a new or wiped replica is filled; `dryRun` counts. */
  sayStates(topics: readonly string[], context: Context, how: { readonly dryRun: boolean; readonly told?: Told }): Promise<StatesSaid> {
    const sources = (this.parts.states ?? []).filter(({ topic }) => topics.includes(topic));
    return sayStates((work) => this.transact(context, work), sources, how);
  }

  private folding<T>(name: string, work: (tx: Transaction, projection: Projection, kind: StreamKind) => Promise<T>): Promise<T> {
    const projection = this.parts.projections.find((each) => each.name === name);
    if (projection === undefined) throw new Error(`${this.parts.service} has no projection ${name}`);
    const kind = kindOf(this.parts.aggregates, projection.aggregate);
    return untilSettled(() => this.parts.transactions.run((tx) => work(tx, projection, kind)));
  }

  private read(where: string, value: string): Promise<Recorded[]> {
    return this.parts.transactions.run(async (tx) => {
      const rows = await tx.query<StoredRow>(`select ${storedColumns} from events where ${where}`, [value]);
      return rows.map(asStored);
    });
  }
}

const kindOf = (aggregates: readonly StreamKind[], name: string): StreamKind => {
  const kind = aggregates.find((aggregate) => aggregate.name === name);
  if (kind === undefined) throw new Error(`no aggregate ${name} in this store`);
  return kind;
};

const checkNames = (what: string, named: readonly { name: string }[]): void => {
  const names = named.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two ${what} are named ${twice}`);
};

/** The event store of a service. Throws where two parts share a name or a projection follows no aggregate. */
export const openEventStore = (parts: Omit<StoreParts, 'ids' | 'clock'> & Partial<StoreParts>): EventStore => {
  checkNames('aggregates', parts.aggregates);
  checkNames('projections', parts.projections);
  for (const { aggregate } of parts.projections) kindOf(parts.aggregates, aggregate);
  return new EventStore({ ids: v7, clock: { now: () => new Date() }, ...parts });
};
