import type { Type } from '@nestjs/common';
import { migrate } from '@osteon/event-store';
import { Clock } from '../clock/index.js';
import { ConfigError } from '../config/index.js';
import { Log } from '../log/index.js';
import { definitionOf, migrationsOf, type ServiceDefinition } from './definition.js';
import { configOf, type PlatformConfig } from './service-config.js';
import { describeService } from './describe-service.js';
import { startService, type RunningService } from './start-service.js';

/** What is not at its end by then is cut off; what it had not answered comes again. */
const DRAIN_MS = 25_000;

const readOrExit = (service: ServiceDefinition): PlatformConfig => {
  try {
    return configOf(service, process.env);
  } catch (failed) {
    if (!(failed instanceof ConfigError)) throw failed;
    process.stderr.write(`${service.name}: ${failed.message}\n`);
    process.exit(2);
  }
};

const stopOnSignal = (running: RunningService, log: Log): void => {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    log.event('service-stopping', { signal });
    setTimeout(() => {
      log.warning('service-cut-off', { afterMs: DRAIN_MS });
      process.exit(1);
    }, DRAIN_MS).unref();
    running.stop().then(
      () => {
        log.event('service-stopped');
        process.exit(0);
      },
      (failed: unknown) => {
        log.problem('not-stopped-cleanly', failed);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

/**
 * The whole of a service's main.ts. `--openapi` prints the description of its API and ends, without any configuration;
 * `--migrate` applies what the schema lacks and ends; else the service runs until SIGTERM or
 * SIGINT. Ends with 2 where the configuration is not complete and with 1 where it cannot start or go on: whoever started it
 * starts it again.
 */
export const runService = async (appModule: Type): Promise<void> => {
  if (process.argv.includes('--openapi')) {
    process.stdout.write(`${JSON.stringify(await describeService(appModule), null, 2)}\n`);
    return;
  }
  const service = definitionOf(appModule);
  const config = readOrExit(service);
  const log = new Log({ service: service.name, errorMessages: config.logErrorMessages });
  const died = (cause: unknown): void => {
    log.problem('service-died', cause);
    process.exit(1);
  };
  process.on('unhandledRejection', died);
  process.on('uncaughtException', died);
  try {
    if (process.argv.includes('--migrate')) {
      const applied = await migrate(config.databaseUrl, migrationsOf(service));
      log.event('schema-migrated', { applied: applied.length });
      return;
    }
    stopOnSignal(await startService(appModule, { config, clock: new Clock(), log, died }), log);
  } catch (failed) {
    process.stderr.write(`${service.name} did not start: ${failed instanceof Error ? failed.message : 'unknown'}\n`);
    died(failed);
  }
};
