import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { reading, scheduling } from '@osteon/contracts';
import { openEventStore, type EventStore } from '@osteon/event-store';
import { serviceDatabase, type ServiceTestDatabase, type TestDatabase } from '@osteon/testing';
import { contractsIn } from '../contract-book.js';
import { EventTransport } from '../event-transport.js';
import { hearEvents } from '../hear-events.js';
import { messagingMigrations } from '../index.js';
import type { KafkaPort } from '../kafka-port.js';
import { patientsReplica, sitesReplica } from '../replica.js';
import { drafts, WhenScanReviewed, type Draft } from './drafts.js';
import { silent } from './silent.js';

@Module({ controllers: [WhenScanReviewed] })
class DraftingModule {}

/** A small reporting service, whole: its schema, its store, a Nest application and the transport. */
export interface DraftingService {
  readonly database: ServiceTestDatabase;
  readonly store: EventStore;
  readonly transport: EventTransport;
  draftOf(examId: string): Promise<Draft>;
  /** How many rows a table has. */
  rows(table: string): Promise<number>;
  stop(): Promise<void>;
}

export const openDraftingDatabase = (database?: TestDatabase): Promise<ServiceTestDatabase> =>
  serviceDatabase('reporting', { folders: [messagingMigrations], database });

export const startDraftingService = async (database: ServiceTestDatabase, kafka: KafkaPort): Promise<DraftingService> => {
  const store = openEventStore({
    service: 'reporting',
    transactions: database.transactions,
    aggregates: [drafts],
    projections: [],
  });
  const transport = new EventTransport({
    service: 'reporting',
    store,
    kafka,
    contracts: contractsIn(reading, scheduling),
    replicas: [patientsReplica, sitesReplica],
    log: silent,
  });
  const app = await NestFactory.create<NestFastifyApplication>(DraftingModule, new FastifyAdapter(), { logger: false });
  hearEvents(app, transport);
  await app.startAllMicroservices();
  return {
    database,
    store,
    transport,
    draftOf: async (examId) => (await store.load(drafts, examId)).state,
    rows: async (table) => Number((await database.pool.query(`select count(*) from ${table}`)).rows[0].count),
    stop: () => app.close(),
  };
};
