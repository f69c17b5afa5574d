import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keepRunning, serviceEnvironment, serviceNames, waitUntilReady, type Platform, type ServiceName } from '@osteon/local/platform';

const isService = (name: string): name is ServiceName => serviceNames.some((each) => each === name);

/** Ports of the copy, beside those of the services. */
const portsOfCopy = 20;

/**
 * Starts a second copy of a service on the same database and broker, lets both work for a while, and kills the first: the copy has
 * to do with what it left. Then the copy is ended, as the platform has started the first one again.
 */
export const secondCopy = async ({ places, backing, services }: Platform, target: string, forMs: number): Promise<void> => {
  if (!isService(target)) throw new Error(`${target} is no service`);
  const port = places.ports.services[target] + portsOfCopy;
  const copy = keepRunning({
    name: `${target}-copy`,
    script: join(places.root, 'services', target, 'dist/main.js'),
    env: { ...serviceEnvironment(target, places, backing), OSTEON_HTTP_PORT: String(port), OSTEON_DICOM_PORT: String(port + 10), OSTEON_MLLP_PORT: String(port + 10) },
    log: join(places.kept, 'logs', `${target}-copy.log`),
    say: () => undefined,
  });
  try {
    await waitUntilReady(`http://127.0.0.1:${port}/health/ready`, `the copy of ${target}`);
    const pid = services[target].pid();
    await pause(forMs);
    if (pid) process.kill(pid, 'SIGKILL');
    await pause(forMs);
  } finally {
    await copy.stop(0);
  }
};
