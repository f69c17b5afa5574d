import type { EventStore, Recognised } from '@osteon/event-store';
import type { HeardRecord, KafkaPort, Range } from './kafka-port.js';

/** A fact that was published and does not stand in the store: it was written after the backup that was restored. */
export interface LostFact {
  readonly is: Exclude<Recognised, 'stored'>;
  readonly messageId: string;
  readonly type: string;
  readonly streamId: string;
  readonly streamVersion: number;
  readonly key: string;
  /** ISO 8601 in UTC: when it was said. */
  readonly at: string;
}

/** What came of the comparison: how many messages, and which facts are lost, each once. */
export interface Compared {
  readonly read: number;
  readonly lost: readonly LostFact[];
}

const batch = 200;

const lostFact = ({ headers, key }: HeardRecord, is: LostFact['is']): LostFact => ({
  is,
  key,
  messageId: headers.ce_id ?? '',
  type: headers.ce_type ?? '',
  streamId: headers.ce_subject ?? '',
  streamVersion: Number(headers.ce_streamversion ?? 0),
  at: headers.ce_time ?? '',
});

/** Compares what a service has published with what it has stored, message by message, as far as Kafka still keeps them. */
export const lostFacts = async (
  { service, kafka, store }: { readonly service: string; readonly kafka: Pick<KafkaPort, 'read'>; readonly store: Pick<EventStore, 'recognise'> },
  range: Omit<Range, 'topic'>,
): Promise<Compared> => {
  const lost = new Map<string, LostFact>();
  let read = 0;
  let waiting: HeardRecord[] = [];
  const compare = async (): Promise<void> => {
    const facts = waiting.map((record) => lostFact(record, 'missing'));
    const found = await store.recognise(facts);
    waiting.forEach((record, index) => {
      const is = found[index] ?? 'missing';
      if (is !== 'stored') lost.set(record.headers.ce_id ?? '', lostFact(record, is));
    });
    read += waiting.length;
    waiting = [];
  };
  await kafka.read({ ...range, topic: `${service}.events` }, async (record) => {
    if (record.headers.ce_source !== `/osteon/${service}`) return;
    waiting.push(record);
    if (waiting.length >= batch) await compare();
  });
  await compare();
  return { read, lost: [...lost.values()] };
};
