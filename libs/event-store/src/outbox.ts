import type { Context } from '@osteon/identity';
import { v5 as nameBased } from 'uuid';
import { cloudEventHeaders } from './cloud-event.js';
import type { Recorded } from './domain-event.js';
import type { Message, StateMessage } from './message.js';
import { shardOf } from './shard.js';

/** A message as it waits for the relay. */
export interface OutboxRow {
  readonly shard: number;
  readonly event_id: string;
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** null is a tombstone. */
  readonly payload: unknown;
}

/** Strict: what does not fit its contract never leaves, and the command fails with the place. */
const payloadOf = ({ contract, data }: Message): unknown => (data === null ? null : contract.schema.parse(data));

/** The first message of a fact has the fact's id, each further one an id derived from it: saying it again says the same. */
export const messageId = (eventId: string, index: number): string => (index === 0 ? eventId : nameBased(String(index), eventId));

/** What a fact says, each message under its own key or the stream's. */
export const rowsOfFact = (service: string, fact: Recorded, said: { messages: readonly Message[]; key: string }): OutboxRow[] =>
  said.messages.map((message, index) => {
    const key = message.key ?? said.key;
    const eventId = messageId(fact.eventId, index);
    const { contract } = message;
    const headers = cloudEventHeaders({ ...fact, service, type: contract.type, eventId, subject: fact.streamId, version: fact.streamVersion });
    return { shard: shardOf(key), event_id: eventId, topic: contract.topic, key, headers, payload: payloadOf(message) };
  });

/** What a state message says. */
export const rowOfState = (said: { service: string; eventId: string; context: Context }, message: StateMessage): OutboxRow => {
  const { contract, key, version, facilityId = '*' } = message;
  const { correlationId, causationId, at } = said.context;
  const subject = `${contract.topic}/${key}`;
  const headers = cloudEventHeaders({ ...said, type: contract.type, at, subject, version, facilityId, correlationId, causationId });
  return { shard: shardOf(key), event_id: said.eventId, topic: contract.topic, key, headers, payload: payloadOf(message) };
};
