import type { Type } from '@nestjs/common';
import { openKafka, type HeardConsumer, type KafkaRecord } from '@osteon/messaging';
import { mrOps, testKafka, waitUntil } from '@osteon/testing';
import { z } from 'zod';
import { testService, type TestService, type TestServiceOptions } from './test-service.js';

/** What became of one message. */
export interface Fed {
  readonly type: string;
  /** Names of the facts that it caused, in their order. */
  readonly facts: readonly string[];
  /** Why it waits for a person. */
  readonly parked?: string;
}

/** A service to which messages are fed, and what became of each of them. */
export interface ConsumerTrial {
  readonly service: TestService;
  /** What it hears, without its replicas. */
  readonly hears: readonly HeardConsumer[];
  /** Publishes messages, the next when the one before was heard, and waits until none is left. */
  feed(records: readonly KafkaRecord[]): Promise<void>;
  /** What became of messages that were fed. */
  became(records: readonly KafkaRecord[]): Promise<Fed[]>;
  /** Forgets every message that was heard, as after some weeks. */
  pruneInbox(): Promise<void>;
  stop(): Promise<void>;
}

const heard = z.object({ heard: z.array(z.custom<HeardConsumer>()) });
const lag = z.object({ consumers: z.array(z.object({ partitions: z.array(z.object({ records: z.number() })) })) });

const causedBy = `select type, coalesce(data->>'step', '') as step from events where causation_id = $1 order by position`;

/** Starts a service for its consumers to be tried. */
export const consumerTrial = async (appModule: Type, options: TestServiceOptions = {}): Promise<ConsumerTrial> => {
  const place = await testKafka();
  const kafka = openKafka({ ...place, clientId: 'trial', sessionTimeoutMs: 6_000 });
  const service = await testService(appModule, { ...options, kafka: place });
  const ask = async <T>(schema: z.ZodType<T>, path: string): Promise<T> => schema.parse((await service.ask({ by: mrOps, path })).body);
  const { pool } = service.database;
  const idOf = ({ headers }: KafkaRecord): string => headers['ce_id'] ?? '';
  const isHeard = async (record: KafkaRecord): Promise<boolean> =>
    (await pool.query('select from inbox where message_id = $1', [idOf(record)])).rowCount === 1;
  const hears = (await ask(heard, '/operations/consumers/heard')).heard.filter(({ writes }) => writes === 'facts');
  const types = new Set(hears.map(({ type }) => type));
  return {
    service,
    hears,
    feed: async (records) => {
      for (const record of records) {
        await kafka.publish([record]);
        if (types.has(record.headers['ce_type'] ?? '')) await waitUntil(() => isHeard(record), 'the message to be heard');
      }
      await waitUntil(
        async () => (await ask(lag, '/operations/consumers')).consumers.every(({ partitions }) => partitions.every(({ records: behind }) => behind === 0)),
        'every message to be heard',
      );
    },
    became: (records) =>
      Promise.all(
        records.map(async (record) => {
          const facts = await pool.query<{ type: string; step: string }>(causedBy, [idOf(record)]);
          const parked = await pool.query<{ reason: string }>('select reason from parked_messages where message_id = $1', [idOf(record)]);
          const reason = parked.rows[0]?.reason;
          return {
            type: record.headers['ce_type'] ?? '',
            facts: facts.rows.map(({ type, step }) => (step === '' ? type : `${type} ${step}`)),
            ...(reason === undefined ? {} : { parked: reason }),
          };
        }),
      ),
    pruneInbox: async () => {
      await pool.query('delete from inbox');
    },
    stop: async () => {
      await service.stop();
      await kafka.close();
    },
  };
};
