import { Catch, type ExceptionFilter, type INestApplication } from '@nestjs/common';
import type { MicroserviceOptions } from '@nestjs/microservices';
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
  app.connectMicroservice<MicroserviceOptions>({ strategy: transport }).useGlobalFilters(new AsItIs());
};
