import type { EventStore, Unit } from '@osteon/event-store';
import { system, type Context } from '@osteon/identity';
import type { ContractBook } from './contract-book.js';
import { kindOf, type EventLog } from './event-log.js';
import { detailOf, judge, pauseAfter, type ParkReason } from './failure.js';
import { heardFrom } from './heard-from.js';
import type { HeardFrom, Hearing } from './hearing.js';
import { receive } from './inbox.js';
import type { HeardRecord, KafkaRecord } from './kafka-port.js';
import { parkKey, parkMessage } from './parking.js';
import { patience } from './patience.js';
import type { ReplicaFeed } from './replica.js';
import { Unfit } from './unfit.js';

/** Runs a decision for a heard message, in the hearing's transaction. `data: null` is a tombstone. */
export type Consumer = (data: unknown, hearing: Hearing) => Promise<void>;

export interface ListenerParts {
  readonly service: string;
  readonly store: Pick<EventStore, 'transact'>;
  readonly clock: { now(): Date };
  readonly log: EventLog;
  readonly book: ContractBook;
  /** By CloudEvents type, for replicas by topic. */
  readonly consumersOf: (pattern: string) => readonly Consumer[];
  /** By topic. */
  readonly replicas: ReadonlyMap<string, ReplicaFeed>;
  /** A state that is known is taken over once more. */
  readonly again?: boolean;
}

type Settled = 'heard' | 'known' | 'parked' | 'nobody';

/** What came of a record: it is settled, or it is to come again. */
export type Outcome = { readonly is: Settled } | { readonly is: 'again'; readonly afterMs: number };

const parsed = ({ value }: KafkaRecord): unknown => {
  try {
    return value === null ? null : JSON.parse(value);
  } catch {
    throw new Unfit('malformed', 'the payload is no JSON');
  }
};

/** The message's own id; where it has none, its place. */
const messageIdOf = ({ headers, topic, partition, offset }: HeardRecord): string =>
  headers.ce_id || `${topic}/${partition}/${offset}`;

/** Hears records one by one: each has its effect once, or is parked. */
export const listener = ({ service, store, clock, log, book, consumersOf, replicas, again = false }: ListenerParts) => {
  const contextOf = (thread: Pick<Context, 'correlationId' | 'causationId'>): Context => ({
    at: clock.now().toISOString(),
    by: system(service),
    ...thread,
  });
  const contextFrom = ({ correlationId, eventId }: HeardFrom): Context => contextOf({ correlationId, causationId: eventId });

  const dataOf = (record: KafkaRecord, { type }: HeardFrom): unknown => {
    const interest = book.interestIn(type);
    if (interest.is !== 'heard') throw new Unfit('newer-version', type);
    const value = parsed(record);
    if (value === null && !replicas.has(record.topic)) throw new Unfit('malformed', 'a tombstone among events');
    return value === null ? null : interest.contract.heard.parse(value);
  };

  /** The effect of a record, within a transaction; `known` where a replica has had it. */
  const play = async (unit: Unit, record: KafkaRecord, from: HeardFrom): Promise<'heard' | 'known'> => {
    const data = dataOf(record, from);
    const replica = replicas.get(record.topic);
    const isNews = !replica || (await replica.apply(unit.tx, { key: from.key, version: from.streamVersion, body: data, again }));
    if (!isNews) return 'known';
    for (const consumer of consumersOf(replica ? record.topic : from.type)) await consumer(data, { unit, from });
    return 'heard';
  };

  const attempt = async (record: HeardRecord): Promise<Settled> => {
    const { ce_type: type } = record.headers;
    if (type && book.interestIn(type).is === 'nobody') return 'nobody';
    const from = heardFrom(record);
    return store.transact(contextFrom(from), async (unit): Promise<Settled> => {
      // A state needs no inbox, its version says what is new; so a replica can be filled again from its topic.
      const received = replicas.has(record.topic) ? 'first' : await receive(unit.tx, { ...from, topic: record.topic });
      if (received === 'known') return 'known';
      if (received === 'first') return play(unit, record, from);
      await parkMessage(unit.tx, from.eventId, record, { reason: 'behind', detail: '' });
      return 'parked';
    });
  };

  const park = async (record: HeardRecord, reason: ParkReason, error: unknown): Promise<Settled> => {
    const messageId = messageIdOf(record);
    const { topic, key } = record;
    const outcome = await store.transact(contextOf({ correlationId: messageId }), async ({ tx }): Promise<Settled> => {
      // A later state makes a parked one obsolete, so it does not wait behind it.
      if (!replicas.has(topic)) {
        if ((await receive(tx, { eventId: messageId, topic, key })) === 'known') return 'known';
        await parkKey(tx, { topic, key });
      }
      await parkMessage(tx, messageId, record, { reason, detail: detailOf(error) });
      return 'parked';
    });
    if (outcome === 'parked') log.error({ topic, messageId, reason, error }, 'message-parked');
    return outcome;
  };

  const { failedAgain, settled } = patience();

  const afterFailure = async (record: HeardRecord, error: unknown): Promise<Outcome> => {
    const tries = failedAgain(record, error);
    const verdict = judge(error, tries);
    const waits = (cause: unknown): Outcome => {
      log.warn({ topic: record.topic, messageId: messageIdOf(record), tries: tries.all, cause: kindOf(cause) }, 'message-waits');
      return { is: 'again', afterMs: pauseAfter(tries.all) };
    };
    if (verdict.next === 'again') return waits(error);
    // Where the world breaks in between, it comes again, fails again and is parked then.
    return park(record, verdict.reason, error).then((is): Outcome => ({ is }), waits);
  };

  /** One try at a record. It comes again for as long as the world is broken, and a few times where it fails by itself. */
  const hear = async (record: HeardRecord): Promise<Outcome> => {
    const outcome = await attempt(record).then(
      (is): Outcome => ({ is }),
      (error: unknown) => afterFailure(record, error),
    );
    if (outcome.is !== 'again') settled(record);
    return outcome;
  };

  /** The message does not fit, whatever the world does. */
  const isMisfit = (error: unknown): boolean => judge(error, { failed: 0 }).next === 'park';

  return { hear, play, dataOf, isMisfit, contextFrom, contextOf };
};

export type Listener = ReturnType<typeof listener>;
