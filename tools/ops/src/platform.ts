import { setTimeout as pause } from 'node:timers/promises';
import { localToken, readPlaces } from '@osteon/local/platform';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { serviceNames, toldEvent, type ServiceName, type ToldEvent } from './told-event.js';

interface Posted {
  readonly body?: unknown;
  /** The version that was seen, for If-Match. */
  readonly version?: number;
}

/** Asks the running services with the operations role. */
export interface Operations {
  readonly ask: (path: string, posted?: Posted) => Promise<unknown>;
  /** The same of every service, in their order. */
  readonly askEach: <T>(schema: z.ZodType<T>, path: string) => Promise<readonly (T & { readonly service: ServiceName })[]>;
  /** Has a service change something: under an id of its own, with how far it is on stderr once it lasts. */
  readonly carryOut: (service: ServiceName, path: string, posted: { readonly body: object; readonly version?: number }) => Promise<unknown>;
  /** What every service has stored under a key, oldest first. */
  readonly eventsOf: (key: string) => Promise<ToldEvent[]>;
  /** A stream, wherever it lies, above a version; empty where no service has it. */
  readonly stream: (streamId: string, after?: number) => Promise<ToldEvent[]>;
}

/** A service answered, and not with what was asked for. */
export class NotAnswered extends Error {
  constructor(
    readonly status: number,
    path: string,
    said: string,
  ) {
    super(`${path} was answered ${status}: ${said}`);
    this.name = 'NotAnswered';
  }
}

const told = z.object({ events: z.array(toldEvent) });
const progressed = z.object({ progress: z.number().optional() });

const headersOf = (token: string, { body, version }: Posted): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
});

/** Tells on stderr how far something is, until it has ended. */
const tellProgress = async (ask: Operations['ask'], path: string, ended: AbortSignal): Promise<void> => {
  let last = 0;
  for (;;) {
    await pause(1000, undefined, { signal: ended });
    const { progress = 0 } = progressed.parse(await ask(path).catch(() => ({})));
    if (progress > last) console.error(`... ${progress} so far`);
    last = progress;
  }
};

/**
 * `OSTEON_URL` and `OSTEON_TOKEN` name a platform and a token of its sign-in; without them it is the one on this machine, as
 * its demo user of operations.
 */
export const openOperations = async (): Promise<Operations> => {
  const url = process.env['OSTEON_URL'] ?? readPlaces().origin;
  const given = process.env['OSTEON_TOKEN'];
  const sign = (): Promise<string> => localToken(readPlaces(), 'osei');
  let token = given ?? (await sign());
  const send = (path: string, posted: Posted | undefined): Promise<Response> =>
    fetch(`${url}/api${path}`, {
      method: posted ? 'POST' : 'GET',
      headers: headersOf(token, posted ?? {}),
      body: posted?.body === undefined ? undefined : JSON.stringify(posted.body),
    });
  const ask: Operations['ask'] = async (path, posted) => {
    let answer = await send(path, posted);
    // A token ends while somebody follows a stream.
    if (answer.status === 401 && given === undefined) {
      token = await sign();
      answer = await send(path, posted);
    }
    if (!answer.ok) throw new NotAnswered(answer.status, path, await answer.text());
    return answer.status === 204 ? {} : answer.json();
  };
  const askEach: Operations['askEach'] = (schema, path) =>
    Promise.all(serviceNames.map(async (service) => ({ ...schema.parse(await ask(`/${service}/operations/${path}`)), service })));
  const everywhere = async (path: string): Promise<ToldEvent[]> => {
    const answers = await askEach(told, path);
    return answers.flatMap(({ service, events }) => events.map((event) => ({ ...event, service }))).sort((a, b) => a.at.localeCompare(b.at));
  };
  return {
    ask,
    askEach,
    carryOut: async (service, path, { body, version }) => {
      const operationId = newId();
      const ended = new AbortController();
      const telling = tellProgress(ask, `/${service}/operations/audit/${operationId}`, ended.signal).catch(() => undefined);
      try {
        return await ask(`/${service}${path}`, { body: { ...body, operationId }, version });
      } catch (error) {
        if (error instanceof NotAnswered) throw error;
        throw new Error(`no answer; it may still be under way as ${operationId}: see audit list`, { cause: error });
      } finally {
        ended.abort();
        await telling;
      }
    },
    eventsOf: (key) => everywhere(`events?key=${encodeURIComponent(key)}`),
    stream: (streamId, after = 0) => everywhere(`streams/${encodeURIComponent(streamId)}?after=${after}`),
  };
};
