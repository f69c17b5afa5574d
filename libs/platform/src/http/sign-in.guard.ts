import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Actor } from '@osteon/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../clock/index.js';
import { ACCESS, type Access } from './access.js';
import { correlationOf, keepContext } from './asked.js';
import { Problem } from './problem.js';
import { SignIn } from './sign-in.js';

const holdsSomewhere = (actor: Actor, asked: Access): boolean => {
  if (typeof asked === 'string') return true;
  const facilities = actor.facilitiesFor(asked.permission);
  return facilities === 'all' || facilities.length > 0;
};

const tokenOf = (header: string | undefined): string => {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw new Problem(401, 'NOT_SIGNED_IN', 'Sign in first.');
  return token;
};

/** Lets through who is signed in and holds what the endpoint asks for; an endpoint that asks for nothing is closed. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignIn,
    private readonly clock: Clock,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const asked = this.reflector.get<Access | undefined>(ACCESS, host.getHandler());
    if (asked === 'open') return true;
    if (asked === undefined) return false;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const by = await this.signIn.actorOf(tokenOf(request.headers.authorization));
    if (!holdsSomewhere(by, asked)) throw new Problem(403, 'PERMISSION_MISSING', 'Your roles do not allow this.');
    const correlationId = correlationOf(request.headers['x-correlation-id']);
    keepContext(request, { at: this.clock.iso(), by, correlationId });
    host.switchToHttp().getResponse<FastifyReply>().header('x-correlation-id', correlationId);
    return true;
  }
}
