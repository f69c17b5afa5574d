import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { Contract } from '@osteon/contracts';
import type { EventStore } from '@osteon/event-store';
import { lastValueFrom } from 'rxjs';
import { consumersOf, type HeardConsumer } from './consumers.js';
import { contractBook } from './contract-book.js';
import { kindOf, type EventLog } from './event-log.js';
import type { Hearing } from './hearing.js';
import type { Consuming, HeardRecord, KafkaPort, Lag, Turn } from './kafka-port.js';
import { listener, type Consumer, type Listener } from './listener.js';
import { parkedKeys, shownMessage, type ParkedKey, type ParkedPlace, type ShownMessage } from './parking.js';
import { refeeding } from './refeed.js';
import { parkedRelease, type Released } from './release.js';
import type { ReplicaFeed } from './replica.js';

export interface TransportOptions {
  /** Name of the hearing service: the consumer group, and who acts. */
  readonly service: string;
  readonly store: Pick<EventStore, 'transact'>;
  readonly kafka: Pick<KafkaPort, 'consume' | 'lag' | 'read'>;
  /** The whole published language; what is heard of it, the controllers say. */
  readonly contracts: readonly Contract[];
  readonly replicas: readonly ReplicaFeed[];
  readonly log: EventLog;
  readonly clock?: { now(): Date };
  /** The consumer cannot go on by itself. Default: throws outside of any caller, so that the process ends. */
  readonly died?: (cause: unknown) => void;
}

const endTheProcess = (cause: unknown): void => {
  setImmediate(() => {
    throw new Error('the Kafka consumer is dead', { cause });
  });
};

interface Group {
  readonly group: string;
  readonly topics: readonly string[];
}

/** How far a group of consumers is behind what was published. */
export interface GroupLag extends Group {
  readonly partitions: readonly Lag[];
}

interface Parts {
  readonly listener: Listener;
  readonly parking: ReturnType<typeof parkedRelease>;
  readonly heard: readonly HeardConsumer[];
  readonly refeed: ReturnType<typeof refeeding>;
  readonly groups: readonly Consuming[];
  readonly subscribed: readonly Group[];
}

/**
 * Brings published events to Nest controllers: `@EventPattern<string>(reading.ScanReviewed.type)`; with a replica's topic as the
 * pattern, its news (`null`: erased). Each message has its effect once, in one transaction with its inbox row; what cannot be
 * handled is parked with its key, and other keys go on.
 */
export class EventTransport extends Server implements CustomTransportStrategy {
  /** Errors of a consumer come to the transport, which decides. */
  override readonly propagatesEventHandlerErrors = true;
  private readonly consumers = new Map<string, Consumer[]>();
  private parts?: Parts;

  constructor(private readonly options: TransportOptions) {
    super();
  }

  /** Several consumers of one pattern run one after the other, in the same transaction. */
  override addHandler(pattern: string, handler: MessageHandler<unknown, Hearing>): void {
    const consumer: Consumer = async (data, hearing) => {
      await lastValueFrom(this.transformToObservable(handler(data, hearing)), { defaultValue: undefined });
    };
    this.consumers.set(pattern, [...(this.consumers.get(pattern) ?? []), consumer]);
  }

  /** Calls back at once, also where Kafka is away; with an error where a pattern is neither a contract nor a replica's topic. */
  listen(callback: (error?: unknown) => void): void {
    try {
      this.parts = this.begin();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Lets the messages in work come to their end. */
  async close(): Promise<void> {
    await Promise.all(this.parts?.groups.map((group) => group.stop()) ?? []);
  }

  /** True while all groups are members. */
  isJoined(): boolean {
    return this.parts?.groups.every((group) => group.isJoined()) ?? false;
  }

  /** What is published and not finished here, by group. */
  lag(): Promise<GroupLag[]> {
    return Promise.all(this.running().subscribed.map(async (own) => ({ ...own, partitions: await this.options.kafka.lag(own.group, own.topics) })));
  }

  /** What is heard here, and what becomes of it. */
  heard(): readonly HeardConsumer[] {
    return this.running().heard;
  }

  /** Feeds a range of what Kafka still keeps to one consumer again. */
  refeed: ReturnType<typeof refeeding> = (asked, how) => this.running().refeed(asked, how);

  /** What waits for a person, the oldest first. */
  parked(): Promise<ParkedKey[]> {
    const own = this.running().listener.contextOf({ correlationId: 'parking' });
    return this.options.store.transact(own, ({ tx }) => parkedKeys(tx));
  }

  /** One parked or skipped message. */
  parkedMessage(id: string): Promise<ShownMessage | undefined> {
    const own = this.running().listener.contextOf({ correlationId: 'parking' });
    return this.options.store.transact(own, ({ tx }) => shownMessage(tx, id));
  }

  /** Runs what waits under a key, in its order; then the key goes on. */
  release(place: ParkedPlace): Promise<Released> {
    return this.running().parking.release(place);
  }

  /** Leaves a parked message out for good, for a reason that stays on record, and runs what waits behind it. */
  skip(id: string, because: string): Promise<Released> {
    return this.running().parking.skip(id, because);
  }

  on(): never {
    throw new Error('the transport has no events of its own');
  }

  unwrap(): never {
    throw new Error('the client stays behind the port');
  }

  private running(): Parts {
    if (!this.parts) throw new Error('the transport does not listen yet');
    return this.parts;
  }

  private begin(): Parts {
    const { service, store, kafka, log, replicas, clock = { now: () => new Date() }, died = endTheProcess } = this.options;
    const byTopic = new Map(replicas.map((replica) => [replica.contract.topic, replica]));
    const events = this.heardEvents(byTopic);
    const states = replicas.map(({ contract }) => contract);
    const heard = consumersOf({ service, events, replicas: states, news: new Set([...this.consumers.keys()].filter((pattern) => byTopic.has(pattern))) });
    const book = contractBook([...events, ...states]);
    const consumersOfPattern = (pattern: string): Consumer[] => this.consumers.get(pattern) ?? [];
    const listens = (again: boolean): Listener => listener({ service, store, clock, log, replicas: byTopic, book, consumersOf: consumersOfPattern, again });
    const hearer = listens(false);
    const hear = async (records: readonly HeardRecord[], turn: Turn): Promise<void> => {
      for (const record of records) {
        if (!(await turn.goesOn())) return;
        const outcome = await hearer.hear(record);
        if (outcome.is === 'again') return turn.again(outcome.afterMs);
        turn.done(record);
      }
    };
    const groups = [
      { group: service, topics: [...new Set(events.map(({ topic }) => topic))] },
      { group: `${service}.replicas`, topics: [...byTopic.keys()] },
    ].filter(({ topics }) => topics.length > 0);
    return {
      listener: hearer,
      parking: parkedRelease(store, hearer),
      heard,
      refeed: refeeding({ store, kafka, consumers: heard, replicas: byTopic, listens }),
      subscribed: groups,
      groups: groups.map(({ group, topics }) =>
        kafka.consume({
          group,
          topics,
          hear,
          died,
          waits: (cause) => log.warn({ group, cause: kindOf(cause) }, 'group-waits-for-kafka'),
        }),
      ),
    };
  }

  private heardEvents(replicas: ReadonlyMap<string, ReplicaFeed>): Contract[] {
    const patterns = [...this.consumers.keys()].filter((pattern) => !replicas.has(pattern));
    return patterns.map((pattern) => {
      const contract = this.options.contracts.find(({ type }) => type === pattern);
      if (!contract) throw new Error(`${pattern} is neither the type of a contract nor the topic of a replica`);
      return contract;
    });
  }
}
