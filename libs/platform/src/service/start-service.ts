import type { DynamicModule, Type } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hearEvents } from '@osteon/messaging';
import { OpenStreams } from '../changes/index.js';
import { checkAccess } from '../http/access.js';
import { httpAdapter } from '../http/adapter.js';
import { Documentation } from '../http/documentation.controller.js';
import { nestLog } from '../log/index.js';
import { definitionOf } from './definition.js';
import type { Boot, Foundation } from './foundation.js';
import { BOOT, FOUNDATION } from './tokens.js';

/** A service that answers, hears and sends. */
export interface RunningService {
  readonly app: NestFastifyApplication;
  /** True while it is a member of its consumer groups. */
  isHearing(): boolean;
  /** Ends the edges, lets what is under way come to its end, and closes what they stood on. */
  stop(): Promise<void>;
}

class ServiceRoot {}

const rootOf = (appModule: Type, boot: Boot): DynamicModule => ({
  module: ServiceRoot,
  global: true,
  imports: [appModule],
  providers: [{ provide: BOOT, useValue: boot }],
  exports: [BOOT],
});

const begin = async (app: NestFastifyApplication, service: string, { config }: Boot): Promise<void> => {
  checkAccess(app.get(ModulesContainer));
  const { transport } = app.get<Foundation>(FOUNDATION, { strict: false });
  hearEvents(app, transport);
  app.get(Documentation, { strict: false }).describe(app, service);
  await app.init();
  await app.startAllMicroservices();
  await app.listen(config.httpPort, config.httpHost);
};

/** Starts a whole service from its AppModule. Rejects, with everything closed again, where a part does not come up. */
export const startService = async (appModule: Type, boot: Boot): Promise<RunningService> => {
  const { name } = definitionOf(appModule);
  const app = await NestFactory.create<NestFastifyApplication>(rootOf(appModule, boot), httpAdapter(), {
    logger: nestLog(boot.log),
    abortOnError: false,
  });
  const foundation = app.get<Foundation>(FOUNDATION, { strict: false });
  const stop = async (): Promise<void> => {
    foundation.health.drain();
    app.get(OpenStreams, { strict: false }).close();
    await Promise.all([app.close(), foundation.loops.stop()]);
    await foundation.close();
  };
  try {
    await begin(app, name, boot);
  } catch (failed) {
    await stop().catch((alsoFailed: unknown) => boot.log.problem('not-stopped-cleanly', alsoFailed));
    throw failed;
  }
  boot.log.event('service-started', { port: boot.config.httpPort });
  return { app, stop, isHearing: () => foundation.transport.isJoined() };
};
