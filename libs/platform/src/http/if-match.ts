import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
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

/** `@IfMatch() version: number`: the version that the caller has seen; a stale one becomes 412 when it is decided with. */
export const IfMatch = createParamDecorator((_: undefined, host: ExecutionContext): number =>
  versionOf(host.switchToHttp().getRequest<{ headers: IncomingHttpHeaders }>().headers['if-match']),
);
