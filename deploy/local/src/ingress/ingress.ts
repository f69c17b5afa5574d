import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import httpProxy from '@fastify/http-proxy';
import files from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  'frame-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export interface IngressOptions {
  readonly host: string;
  readonly port: number;
  /** Port of each service by its name. */
  readonly services: Readonly<Record<string, number>>;
  /** Host of a service; absent: this machine. */
  readonly hostOf?: (service: string) => string;
  /** Folder of the built web application. */
  readonly web: string;
  /** Answers everything under `/oidc`. */
  readonly signIn: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** As the services answer themselves: a person reads the title and tries again. */
const away = (name: string) => ({ type: 'about:blank', title: `${name} does not answer at the moment.`, status: 503, code: 'SERVICE_AWAY' });

const proxyServices = async (app: FastifyInstance, { services, hostOf = () => '127.0.0.1' }: IngressOptions): Promise<void> => {
  for (const [name, port] of Object.entries(services)) {
    await app.register(httpProxy, {
      upstream: `http://${hostOf(name)}:${port}`,
      prefix: `/api/${name}`,
      rewritePrefix: '/',
      proxyPayloads: true,
      replyOptions: { onError: (reply) => void reply.code(503).type('application/problem+json').send(away(name)) },
    });
  }
};

const serveSignIn = async (app: FastifyInstance, signIn: IngressOptions['signIn']): Promise<void> => {
  await app.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', (_request, _payload, done) => done(null));
    inner.all('/oidc/*', async (request, reply) => {
      reply.hijack();
      await signIn(request.raw, reply.raw);
    });
  });
};

const serveWeb = async (app: FastifyInstance, web: string): Promise<void> => {
  if (!existsSync(join(web, 'index.html'))) return;
  await app.register(files, { root: web, setHeaders: (reply) => void reply.header('content-security-policy', policy).header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer') });
  app.setNotFoundHandler((request, reply) =>
    request.url.startsWith('/api/') ? reply.code(404).send({ title: 'There is nothing under this address.', status: 404 }) : reply.sendFile('index.html'),
  );
};

/** Stands for a cluster's ingress on one machine: the web application, the sign-in and each service under one address. */
export const startIngress = async (options: IngressOptions): Promise<{ stop: () => Promise<void> }> => {
  const app = fastify({ bodyLimit: 10_000_000, forceCloseConnections: true });
  await proxyServices(app, options);
  await serveSignIn(app, options.signIn);
  await serveWeb(app, options.web);
  await app.listen({ host: options.host, port: options.port });
  return { stop: () => app.close() };
};
