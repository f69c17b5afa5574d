import { eventStoreMigrations, type AnyAggregate, type Projection, type StateSource } from '@osteon/event-store';
import { join } from 'node:path';
import { messagingMigrations, type ReplicaFeed } from '@osteon/messaging';
import type { DynamicModule, Type } from '@nestjs/common';
import type { z } from 'zod';
import type { EntityClass } from '../storage/index.js';

/** What one service is made of; the platform brings the rest. */
export interface ServiceDefinition {
  /** Also the name of its database role, schema, topic and folder in the object store. */
  readonly name: string;
  readonly aggregates: readonly AnyAggregate[];
  readonly projections?: readonly Projection[];
  readonly entities?: readonly EntityClass[];
  /** Compacted topics of which it keeps a copy: `[patientsReplica, sitesReplica]`. */
  readonly replicas?: readonly ReplicaFeed[];
  /** Compacted topics of which it keeps the states, and how they are said again. */
  readonly states?: readonly StateSource[];
  /** Folder of its own SQL migrations, absolute. */
  readonly migrations: string;
  /** Its own part of the configuration, see readConfig. */
  readonly config?: z.ZodRawShape;
}

const platformMigrations = join(import.meta.dirname, '../../migrations');

const definitions = new WeakMap<DynamicModule, ServiceDefinition>();

/** Remembers what a module was made for. */
export const keepDefinition = (module: DynamicModule, service: ServiceDefinition): DynamicModule => {
  definitions.set(module, service);
  return module;
};

/** The definition of the service that an AppModule imports by `OsteonModule.forService`; throws where there is none. */
export const definitionOf = (appModule: Type): ServiceDefinition => {
  const imports: readonly DynamicModule[] = Reflect.getMetadata('imports', appModule) ?? [];
  const [service] = imports.flatMap((imported) => definitions.get(imported) ?? []);
  if (!service) throw new Error(`${appModule.name} does not import OsteonModule.forService(...)`);
  return service;
};

/** Folders of all its migrations, in the order in which they are applied. */
export const migrationsOf = (service: ServiceDefinition): readonly string[] => [
  eventStoreMigrations,
  messagingMigrations,
  platformMigrations,
  service.migrations,
];
