import type { Transaction } from '@osteon/event-store';
import type { ParkReason } from './failure.js';
import { formOf } from './form-of.js';
import type { KafkaRecord } from './kafka-port.js';

/** A message that waits. */
export interface ParkedMessage extends KafkaRecord {
  readonly id: string;
  readonly messageId: string;
}

/** Which messages wait for one another. */
export interface ParkedPlace {
  readonly topic: string;
  readonly key: string;
}

/** A parked key as operations see it: no content. */
export interface ParkedKey extends ParkedPlace {
  /** ISO 8601 in UTC */
  readonly since: string;
  readonly messages: readonly {
    readonly id: string;
    readonly messageId: string;
    readonly reason: ParkReason;
    readonly detail: string;
  }[];
}

const insertMessage = `
  insert into parked_messages (message_id, topic, key, headers, value, reason, detail) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (message_id) do nothing`;

const insertKey = `
  insert into parked_keys (topic, key) values ($1, $2)
  on conflict (topic, key) do update set messages = parked_keys.messages + 1`;

/** Puts a message away, in the transaction of its inbox row. */
export const parkMessage = async (
  tx: Transaction,
  messageId: string,
  record: KafkaRecord,
  why: { reason: ParkReason; detail: string },
): Promise<void> => {
  const { topic, key, headers, value } = record;
  await tx.query(insertMessage, [messageId, topic, key, JSON.stringify(headers), value, why.reason, why.detail]);
};

/** From now on the messages of this key wait. */
export const parkKey = async (tx: Transaction, { topic, key }: ParkedPlace): Promise<void> => {
  await tx.query(insertKey, [topic, key]);
};

const listed = `
  select topic, key, to_char(min(parked_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since,
         jsonb_agg(jsonb_build_object('id', id::text, 'messageId', message_id, 'reason', reason, 'detail', detail) order by id) as messages
    from parked_messages
   where skipped_at is null
   group by topic, key
   order by min(id)`;

/** All keys that wait, the oldest first. */
export const parkedKeys = (tx: Transaction): Promise<ParkedKey[]> => tx.query<ParkedKey>(listed);

/** One parked message as operations see it: where it comes from and of which form it is, none of its values. */
export interface ShownMessage extends ParkedPlace {
  readonly id: string;
  readonly messageId: string;
  readonly reason: ParkReason;
  readonly detail: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Each field with the kind of its value; undefined where it is no JSON. */
  readonly form?: readonly string[];
  /** ISO 8601 in UTC */
  readonly parkedAt: string;
  readonly skippedAt?: string;
  /** How many messages of its key wait behind it. */
  readonly behind: number;
}

const one = `
  select id::text as id, message_id as "messageId", topic, key, reason, detail, headers, value,
         to_char(parked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "parkedAt",
         to_char(skipped_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "skippedAt",
         (select count(*)::int from parked_messages later
           where later.topic = parked.topic and later.key = parked.key and later.id > parked.id and later.skipped_at is null) as behind
    from parked_messages parked
   where id = $1`;

/** A parked or skipped message; undefined where there is none (any more). */
export const shownMessage = async (tx: Transaction, id: string): Promise<ShownMessage | undefined> => {
  const [found] = await tx.query<Omit<ShownMessage, 'skippedAt'> & { value: string | null; skippedAt: string | null }>(one, [id]);
  if (!found) return undefined;
  const { value, skippedAt, ...shown } = found;
  return { ...shown, form: formOf(value), ...(skippedAt === null ? {} : { skippedAt }) };
};

const first = `
  select id, message_id as "messageId", topic, key, headers, value
    from parked_messages
   where topic = $1 and key = $2 and skipped_at is null
   order by id limit 1`;

/** The message that is next under its key. */
export const nextParked = async (tx: Transaction, { topic, key }: ParkedPlace): Promise<ParkedMessage | undefined> =>
  (await tx.query<ParkedMessage>(first, [topic, key]))[0];

/** Takes the message out, in the transaction that runs it; false if somebody else has. */
export const takeOut = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.query('delete from parked_messages where id = $1 and skipped_at is null returning id', [id])).length > 0;

/** Says why the message failed again. */
export const noteFailure = async (tx: Transaction, id: string, why: { reason: ParkReason; detail: string }): Promise<void> => {
  await tx.query('update parked_messages set reason = $2, detail = $3 where id = $1', [id, why.reason, why.detail]);
};

const emptyKey = `
  delete from parked_keys
   where topic = $1 and key = $2
     and not exists (select from parked_messages where topic = $1 and key = $2 and skipped_at is null)`;

/** Lets the key go on, if nothing waits under it. */
export const freeKey = async (tx: Transaction, { topic, key }: ParkedPlace): Promise<void> => {
  await tx.query(emptyKey, [topic, key]);
};

const skip = `
  update parked_messages set skipped_at = clock_timestamp(), skipped_because = $2
   where id = $1 and skipped_at is null
  returning topic, key`;

/** Leaves a message out for good, with a person's reason; undefined if it does not wait. */
export const skipParked = async (tx: Transaction, id: string, because: string): Promise<ParkedPlace | undefined> =>
  (await tx.query<ParkedPlace>(skip, [id, because]))[0];
