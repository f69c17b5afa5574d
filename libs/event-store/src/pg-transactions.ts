import type { Transaction, Transactions } from './transaction.js';

/** The part of a `pg` client that a transaction uses. */
interface PgClient {
  query(sql: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
  release(broken?: boolean): void;
}

/** The part of a `pg` pool that is needed to open transactions. */
export interface PgPool {
  connect(): Promise<PgClient>;
}

const onClient = (client: PgClient): Transaction => ({
  query: async <Row>(sql: string, params?: readonly unknown[]) =>
    (await client.query(sql, params === undefined ? undefined : [...params])).rows as Row[],
});

const rollBack = async (client: PgClient): Promise<boolean> => {
  try {
    await client.query('rollback');
    return false;
  } catch {
    // The connection is gone, and with it the transaction.
    return true;
  }
};

/** REPEATABLE READ transactions on a `pg` pool. A connection that cannot even roll back is thrown away. */
export const pgTransactions = (pool: PgPool): Transactions => ({
  run: async (work) => {
    const client = await pool.connect();
    let broken = false;
    try {
      await client.query('begin isolation level repeatable read');
      const result = await work(onClient(client));
      await client.query('commit');
      return result;
    } catch (error) {
      broken = await rollBack(client);
      throw error;
    } finally {
      client.release(broken);
    }
  },
});
