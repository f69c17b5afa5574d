import { PassThrough } from 'node:stream';

const HELD_BEFORE_PAUSE = 1048576;

/**
 * The way of a data set from the fragments to whoever stores it. `write` is always true, as dcmjs-dimse loses fragments
 * otherwise; instead `full` is emitted when the reader falls behind, and `drain` when it has caught up.
 */
export class IncomingFile extends PassThrough {
  /** Bytes of the data set that were taken. */
  taken = 0;

  constructor(header: Buffer) {
    super({ highWaterMark: HELD_BEFORE_PAUSE });
    // the one who reads gets the error too; without anybody it must not end the process
    this.on('error', () => undefined);
    super.write(header);
  }

  override write(chunk: Buffer): boolean {
    if (this.destroyed) return true;
    this.taken += chunk.length;
    if (!super.write(chunk)) this.emit('full');
    return true;
  }
}
