import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startIngress } from '../ingress/ingress.js';
import { createTopics } from '../kafka/create-topics.js';
import { startKafka } from '../kafka/start-kafka.js';
import { createServiceDatabase } from '../postgres/service-database.js';
import { startPostgres } from '../postgres/start-postgres.js';
import { localCredentials, type Credentials } from '../sign-in/credentials.js';
import { signIn } from '../sign-in/sign-in.js';
import { keepRunning, runOnce, type ChildOptions, type Kept } from './child.js';
import { keepUp } from './keep-up.js';
import { leaveNothingBehind, rememberPids } from './leftovers.js';
import { serviceNames, type Places, type ServiceName } from './places.js';
import { requireFreePorts } from './ports.js';
import { waitUntilReady } from './ready.js';
import { serviceEnvironment, type Backing } from './service-environment.js';

export interface Platform {
  readonly places: Places;
  readonly credentials: Credentials;
  readonly services: Readonly<Record<ServiceName, Kept>>;
  readonly backing: Backing;
  /** Ends everything that was started, in the opposite order, and nothing else. */
  readonly stop: () => Promise<void>;
}

type Say = (line: string) => void;

const wantedPorts = ({ ports }: Places) => [
  { port: ports.web, purpose: 'web and APIs', variable: 'OSTEON_WEB_PORT' },
  { port: ports.dicom, purpose: 'DICOM', variable: 'OSTEON_DICOM_PORT' },
  { port: ports.mllp, purpose: 'HL7', variable: 'OSTEON_MLLP_PORT' },
  ...Object.entries(ports.services).map(([name, port]) => ({ port, purpose: name, variable: 'OSTEON_SERVICES_PORT' })),
];

const requireBuilt = (places: Places): void => {
  for (const name of serviceNames) {
    if (!existsSync(join(places.root, 'services', name, 'dist/main.js'))) throw new Error('Nothing is built yet: run `npm run build` first.');
  }
};

/** Who tells what happens, and what stands in each service's environment beside its own. */
interface Running {
  readonly say: Say;
  readonly added: NodeJS.ProcessEnv;
}

const childOf = (name: ServiceName, places: Places, backing: Backing, { say, added }: Running): ChildOptions => ({
  name,
  script: join(places.root, 'services', name, 'dist/main.js'),
  env: { ...serviceEnvironment(name, places, backing), ...added },
  log: join(places.kept, 'logs', `${name}.log`),
  say,
});

const startBacking = async (places: Places, say: Say, stops: (() => Promise<void>)[]): Promise<Backing> => {
  const { kept, ports } = places;
  const part = async <Part extends { pid: number; stop(): Promise<void> }>(name: 'Postgres' | 'Kafka', port: number, start: () => Promise<Part>): Promise<Part> => {
    const { first, stop } = await keepUp(name, start, say).catch((error: unknown) => {
      const taken = error instanceof Error && error.message.includes('port is taken');
      throw taken ? new Error(`${error.message} OSTEON_${name.toUpperCase()}_PORT sets it.`, { cause: error }) : error;
    });
    stops.push(stop);
    say(`${name} is up on ${port}`);
    return first;
  };
  const parts = [
    part('Postgres', ports.postgres, () => startPostgres({ dataFolder: join(kept, 'postgres'), port: ports.postgres })),
    part('Kafka', ports.kafka, () => startKafka({ dataFolder: join(kept, 'kafka'), port: ports.kafka, told: say })),
  ] as const;
  // Where one does not start, the other is still waited for: only what has started can be ended.
  await Promise.allSettled(parts);
  const [postgres, kafka] = await Promise.all(parts);
  await createTopics(kafka.brokers);
  const urls: [ServiceName, string][] = [];
  for (const service of serviceNames) urls.push([service, (await createServiceDatabase({ adminUrl: postgres.url, service })).url]);
  return { databaseUrls: Object.fromEntries(urls) as Record<ServiceName, string>, brokers: kafka.brokers.join(',') };
};

const startServices = async (places: Places, backing: Backing, running: Running, stops: (() => Promise<void>)[]) => {
  const children = serviceNames.map((name) => childOf(name, places, backing, running));
  await Promise.all(children.map((child) => runOnce(child, ['--migrate'])));
  const kept: Kept[] = [];
  const remember = (): void => rememberPids(places.kept, kept);
  for (const child of children) kept.push(keepRunning({ ...child, started: remember }));
  remember();
  stops.push(async () => void (await Promise.all(kept.map((service) => service.stop()))));
  await Promise.all(serviceNames.map((name) => waitUntilReady(`http://127.0.0.1:${places.ports.services[name]}/health/ready`, name)));
  running.say('scheduling, modality-gateway, reading, reporting and delivery are ready');
  return Object.fromEntries(kept.map((service) => [service.name, service])) as Record<ServiceName, Kept>;
};

/**
 * Brings the whole platform up on this machine and resolves when every part answers that it is ready. Where that fails, or when
 * somebody asks to end before, it throws and nothing is left running. `added` joins the environment of each service.
 */
export const startPlatform = async (places: Places, say: Say, asked?: AbortSignal, added: NodeJS.ProcessEnv = {}): Promise<Platform> => {
  requireBuilt(places);
  mkdirSync(places.kept, { recursive: true });
  await leaveNothingBehind(places.kept);
  await requireFreePorts(wantedPorts(places));
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const credentials = await localCredentials(join(places.kept, 'sign-in.json'));
    const backing = await startBacking(places, say, stops);
    asked?.throwIfAborted();
    const ingress = await startIngress({
      host: 'localhost',
      port: places.ports.web,
      services: places.ports.services,
      web: join(places.root, 'web/dist'),
      signIn: signIn(places.origin, credentials),
    });
    stops.push(() => ingress.stop());
    const services = await startServices(places, backing, { say, added }, stops);
    asked?.throwIfAborted();
    return { places, credentials, services, backing, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
