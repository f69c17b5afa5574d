import type { Transaction, Transactions } from './transaction.js';

/** The part of TypeORM's EntityManager that is needed: raw SQL in its transaction. */
export interface SqlManager {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

/** The part of TypeORM's DataSource that is needed to open transactions. */
export interface TransactionSource<Manager extends SqlManager> {
  transaction<T>(isolation: 'REPEATABLE READ', work: (manager: Manager) => Promise<T>): Promise<T>;
}

/** TypeORM answers UPDATE and DELETE with `[rows, count]`, everything else with the rows. */
const rowsOf = (answer: unknown): unknown[] => {
  if (!Array.isArray(answer)) return [];
  const [rows, count] = answer;
  return answer.length === 2 && Array.isArray(rows) && typeof count === 'number' ? rows : answer;
};

/** A TypeORM manager's transaction as the store sees it. */
export const managerTransaction = (manager: SqlManager): Transaction => ({
  query: async <Row>(sql: string, params?: readonly unknown[]) =>
    rowsOf(await manager.query(sql, params === undefined ? undefined : [...params])) as Row[],
});

/** REPEATABLE READ transactions of a TypeORM DataSource: repositories and the store share one. */
export const managerTransactions = <Manager extends SqlManager>(source: TransactionSource<Manager>): Transactions => ({
  run: (work) => source.transaction('REPEATABLE READ', (manager) => work(managerTransaction(manager))),
});
