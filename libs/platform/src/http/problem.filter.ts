import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../log/index.js';
import { contextOf } from './asked.js';
import { problemOf } from './problem.js';

/** Answers every error as problem details; what is nobody's no is logged once, with the thread it belongs to. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    const correlationId = contextOf(request)?.correlationId;
    const { method, url } = request.routeOptions;
    if (problem.status >= 500) this.log.problem('request-failed', error, { method: String(method), route: url, correlationId });
    if (reply.raw.headersSent) return;
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    const body = Buffer.from(JSON.stringify({ ...problem, correlationId }));
    reply.status(problem.status).header('content-type', 'application/problem+json').send(body);
  }
}
