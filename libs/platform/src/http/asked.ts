import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Context } from '@osteon/identity';
import { v7 as newId } from 'uuid';
import { z } from 'zod';

const contexts = new WeakMap<object, Context>();

const uuid = z.uuid();

/** The caller's correlation id where it is a uuid, else a new one. */
export const correlationOf = (given: unknown): string => {
  const read = uuid.safeParse(given);
  return read.success ? read.data : newId();
};

/** Keeps who asks, when and in which thread with the request; the guard does it. */
export const keepContext = (request: object, context: Context): void => {
  contexts.set(request, context);
};

export const contextOf = (request: object): Context | undefined => contexts.get(request);

/** `@Asked() ask: Context`: when, by whom and in which thread this is asked; the last argument of every rule. */
export const Asked = createParamDecorator((_: undefined, host: ExecutionContext): Context => {
  const context = contextOf(host.switchToHttp().getRequest<object>());
  if (!context) throw new Error('@Asked on an endpoint without sign-in');
  return context;
});
