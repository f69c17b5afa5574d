import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Log } from '@osteon/platform/log';
import { FileInstances } from '../file-instances/file-instances.sender.js';
import { Receipts } from '../receive-instance/receipts.query.js';

/** Much shorter than the time after which an association counts as gone. */
const signOfLifeMs = 5_000;

/** Notes which associations are open in this process: what a closed one brought can be filed. */
@Injectable()
export class OpenAssociations implements OnApplicationShutdown {
  private readonly open = new Set<string>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly receipts: Receipts,
    private readonly filing: FileInstances,
    private readonly log: Log,
  ) {
    this.timer = setInterval(() => this.note(this.receipts.stillOpen([...this.open])), signOfLifeMs);
  }

  /** It brings objects. */
  brings(associationId: string): void {
    this.open.add(associationId);
  }

  /** Should the note fail, the association is found gone a little later. */
  closed(associationId: string): void {
    if (!this.open.delete(associationId)) return;
    this.note(this.receipts.closed(associationId).then(() => this.filing.wake()));
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private note(written: Promise<void>): void {
    written.catch((error: unknown) => this.log.problem('association-not-noted', error));
  }
}
