import { Controller, Injectable, Sse, type MessageEvent } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { permissionsOf, roles, type Actor, type Context } from '@osteon/identity';
import { Observable, Subject, takeUntil } from 'rxjs';
import { Asked } from '../http/index.js';
import { SignedIn } from '../http/access.js';
import { Changes, type Change } from './changes.js';

const HEARTBEAT_MS = 15_000;
/** A page signs in again at the latest after this, so that roles taken away do not stay. */
const LONGEST_MS = 15 * 60_000;

const permissions = [...new Set(roles.flatMap((role) => permissionsOf[role]))];

const concerns = (by: Actor, { facilityId }: Change): boolean => permissions.some((permission) => by.may(permission, facilityId));

/** Ends the open streams when the service stops: a server does not close while they last. */
@Injectable()
export class OpenStreams {
  readonly end = new Subject<void>();

  close(): void {
    this.end.next();
  }
}

/**
 * `GET /changes`: server-sent events `{id, what}` of the facilities of the one who asks; ids, nothing else.
 * The first comment says that nothing from now on is missed: a page that (re)connects reads once more after it.
 */
@Controller()
export class ChangesController {
  constructor(
    private readonly changes: Changes,
    private readonly open: OpenStreams,
  ) {}

  @Sse('changes')
  @SignedIn()
  @ApiExcludeEndpoint()
  follow(@Asked() { by }: Context): Observable<MessageEvent> {
    const stream = new Observable<MessageEvent>((page) => {
      const heartbeat = setInterval(() => page.next({ comment: 'still here' }), HEARTBEAT_MS);
      const longest = setTimeout(() => page.complete(), LONGEST_MS);
      const following = this.changes.follow((changes) => {
        for (const change of changes) if (concerns(by, change)) page.next({ data: { id: change.id, what: change.what } });
      });
      following.then(
        () => page.next({ comment: 'following' }),
        (failed: unknown) => page.error(failed),
      );
      return () => {
        clearInterval(heartbeat);
        clearTimeout(longest);
        void following.then((leave) => leave()).catch(() => undefined);
      };
    });
    return stream.pipe(takeUntil(this.open.end));
  }
}
