import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka, startPostgres } from '@osteon/local';
import { endWithThisProcess } from './end-with-this-process.js';
import { twoFreePorts } from './free-ports.js';
import type { Infrastructure } from './infrastructure.js';
import { once } from './once.js';

/** Parts that start from npm packages and jars, with their files in a folder of their own that goes with the run. */
export const fromPackages = async (): Promise<Infrastructure> => {
  const folder = await mkdtemp(join(tmpdir(), 'osteon-test-'));
  // The user postgres passes through it.
  await chmod(folder, 0o755);
  const postgres = once(async () => {
    const started = await startPostgres({ dataFolder: join(folder, 'postgres'), port: 0, durable: false });
    return { ...started, release: endWithThisProcess(started.pid, 'QUIT', folder) };
  });
  const kafka = once(async () => {
    const [port, controllerPort] = await twoFreePorts();
    const started = await startKafka({ dataFolder: join(folder, 'kafka'), port, controllerPort });
    return { ...started, release: endWithThisProcess(started.pid, 'TERM', folder) };
  });
  return {
    postgres: async () => ({ url: (await postgres.ask()).url }),
    kafka: async () => ({ brokers: (await kafka.ask()).brokers }),
    stop: async () => {
      for (const part of [postgres.asked(), kafka.asked()]) {
        const started = await part?.catch(() => undefined);
        await started?.stop();
        started?.release();
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
};
