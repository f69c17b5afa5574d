import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openInfrastructure } from './infrastructure.js';

/** Asked by the tests of one run, in whatever process they are, for the one Postgres and the one Kafka of the run. */
export interface Starter {
  /** `GET /postgres` and `GET /kafka` answer, as JSON, when the part is ready. */
  readonly url: string;
  stop(): Promise<void>;
}

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** Opens the starter of a test run on a free port, and Postgres with it, which nearly every test needs. */
export const openStarter = async (): Promise<Starter> => {
  const infrastructure = await openInfrastructure();
  await infrastructure.postgres();
  const server = createServer((request, response) => {
    const part = request.url === '/kafka' ? infrastructure.kafka : infrastructure.postgres;
    part().then(
      (place) => answer(response, 200, place),
      (error: unknown) => answer(response, 500, { error: String(error) }),
    );
  });
  // A connection is never closed under a test that is about to ask again.
  server.keepAliveTimeout = 0;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await infrastructure.stop();
    },
  };
};
