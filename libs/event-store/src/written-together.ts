import type { Transaction } from './transaction.js';

/** A transaction that keeps what is written to it back, and sends many writes at once. */
export interface WritingTogether extends Transaction {
  /** Resolves when everything that was kept back has been written. */
  flush(): Promise<void>;
  /** Writes the rest, and takes away what it has made for itself. */
  end(): Promise<void>;
}

interface Write {
  readonly statement: number;
  readonly values: readonly (string | null)[];
}

/** A statement that came before, and the types that Postgres gives to its parameters. */
interface Known {
  readonly statement: number;
  readonly types: readonly string[];
}

const atOnce = 2000;
/** A text that differs each time is no statement to be kept. */
const longestBook = 200;

/** No rows come back from it, so nobody can tell that it runs a little later, as long as it runs before whatever follows. */
const answersNothing = (sql: string): boolean => /^\s*(insert|update|delete)\b/i.test(sql) && !/\breturning\b/i.test(sql);

const inArray = (value: unknown): string => {
  if (Array.isArray(value)) return arrayOf(value);
  const text = textOf(value);
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
};

const arrayOf = (values: readonly unknown[]): string => `{${values.map(inArray).join(',')}}`;

/** A value as Postgres reads it, the same that `pg` makes of it. */
const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return arrayOf(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const column = (place: number): string => `p${place}`;

/** Runs the writes in the order in which they came, each as a function of its own, which Postgres plans once. */
const dispatcher = (book: ReadonlyMap<string, Known>): string => {
  const known = [...book.values()];
  const width = Math.max(1, ...known.map(({ types }) => types.length));
  const columns = Array.from({ length: width }, (_, place) => `${column(place)} text`).join(', ');
  const cases = known.map(({ statement, types }) => {
    const values = types.map((type, place) => `one.${column(place)}::${type}`).join(', ');
    return `when ${statement} then perform pg_temp.write_${statement}(${values});`;
  });
  return `create or replace function pg_temp.write_all(writes jsonb) returns void language plpgsql as $write_all$
    declare one record;
    begin
      for one in select * from rows from (jsonb_to_recordset(writes) as (statement integer, ${columns})) with ordinality as w order by ordinality loop
        case one.statement ${cases.join('\n')} end case;
      end loop;
    end $write_all$`;
};

/**
 * The same transaction for somebody who writes row after row and asks little: writes are sent some thousand at once and run in their
 * order on the server; whatever answers with rows is run after all that was written before it. A write that fails is told of by
 * what comes after it.
 */
export const writtenTogether = (tx: Transaction): WritingTogether => {
  const book = new Map<string, Known>();
  let kept: Write[] = [];
  let dispatched = 0;

  const learn = async (sql: string): Promise<Known> => {
    const statement = book.size;
    await tx.query(`prepare osteon_write as ${sql}`);
    const [prepared] = await tx.query<{ types: string[] }>(`select parameter_types::text[] as types from pg_prepared_statements where name = 'osteon_write'`);
    await tx.query('deallocate osteon_write');
    const types = prepared?.types ?? [];
    await tx.query(`create function pg_temp.write_${statement}(${types.join(', ')}) returns void language plpgsql as $write$ begin ${sql}\n; end $write$`);
    const known = { statement, types };
    book.set(sql, known);
    return known;
  };

  const flush = async (): Promise<void> => {
    if (kept.length === 0) return;
    if (dispatched < book.size) await tx.query(dispatcher(book));
    dispatched = book.size;
    const writes = kept.map(({ statement, values }) => Object.fromEntries([['statement', statement], ...values.map((value, place) => [column(place), value])]));
    kept = [];
    await tx.query('select pg_temp.write_all($1::jsonb)', [JSON.stringify(writes)]);
  };

  const run = async <Row>(sql: string, params: readonly unknown[]): Promise<Row[]> => {
    const known = book.get(sql) ?? (answersNothing(sql) && book.size < longestBook ? await learn(sql) : undefined);
    if (known === undefined) {
      await flush();
      return tx.query<Row>(sql, params);
    }
    kept.push({ statement: known.statement, values: params.map(textOf) });
    if (kept.length >= atOnce) await flush();
    return [];
  };

  // Whoever writes twice without waiting in between is served in turn, as on a connection.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    query: <Row>(sql: string, params: readonly unknown[] = []) => inTurn(() => run<Row>(sql, params)),
    flush: () => inTurn(flush),
    end: async () => {
      await inTurn(flush);
      const made = [...[...book.values()].map(({ statement, types }) => `pg_temp.write_${statement}(${types.join(', ')})`), 'pg_temp.write_all(jsonb)'];
      if (dispatched > 0) await tx.query(`drop function if exists ${made.join(', ')}`);
    },
  };
};
