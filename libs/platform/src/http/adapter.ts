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

/** Fastify with bounds and security headers. When it closes, connections end as soon as nothing is under way on them. */
export const httpAdapter = (): FastifyAdapter => {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle', requestTimeout: 30_000 });
  let closing = false;
  adapter
    .getInstance()
    .addHook('onRequest', (_request, reply, done) => {
      reply.headers(SECURITY_HEADERS);
      done();
    })
    .addHook('preClose', (done) => {
      closing = true;
      done();
    })
    // Without it a connection that was busy at that moment would be kept alive, and the server with it.
    .addHook('onSend', (_request, reply, _payload, done) => {
      if (closing) reply.header('connection', 'close');
      done();
    });
  return adapter;
};
