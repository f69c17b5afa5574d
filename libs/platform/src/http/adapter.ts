import { FastifyAdapter } from '@nestjs/platform-fastify';

/** One review or site document with room to spare; images never come in this way. */
const BODY_LIMIT = 1_048_576;

/** Answers are JSON, PDF and PNG for one signed-in person: nothing runs, frames or keeps them. */
const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** Fastify with bounds and security headers. Ends idle connections at once when it closes. */
export const httpAdapter = (): FastifyAdapter => {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle', requestTimeout: 30_000 });
  adapter.getInstance().addHook('onRequest', (_request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    done();
  });
  return adapter;
};
