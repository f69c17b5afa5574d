/** What goes to a topic. `value: null` is a tombstone; a header name occurs once. */
export interface KafkaRecord {
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string | null;
}

/** What came from a topic. */
export interface HeardRecord extends KafkaRecord {
  readonly partition: number;
  readonly offset: string;
}

/** One go at the records of one partition. */
export interface Turn {
  /** To be asked before each record: false when the consumer stops. Throws when the partition went to another member: let it. */
  goesOn(): Promise<boolean>;
  /** This record and all before it need not come again. */
  done(record: HeardRecord): void;
  /** What is not done comes again after that time; until then other partitions go on without this one. */
  again(afterMs: number): void;
}

export interface Subscription {
  readonly group: string;
  /** A group without offsets begins with the oldest record. */
  readonly topics: readonly string[];
  /** Records of one partition in their order. What it has not called done comes again; partitions run side by side. */
  readonly hear: (records: readonly HeardRecord[], turn: Turn) => Promise<void>;
  /** Kafka is away, or has not let the group in yet; it is tried again every second. */
  readonly waits: (cause: unknown) => void;
  /** The consumer cannot go on; the process should end. */
  readonly died: (cause: unknown) => void;
}

export interface Consuming {
  /** True while it is a member of the group. */
  isJoined(): boolean;
  /** Lets the records in work come to their end. */
  stop(): Promise<void>;
}

/** How many records of a partition a group has not finished. */
export interface Lag {
  readonly topic: string;
  readonly partition: number;
  readonly records: number;
}

/** A place in a topic: an offset, the same in each partition, or a time by the clock of whoever published (ISO 8601 in UTC). */
export type Place = { readonly offset: number } | { readonly at: string };

/** What of a topic is read, both ends included; what is absent sets no limit. Never more than was there when the reading began. */
export interface Range {
  readonly topic: string;
  readonly partition?: number;
  readonly from?: Place;
  readonly to?: Place;
}

/** All that Osteon wants of Kafka: small, so that the client behind it can be replaced. */
export interface KafkaPort {
  /** Resolves when all in-sync replicas have all of them; order per key is kept. After an error any part may have arrived. */
  publish(records: readonly KafkaRecord[]): Promise<void>;
  /** Begins at once, also where no broker answers: a service serves its peers without Kafka too. */
  consume(subscription: Subscription): Consuming;
  /**
   * Reads a range once, beside all groups, whose offsets it does not touch: one record at a time, in each partition in its order.
   * Rejects with what `hear` throws, and where the broker gives nothing for too long.
   */
  read(range: Range, hear: (record: HeardRecord) => Promise<void>): Promise<void>;
  lag(group: string, topics: readonly string[]): Promise<Lag[]>;
  /** Ends the producer; consumers are stopped by whoever began them. */
  close(): Promise<void>;
}

/** The broker could not be asked: nothing was read and nothing has changed. */
export class BrokerAway extends Error {
  constructor(cause: unknown) {
    super('Kafka cannot be reached', { cause });
    this.name = 'BrokerAway';
  }
}
