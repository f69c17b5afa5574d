import { messagesOf } from './aggregate.js';
import { rowsOfFact } from './outbox.js';
import type { StoreParts } from './store-parts.js';
import { asRecorded, storedColumns, type StoredRow } from './stored-event.js';
import { step } from './stream.js';
import type { Transaction } from './transaction.js';

/** A stored fact that this release cannot read, or whose message would not fit its contract. */
export interface Misfit {
  readonly streamId: string;
  readonly position: number;
  readonly type: string;
  /** The place that does not fit, or the kind of error; no value. */
  readonly why: string;
}

/** One page: facts, the messages that they say, and what does not fit. `after`: the position to go on from; absent at the end. */
export interface SaidVerified {
  readonly facts: number;
  readonly messages: number;
  readonly misfits: readonly Misfit[];
  readonly after?: number;
}

const page = 'select position, stream_id from events where position > $1 order by position limit $2';
const whole = `select ${storedColumns} from events where stream_id = any($1) and position <= $2 order by position`;

const placesIn = (error: unknown): readonly { readonly path: readonly unknown[]; readonly code: string }[] => {
  const { issues } = Object(error) as { issues?: unknown };
  return Array.isArray(issues) ? issues : [];
};

const whyOf = (error: unknown): string => {
  const places = placesIn(error).map(({ path, code }) => `${path.join('.')}: ${code}`);
  if (places.length > 0) return places.join('; ');
  return error instanceof Error ? error.name : 'unknown';
};

/** Reads facts one after the other as this release does, and makes of each what it says. */
const reading = ({ service, aggregates }: StoreParts) => {
  const states = new Map<string, unknown>();
  const unread = new Set<string>();
  return (row: StoredRow): { readonly messages: number; readonly why?: string } => {
    // What follows on a fact that cannot be read has no state to stand on; the first one is named.
    if (unread.has(row.stream_id)) return { messages: 0 };
    try {
      const aggregate = aggregates.find(({ name }) => name === row.aggregate);
      if (!aggregate) throw new Error(`no aggregate ${row.aggregate}`);
      unread.add(row.stream_id);
      const fact = asRecorded(aggregate, row);
      const state = step(aggregate, states.has(row.stream_id) ? states.get(row.stream_id) : aggregate.initial, fact.event);
      states.set(row.stream_id, state);
      unread.delete(row.stream_id);
      return { messages: rowsOfFact(service, fact, { messages: messagesOf(aggregate, fact, state), key: row.key }).length };
    } catch (error) {
      return { messages: 0, why: whyOf(error) };
    }
  };
};

/** Reads a page of facts as this release does, and checks every message that they say against its contract. Changes nothing. */
export const verifySaid = async (tx: Transaction, parts: StoreParts, { after, limit }: { readonly after: number; readonly limit: number }): Promise<SaidVerified> => {
  const chosen = await tx.query<Pick<StoredRow, 'position' | 'stream_id'>>(page, [after, limit]);
  const last = chosen.at(-1)?.position;
  const rows = await tx.query<StoredRow>(whole, [[...new Set(chosen.map(({ stream_id }) => stream_id))], last ?? 0]);
  const read = reading(parts);
  const found = { messages: 0, misfits: new Array<Misfit>() };
  for (const row of rows) {
    const { messages, why } = read(row);
    if (Number(row.position) <= after) continue;
    found.messages += messages;
    if (why !== undefined) found.misfits.push({ streamId: row.stream_id, position: Number(row.position), type: row.type, why });
  }
  return { facts: chosen.length, ...found, ...(last === undefined || chosen.length < limit ? {} : { after: Number(last) }) };
};
