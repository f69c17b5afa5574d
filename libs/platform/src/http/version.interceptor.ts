import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';

const versionIn = (answer: unknown): number | undefined => {
  const version: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'version') : undefined;
  return typeof version === 'number' && Number.isSafeInteger(version) ? version : undefined;
};

/** An answer with a `version` has it as its ETag, to come back in If-Match. */
@Injectable()
export class VersionInterceptor implements NestInterceptor {
  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      tap((answer: unknown) => {
        const version = versionIn(answer);
        if (version !== undefined) host.switchToHttp().getResponse<FastifyReply>().header('etag', `"${version}"`);
      }),
    );
  }
}
