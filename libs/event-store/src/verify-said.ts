import type { StoreParts } from './store-parts.js';
import type { StoredRow } from './stored-event.js';
import type { Transaction } from './transaction.js';
import { reading, said, streamsUpTo, type ReadFact, type Standing } from './what-facts-say.js';

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

const placesIn = (error: unknown): readonly { readonly path: readonly unknown[]; readonly code: string }[] => {
  const { issues } = Object(error) as { issues?: unknown };
  return Array.isArray(issues) ? issues : [];
};

const whyOf = (error: unknown): string => {
  const places = placesIn(error).map(({ path, code }) => `${path.join('.')}: ${code}`);
  if (places.length > 0) return places.join('; ');
  return error instanceof Error ? error.name : 'unknown';
};

/** How much each fact says, or why it cannot be read or its message does not fit. */
const judging = ({ service, aggregates }: StoreParts) => {
  const read = reading(aggregates);
  const unread = new Set<string>();
  const readOrRemember = (row: StoredRow): ReadFact => {
    try {
      return read(row);
    } catch (error) {
      if (aggregates.some(({ name }) => name === row.aggregate)) unread.add(row.stream_id);
      throw error;
    }
  };
  return (row: StoredRow): { readonly messages: number; readonly why?: string } => {
    // What follows on a fact that cannot be read has no state to stand on; the first one is named.
    if (unread.has(row.stream_id)) return { messages: 0 };
    try {
      return { messages: said(service, readOrRemember(row)).length };
    } catch (error) {
      return { messages: 0, why: whyOf(error) };
    }
  };
};

/** Reads a page of facts as this release does, and checks every message that they say against its contract. Changes nothing. */
export const verifySaid = async (tx: Transaction, parts: StoreParts, { after, limit }: { readonly after: number; readonly limit: number }): Promise<SaidVerified> => {
  const chosen = await tx.query<Standing>(page, [after, limit]);
  const last = chosen.at(-1)?.position;
  const judge = judging(parts);
  const found = { messages: 0, misfits: new Array<Misfit>() };
  for (const row of await streamsUpTo(tx, chosen)) {
    const { messages, why } = judge(row);
    if (Number(row.position) <= after) continue;
    found.messages += messages;
    if (why !== undefined) found.misfits.push({ streamId: row.stream_id, position: Number(row.position), type: row.type, why });
  }
  return { facts: chosen.length, ...found, ...(last === undefined || chosen.length < limit ? {} : { after: Number(last) }) };
};
