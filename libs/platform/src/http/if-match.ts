import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from './problem.js';

const TAG = /^(?:W\/)?"(0|[1-9]\d{0,14})"$/;

/** The version of an If-Match header (`"3"`): 428 where there is none, 400 where it is no version. */
export const versionOf = (header: string | undefined): number => {
  if (header === undefined) throw new Problem(428, 'IF_MATCH_MISSING', 'Say in If-Match which version you have seen.');
  const version = TAG.exec(header.trim())?.[1];
  if (version === undefined) throw new Problem(400, 'IF_MATCH_MALFORMED', 'If-Match takes one version, in quotes.');
  return Number(version);
};

/** Says in the description of the API that the operation takes the version that was seen. */
const describe: ParameterDecorator = (target, method) => {
  const described = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
  if (method === undefined || described === undefined) return;
  const description = 'The version that was seen, as ETag gave it.';
  ApiHeader({ name: 'If-Match', required: true, description, schema: { type: 'string', example: '"3"' } })(target, method, described);
};

/** `@IfMatch() version: number`: the version that the caller has seen; a stale one becomes 412 when it is decided with. */
export const IfMatch = createParamDecorator(
  (_: undefined, host: ExecutionContext): number => versionOf(host.switchToHttp().getRequest<{ headers: IncomingHttpHeaders }>().headers['if-match']),
  [describe],
);
