import { messageId } from './outbox.js';
import type { Transaction } from './transaction.js';

/** What a published message says of the fact behind it. */
export interface SaidFact {
  readonly messageId: string;
  readonly streamId: string;
  readonly streamVersion: number;
}

/** `stored`: the fact is here. `missing`: its stream does not come so far. `other`: another fact stands in its place. */
export type Recognised = 'stored' | 'missing' | 'other';

/** A fact says few messages; the ids of all of them follow from its own. */
const mostMessages = 8;

const places = `
  select stream_id, stream_version, event_id from events
   where (stream_id, stream_version) in (select * from unnest($1::text[], $2::integer[]))`;

/** Whether the facts behind published messages stand in the store, in the order asked. */
export const recognise = async (tx: Transaction, said: readonly SaidFact[]): Promise<Recognised[]> => {
  const rows = await tx.query<{ stream_id: string; stream_version: number; event_id: string }>(places, [
    said.map(({ streamId }) => streamId),
    said.map(({ streamVersion }) => streamVersion),
  ]);
  const stored = new Map(rows.map(({ stream_id, stream_version, event_id }) => [`${stream_id} ${stream_version}`, event_id]));
  return said.map((fact) => {
    const eventId = stored.get(`${fact.streamId} ${fact.streamVersion}`);
    if (eventId === undefined) return 'missing';
    return Array.from({ length: mostMessages }, (_, index) => messageId(eventId, index)).includes(fact.messageId) ? 'stored' : 'other';
  });
};
