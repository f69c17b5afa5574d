import type { Contract, DataOf } from '@osteon/contracts';
import { openKafka, type HeardRecord } from '@osteon/messaging';
import { at, NORTH, type TestKafka } from '@osteon/testing';
import { randomUUID } from 'node:crypto';

/** Where a message comes from: source stream with its version; the key under which it is published. */
export interface Saying {
  readonly key: string;
  readonly subject: string;
  readonly version?: number;
  readonly facilityId?: string;
}

/** The rest of the platform, as one service in a test hears it and is heard by it. */
export interface Conversation {
  /** Publishes a message in the form of its contract; `null` is a tombstone. The same id twice is the same message. */
  say<C extends Contract>(contract: C, data: DataOf<C> | null, saying: Saying, id?: string): Promise<void>;
  /** What has been said in the form of a contract since the conversation began, oldest first. */
  heard<C extends Contract>(contract: C): (HeardRecord & { readonly data: DataOf<C> })[];
  close(): Promise<void>;
}

const headersOf = ({ type, service }: Contract, { subject, version = 1, facilityId = NORTH }: Saying, id: string): Record<string, string> => ({
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_id: id,
  ce_source: `/osteon/${service}`,
  ce_type: type,
  ce_time: at.ordered,
  ce_subject: subject,
  ce_correlationid: randomUUID(),
  ce_streamversion: String(version),
  ce_facilityid: facilityId,
});

/** Speaks and listens on a test's own topics. */
export const conversation = ({ brokers, prefix }: TestKafka, topics: readonly string[]): Conversation => {
  const kafka = openKafka({ brokers, prefix, clientId: 'conversation', sessionTimeoutMs: 6_000 });
  const records: HeardRecord[] = [];
  const listening = kafka.consume({
    group: `conversation-${randomUUID()}`,
    topics,
    hear: async (some, turn) => {
      records.push(...some);
      for (const record of some) turn.done(record);
    },
    waits: () => undefined,
    died: () => undefined,
  });
  return {
    say: (contract, data, saying, id = randomUUID()) =>
      kafka.publish([
        { topic: contract.topic, key: saying.key, headers: headersOf(contract, saying, id), value: data === null ? null : JSON.stringify(contract.schema.parse(data)) },
      ]),
    heard: <C extends Contract>(contract: C) =>
      records
        .filter(({ headers }) => headers['ce_type'] === contract.type)
        .map((record) => ({ ...record, data: contract.heard.parse(JSON.parse(record.value ?? 'null')) as DataOf<C> })),
    close: async () => {
      await listening.stop();
      await kafka.close();
    },
  };
};
