import { delivery, modalityGateway, reading, reporting, scheduling } from '@osteon/contracts';
import { managerTransactions, managerTransaction, missingMigrations, openEventStore, type EventStore } from '@osteon/event-store';
import { contractsIn, EventTransport, openKafka, pruneInbox, pruneOutbox, startRelay, type KafkaPort } from '@osteon/messaging';
import { folderObjectStore, type ObjectStore } from '@osteon/object-store';
import type { DataSource } from 'typeorm';
import { Changes } from '../changes/index.js';
import type { Clock } from '../clock/index.js';
import { Health } from '../health/index.js';
import { SignIn } from '../http/index.js';
import { eventLog, type Log } from '../log/index.js';
import { Loops } from '../loops/index.js';
import { OperationLog, operations, operationsDone } from '../operations/index.js';
import { openDatabase } from '../storage/index.js';
import { migrationsOf, type ServiceDefinition } from './definition.js';
import type { PlatformConfig } from './service-config.js';

/** What a service is started with; a test brings its own clock, log and way to end. */
export interface Boot {
  readonly config: PlatformConfig;
  readonly clock: Clock;
  readonly log: Log;
  /** Told when the service cannot go on by itself: its process should end. */
  readonly died: (cause: unknown) => void;
}

/** All that a service stands on, opened in order and closed in the opposite one. */
export interface Foundation {
  /** Its name. */
  readonly service: string;
  readonly database: DataSource;
  readonly store: EventStore;
  readonly objects: ObjectStore;
  readonly transport: EventTransport;
  readonly kafka: Pick<KafkaPort, 'read'>;
  readonly loops: Loops;
  readonly changes: Changes;
  readonly operationLog: OperationLog;
  readonly health: Health;
  readonly signIn: SignIn;
  /** After the last edge has closed: what it stored is on disk, what waits in the outbox goes out at the next start. */
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** The inbox spares repeated work; what is older, the aggregates know by the versions that they remember. */
const MESSAGES_KEPT_MS = 30 * 24 * HOUR_MS;

/** True for good once the schema has been seen complete: migrations only go forward. */
const schemaCheck = (databaseUrl: string, folders: readonly string[]) => {
  let complete = false;
  return async (): Promise<void> => {
    if (complete) return;
    const missing = await missingMigrations(databaseUrl, folders);
    if (missing.length > 0) throw new Error(`the schema lacks ${missing.join(', ')}: run with --migrate first`);
    complete = true;
  };
};

/** Refuses to start on a schema older than this release needs. */
export const openFoundation = async (service: ServiceDefinition, { config, clock, log, died }: Boot): Promise<Foundation> => {
  const { databaseUrl, kafkaBrokers: brokers, kafkaPrefix: prefix } = config;
  const schema = schemaCheck(databaseUrl, migrationsOf(service));
  await schema();
  const objects = await folderObjectStore(config.objectStore);
  const database = await openDatabase({
    service: service.name,
    databaseUrl,
    entities: service.entities ?? [],
    poolSize: config.databasePool,
    log,
  });
  const transactions = managerTransactions(database);
  const sql = managerTransaction(database.manager);
  const kafka = openKafka({ brokers, prefix, clientId: service.name, sessionTimeoutMs: config.kafkaSessionTimeoutMs });
  const relay = startRelay({ transactions, kafka, log: eventLog(log), leaseMs: config.leaseMs / 2 });
  const store = openEventStore({
    service: service.name,
    transactions,
    aggregates: [...service.aggregates, operations],
    projections: [...(service.projections ?? []), operationsDone],
    states: service.states ?? [],
    clock,
    committed: () => relay.wake(),
  });
  const signIn = new SignIn(config.issuer, config.audience, config.issuerKeys);
  const transport = new EventTransport({
    service: service.name,
    kafka,
    store,
    contracts: contractsIn(scheduling, modalityGateway, reading, reporting, delivery),
    replicas: service.replicas ?? [],
    clock,
    log: eventLog(log),
    died,
  });
  const loops = new Loops({ sql, log, leaseMs: config.leaseMs });
  loops.start('prune', { everyMs: HOUR_MS }, async () => {
    const before = new Date(clock.now().getTime() - MESSAGES_KEPT_MS);
    await pruneInbox(sql, before);
    await pruneOutbox(sql, before);
  });
  return {
    service: service.name,
    database,
    store,
    objects,
    transport,
    kafka,
    signIn,
    loops,
    changes: new Changes({ sql, log }),
    operationLog: new OperationLog(store, sql, clock),
    health: new Health({
      database: () => sql.query('select 1'),
      schema,
      kafka: () => kafka.lag(service.name, []),
      signInKeys: () => signIn.ready(),
    }),
    close: async () => {
      await loops.stop();
      await relay.stop();
      await kafka.close();
      await database.destroy();
    },
  };
};
