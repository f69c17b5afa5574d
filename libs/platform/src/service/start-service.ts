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
import { openFoundation, type Boot, type Foundation } from './foundation.js';
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

/** What a service was started with, and what it stands on. */
interface Standing {
  readonly boot: Boot;
  readonly foundation: Foundation;
}

const rootOf = (appModule: Type, boot: Boot, foundation: Foundation): DynamicModule => ({
  module: ServiceRoot,
  global: true,
  imports: [appModule],
  providers: [
    { provide: BOOT, useValue: boot },
    { provide: FOUNDATION, useValue: foundation },
  ],
  exports: [BOOT, FOUNDATION],
});

const begin = async (app: NestFastifyApplication, service: string, { boot, foundation }: Standing): Promise<void> => {
  checkAccess(app.get(ModulesContainer));
  hearEvents(app, foundation.transport);
  app.get(Documentation, { strict: false }).describe(app, service);
  await app.init();
  await app.startAllMicroservices();
  await app.listen(boot.config.httpPort, boot.config.httpHost);
};

const end = async (app: NestFastifyApplication, { foundation }: Standing): Promise<void> => {
  foundation.health.drain();
  app.get(OpenStreams, { strict: false }).close();
  await Promise.all([app.close(), foundation.loops.stop()]);
};

const run = async (appModule: Type, service: string, standing: Standing): Promise<NestFastifyApplication> => {
  const { boot, foundation } = standing;
  const app = await NestFactory.create<NestFastifyApplication>(rootOf(appModule, boot, foundation), httpAdapter(), {
    logger: nestLog(boot.log),
    abortOnError: false,
  });
  try {
    await begin(app, service, standing);
  } catch (failed) {
    await end(app, standing).catch((alsoFailed: unknown) => boot.log.problem('not-stopped-cleanly', alsoFailed));
    throw failed;
  }
  return app;
};

/** Starts a whole service from its AppModule. Rejects, with everything closed again, where a part does not come up. */
export const startService = async (appModule: Type, boot: Boot): Promise<RunningService> => {
  const service = definitionOf(appModule);
  const standing = { boot, foundation: await openFoundation(service, boot) };
  const { foundation } = standing;
  const app = await run(appModule, service.name, standing).catch(async (failed: unknown) => {
    await foundation.close();
    throw failed;
  });
  boot.log.event('service-started', { port: boot.config.httpPort });
  return {
    app,
    isHearing: () => foundation.transport.isJoined(),
    stop: async () => {
      await end(app, standing);
      await foundation.close();
    },
  };
};
