import { localToken, readPlaces } from '@osteon/local/platform';
import { z } from 'zod';
import { serviceNames, toldEvent, type ServiceName, type ToldEvent } from './told-event.js';

/** Asks the running services with the operations role. */
export interface Operations {
  readonly ask: (path: string, posted?: { readonly body?: unknown }) => Promise<unknown>;
  /** The same of every service, in their order. */
  readonly askEach: <T>(schema: z.ZodType<T>, path: string) => Promise<readonly (T & { readonly service: ServiceName })[]>;
  /** What every service has stored under a key, oldest first. */
  readonly eventsOf: (key: string) => Promise<ToldEvent[]>;
  /** A stream, wherever it lies; empty where no service has it. */
  readonly stream: (streamId: string) => Promise<ToldEvent[]>;
}

const told = z.object({ events: z.array(toldEvent) });

/**
 * `OSTEON_URL` and `OSTEON_TOKEN` name a platform and a token of its sign-in; without them it is the one on this machine, as
 * its demo user of operations.
 */
export const openOperations = async (): Promise<Operations> => {
  const url = process.env['OSTEON_URL'] ?? readPlaces().origin;
  const token = process.env['OSTEON_TOKEN'] ?? (await localToken(readPlaces(), 'osei'));
  const ask: Operations['ask'] = async (path, posted) => {
    const json: Record<string, string> = posted?.body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api${path}`, {
      method: posted ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...json },
      body: posted?.body === undefined ? undefined : JSON.stringify(posted.body),
    });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
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
    eventsOf: (key) => everywhere(`events?key=${encodeURIComponent(key)}`),
    stream: (streamId) => everywhere(`streams/${encodeURIComponent(streamId)}`),
  };
};
