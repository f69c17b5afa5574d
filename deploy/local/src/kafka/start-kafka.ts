import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { kafkaClient } from '@osteon/messaging/kafka-client';
import { defaultJarsFolder, kafkaJars } from './kafka-jars.js';
import { endLeftover, endProcess } from './leftover.js';
import { serverProperties } from './server-properties.js';

const run = promisify(execFile);
/** Some 3 s on a machine with time; more than ten of that where others use it too. */
const startWithinMs = 120_000;

export interface KafkaPlace {
  /** Keeps log, configuration and pid; made where it is absent. One broker per folder. */
  readonly dataFolder: string;
  readonly port: number;
  /** Absent: the port after `port`. */
  readonly controllerPort?: number;
  /** Absent: `.osteon/kafka-jars` of the checkout. */
  readonly jarsFolder?: string;
  readonly told?: (line: string) => void;
}

export interface RunningKafka {
  readonly brokers: readonly string[];
  readonly pid: number;
  /** Resolves when the broker has ended. */
  stop(): Promise<void>;
}

const requireFree = (port: number): Promise<void> =>
  new Promise((free, taken) => {
    const probe = createServer();
    probe.once('error', (cause) =>
      taken(
        new Error(`Kafka cannot listen on 127.0.0.1:${port}: the port is taken. Stop what uses it, or choose another port.`, {
          cause,
        }),
      ),
    );
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => free()));
  });

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Kafka refuses an id that starts with '-'. */
const clusterId = (): string => {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? clusterId() : id;
};

const formatOnce = async (jars: string, properties: string, logFolder: string): Promise<void> => {
  if (await exists(join(logFolder, 'meta.properties'))) return;
  await rm(logFolder, { recursive: true, force: true });
  await run('java', ['-cp', join(jars, '*'), 'kafka.tools.StorageTool', 'format', '-t', clusterId(), '-c', properties, '-g']);
};

const hasEnded = (broker: ChildProcess): boolean => broker.exitCode !== null || broker.signalCode !== null;

const answers = async (address: string): Promise<boolean> => {
  const admin = kafkaClient({ brokers: [address], clientId: 'osteon-start' }).admin({ retry: { retries: 0 } });
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect();
  }
};

const untilItAnswers = async (broker: ChildProcess, address: string, output: string): Promise<void> => {
  const patience = Date.now() + startWithinMs;
  while (!(await answers(address))) {
    if (hasEnded(broker) || Date.now() > patience) {
      const lastLines = (await readFile(output, 'utf8')).trimEnd().split('\n').slice(-15).join('\n');
      throw new Error(`Kafka did not start on ${address}; the end of ${output}:\n${lastLines}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
};

/**
 * One real Kafka broker (KRaft, its own controller) on loopback; resolves when an admin call answers. Jars are fetched once; a
 * broker that a killed run left on the same folder is ended first. Throws, before anything is fetched, where Java or Maven are
 * missing; names a taken port.
 */
export const startKafka = async (place: KafkaPlace): Promise<RunningKafka> => {
  const dataFolder = resolve(place.dataFolder);
  const controllerPort = place.controllerPort ?? place.port + 1;
  const [properties, pidFile, output] = [
    join(dataFolder, 'server.properties'),
    join(dataFolder, 'kafka.pid'),
    join(dataFolder, 'kafka.log'),
  ];
  const logFolder = join(dataFolder, 'log');
  const address = `127.0.0.1:${place.port}`;

  const jars = await kafkaJars(resolve(place.jarsFolder ?? defaultJarsFolder), place.told ?? (() => undefined));
  await mkdir(dataFolder, { recursive: true });
  await endLeftover(pidFile, properties);
  await requireFree(place.port);
  await requireFree(controllerPort);
  await writeFile(properties, serverProperties({ port: place.port, controllerPort, logFolder }));
  await formatOnce(jars, properties, logFolder);

  const log = await open(output, 'w');
  const settings = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-Dlog4j2.level=WARN'];
  // Detached: Ctrl-C reaches only whoever started it, who then stops the parts in order.
  const broker = spawn('java', [...settings, '-cp', join(jars, '*'), 'kafka.Kafka', properties], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  await log.close();
  const pid = broker.pid ?? 0;
  await writeFile(pidFile, String(pid));
  const stop = async (): Promise<void> => {
    if (!hasEnded(broker)) await endProcess(pid, () => hasEnded(broker));
    await rm(pidFile, { force: true });
  };
  await untilItAnswers(broker, address, output).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { brokers: [address], pid, stop };
};
