import { DataSource } from 'typeorm';
import type { Log } from '../log/index.js';

/** A class with TypeORM's @Entity. */
export type EntityClass = new () => object;

export interface DatabaseOptions {
  readonly service: string;
  /** A role of this service alone; its search_path is the service's schema. */
  readonly databaseUrl: string;
  readonly entities: readonly EntityClass[];
  readonly poolSize: number;
  readonly log: Log;
}

/** The one pool of a service: transactions of the store, repositories and plain SQL all go through it. */
export const openDatabase = ({ service, databaseUrl, entities, poolSize, log }: DatabaseOptions): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url: databaseUrl,
    applicationName: service,
    entities: [...entities],
    poolSize,
    connectTimeoutMS: 5_000,
    // An idle connection that breaks is replaced when the next one is needed.
    poolErrorHandler: (failed: unknown) => log.problem('idle-connection-lost', failed),
    extra: { idle_in_transaction_session_timeout: 60_000, statement_timeout: 60_000 },
  }).initialize();
