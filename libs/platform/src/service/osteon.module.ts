import { Module, type DynamicModule, type FactoryProvider, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { EventStore } from '@osteon/event-store';
import { ObjectStore } from '@osteon/object-store';
import { DataSource } from 'typeorm';
import { Changes, ChangesController, OpenStreams } from '../changes/index.js';
import { Clock } from '../clock/index.js';
import { Health, HealthController } from '../health/index.js';
import { SignIn } from '../http/index.js';
import { Documentation, DocumentationController } from '../http/documentation.controller.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { SchemaPipe } from '../http/schema.pipe.js';
import { SignInGuard } from '../http/sign-in.guard.js';
import { VersionInterceptor } from '../http/version.interceptor.js';
import { Log } from '../log/index.js';
import { Loops } from '../loops/index.js';
import { AuditController, OperationLog } from '../operations/index.js';
import { ConsumersController } from './consumers.controller.js';
import { keepDefinition, type ServiceDefinition } from './definition.js';
import type { Boot, Foundation } from './foundation.js';
import { ObjectsController } from './objects.controller.js';
import { OperationsController } from './operations.controller.js';
import { ParkingController } from './parking.controller.js';
import { ProjectionsController } from './projections.controller.js';
import { PublishedController } from './published.controller.js';
import { ReplaysController } from './replays.controller.js';
import { ServiceConfig } from './service-config.js';
import { BOOT, FOUNDATION } from './tokens.js';

const fromBoot = (provide: Type | symbol, of: (boot: Boot) => unknown): FactoryProvider => ({
  provide,
  inject: [BOOT],
  useFactory: of,
});

const fromFoundation = (provide: Type, of: (foundation: Foundation) => unknown): FactoryProvider => ({
  provide,
  inject: [FOUNDATION],
  useFactory: of,
});

const given: readonly FactoryProvider[] = [
  fromBoot(ServiceConfig, ({ config }) => config),
  fromBoot(Clock, ({ clock }) => clock),
  fromBoot(Log, ({ log }) => log),
  fromFoundation(DataSource, ({ database }) => database),
  fromFoundation(EventStore, ({ store }) => store),
  fromFoundation(ObjectStore, ({ objects }) => objects),
  fromFoundation(Loops, ({ loops }) => loops),
  fromFoundation(Changes, ({ changes }) => changes),
  fromFoundation(Health, ({ health }) => health),
  fromFoundation(OperationLog, ({ operationLog }) => operationLog),
  fromFoundation(SignIn, ({ signIn }) => signIn),
];

const operating: readonly Type[] = [
  OperationsController,
  ConsumersController,
  ParkingController,
  ProjectionsController,
  ReplaysController,
  ObjectsController,
  PublishedController,
  AuditController,
];

const edge: readonly Provider[] = [
  Documentation,
  OpenStreams,
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_GUARD, useClass: SignInGuard },
  { provide: APP_INTERCEPTOR, useClass: VersionInterceptor },
  { provide: APP_PIPE, useClass: SchemaPipe },
];

/** What every service gets from the platform, for all its modules: `imports: [OsteonModule.forService({...})]`. */
@Module({})
export class OsteonModule {
  /** Provides DataSource, EventStore, ObjectStore, Clock, Log, Loops, Changes and ServiceConfig, and the endpoints that all services have. */
  static forService(service: ServiceDefinition): DynamicModule {
    const module: DynamicModule = {
      module: OsteonModule,
      global: true,
      controllers: [HealthController, ChangesController, ...operating, DocumentationController],
      providers: [...given, ...edge],
      exports: [...given],
    };
    return keepDefinition(module, service);
  }
}
