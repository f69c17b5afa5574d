/** SQL within one Postgres transaction. Rows come back as plain objects, also for UPDATE ... RETURNING. */
export interface Transaction {
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** Runs work in one REPEATABLE READ transaction; rolls back when it throws. */
export interface Transactions {
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
