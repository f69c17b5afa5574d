import { Catch, type ExceptionFilter, type INestApplication } from '@nestjs/common';
import { NestMicroservice, type MicroserviceOptions } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import type { EventTransport } from './event-transport.js';

/** Hands a consumer's error on as it is: by it the store starts again on a conflict, and the transport retries or parks. */
@Catch()
class AsItIs implements ExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** Connects the transport to the controllers of an application; then `app.startAllMicroservices()`. */
export const hearEvents = (app: INestApplication, transport: EventTransport): void => {
  // Deferred: Nest binds the controllers while it connects, and a filter that comes later is not asked.
  const microservice = app.connectMicroservice<MicroserviceOptions>({ strategy: transport }, { deferInitialization: true });
  microservice.useGlobalFilters(new AsItIs());
  // The application runs the hooks of its modules itself; a deferred microservice would run them again.
  if (microservice instanceof NestMicroservice) microservice.setIsInitHookCalled(true);
};
