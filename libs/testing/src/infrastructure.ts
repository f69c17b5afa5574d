import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka, startPostgres } from '@osteon/local';
import { endWithThisProcess } from './end-with-this-process.js';

/** The real parts of a test run. Each starts when it is first asked for. */
export interface Infrastructure {
  readonly postgres: () => Promise<{ readonly url: string }>;
  readonly kafka: () => Promise<{ readonly brokers: readonly string[] }>;
  stop(): Promise<void>;
}

const openPort = (port: number): Promise<{ port: number; close: () => Promise<void> }> =>
  new Promise((opened, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen({ port, host: '127.0.0.1' }, () => {
      const close = (): Promise<void> => new Promise((closed) => server.close(() => closed()));
      opened({ port: (server.address() as AddressInfo).port, close });
    });
  });

/** Two free ports: the broker's and the controller's. */
const twoPorts = async (): Promise<{ port: number; controllerPort: number }> => {
  const open = [await openPort(0), await openPort(0)];
  await Promise.all(open.map(({ close }) => close()));
  return { port: open[0]?.port ?? 0, controllerPort: open[1]?.port ?? 0 };
};

const once = <T>(start: () => Promise<T>): { ask: () => Promise<T>; asked: () => Promise<T> | undefined } => {
  let started: Promise<T> | undefined;
  return { ask: () => (started ??= start()), asked: () => started };
};

/** Parts that start from npm packages and jars, with their files in a folder of their own that goes with the run. */
const fromPackages = async (): Promise<Infrastructure> => {
  const folder = await mkdtemp(join(tmpdir(), 'osteon-test-'));
  // The user postgres passes through it.
  await chmod(folder, 0o755);
  const postgres = once(async () => {
    const started = await startPostgres({ dataFolder: join(folder, 'postgres'), port: 0, durable: false });
    return { ...started, release: endWithThisProcess(started.pid, 'QUIT', folder) };
  });
  const kafka = once(async () => {
    const started = await startKafka({ dataFolder: join(folder, 'kafka'), ...(await twoPorts()) });
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

/** The parts as OSTEON_TEST_INFRA asks for them: `local` (from packages) where it says nothing. */
export const openInfrastructure = (asked = process.env.OSTEON_TEST_INFRA ?? 'local'): Promise<Infrastructure> => {
  if (asked !== 'local') throw new Error(`OSTEON_TEST_INFRA=${asked} is not known here: only local is`);
  return fromPackages();
};
