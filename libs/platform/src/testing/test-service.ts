import type { Type } from '@nestjs/common';
import { EventStore } from '@osteon/event-store';
import type { Person } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import {
  serviceDatabase,
  testKafka,
  waitUntil,
  type ServiceTestDatabase,
  type TestDatabase,
  type TestKafka,
} from '@osteon/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../clock/index.js';
import { Log } from '../log/index.js';
import { definitionOf, migrationsOf } from '../service/definition.js';
import { configOf, startService, type RunningService } from '../service/index.js';
import { testIssuer } from './test-issuer.js';

/** What of a test's surroundings is shared with other services of the same test, or different from the usual. */
export interface TestServiceOptions {
  readonly kafka?: TestKafka;
  readonly database?: TestDatabase;
  /** A folder that services share. */
  readonly objects?: string;
  readonly clock?: Clock;
  /** `OSTEON_*` variables of the service's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface TestRequest {
  /** Nobody: without a token. */
  readonly by?: Person;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** Version for If-Match. */
  readonly ifMatch?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestAnswer {
  readonly status: number;
  /** Parsed where it is JSON. */
  readonly body: unknown;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A whole service on real Postgres and Kafka, with HTTP on a port of its own. */
export interface TestService {
  readonly url: string;
  readonly store: EventStore;
  readonly objects: ObjectStore;
  readonly database: ServiceTestDatabase;
  ask(request: TestRequest): Promise<TestAnswer>;
  token(person: Person): Promise<string>;
  /** Anything that the AppModule provides. */
  get<T>(token: Type<T>): T;
  /** Throws if the service has died meanwhile. */
  stop(): Promise<void>;
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const asking =
  (url: string, token: TestService['token']) =>
  async ({ by, method = 'GET', path, body, ifMatch, headers = {} }: TestRequest): Promise<TestAnswer> => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(by ? { authorization: `Bearer ${await token(by)}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, body: jsonIn(bytes.toString()), bytes, headers: Object.fromEntries(answer.headers) };
  };

/** Ends what was begun in the opposite order, all of it, and throws what went wrong first. */
const ending = () => {
  const ends: (() => Promise<unknown>)[] = [];
  return {
    after: (end: () => Promise<unknown>): void => void ends.unshift(end),
    all: async (): Promise<void> => {
      const problems: unknown[] = [];
      for (const end of ends.splice(0)) await end().catch((problem: unknown) => problems.push(problem));
      if (problems.length > 0) throw problems[0];
    },
  };
};

/** Starts an AppModule as main.ts would, with a sign-in server of its own. OSTEON_TEST_LOG=yes shows its log. */
export const testService = async (appModule: Type, options: TestServiceOptions = {}): Promise<TestService> => {
  const service = definitionOf(appModule);
  const end = ending();
  try {
    const issuer = await testIssuer();
    end.after(issuer.stop);
    const objects = options.objects ?? (await mkdtemp(join(tmpdir(), 'osteon-objects-')));
    if (options.objects === undefined) end.after(() => rm(objects, { recursive: true }));
    const kafka = options.kafka ?? (await testKafka());
    const database = await serviceDatabase(service.name, { folders: migrationsOf(service).slice(1), database: options.database });
    end.after(database.close);
    const config = configOf(service, {
      OSTEON_DATABASE_URL: database.url,
      OSTEON_KAFKA_BROKERS: kafka.brokers.join(),
      OSTEON_KAFKA_PREFIX: kafka.prefix,
      OSTEON_KAFKA_SESSION_TIMEOUT_MS: '6000',
      OSTEON_OBJECT_STORE: objects,
      OSTEON_ISSUER: issuer.issuer,
      OSTEON_HTTP_PORT: '0',
      ...options.environment,
    });
    const deaths: unknown[] = [];
    const log = new Log({
      service: service.name,
      errorMessages: true,
      level: process.env.OSTEON_TEST_LOG === 'yes' ? 'info' : 'silent',
    });
    const running: RunningService = await startService(appModule, {
      config,
      clock: options.clock ?? new Clock(),
      log,
      died: (cause) => deaths.push(cause),
    });
    end.after(async () => {
      if (deaths.length > 0) throw deaths[0];
    });
    end.after(running.stop);
    const { app } = running;
    const url = (await app.getUrl()).replace('[::1]', 'localhost');
    await waitUntil(() => running.isHearing(), 'membership in the consumer groups');
    return {
      url,
      store: app.get(EventStore, { strict: false }),
      objects: app.get(ObjectStore, { strict: false }),
      database,
      token: issuer.token,
      ask: asking(url, issuer.token),
      get: (token) => app.get(token, { strict: false }),
      stop: end.all,
    };
  } catch (failed) {
    await end.all().catch(() => undefined);
    throw failed;
  }
};
