import { EventEmitter, once } from 'node:events';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { MessageTap } from './message-tap.js';
import { AbortReason, after, PduType, receivable, type GateState } from './pdu.table.js';
import { abortPdu, dataPdu, PduReader, pdvsOf, ProtocolViolation, type Pdu } from './pdu-reader.js';
import { MAX_PDU_LENGTH, withWorkableLimit } from './peer-limit.js';

/** Milliseconds: `artim` for each step of opening and closing (PS3.8 9.1.5), `idle` without traffic on an open association. */
export interface GateTimes {
  readonly artim: number;
  readonly idle: number;
}

/** How an association came to its end: by release, by A-ABORT of either side, or because the connection broke. */
export type Ending = 'released' | 'aborted' | 'broken';

/**
 * Stands between a peer's socket and dcmjs-dimse: passes whole PDUs only, one fragment in each, and only those that the state
 * allows; bounds their length; ends silent connections. Everything else is answered with A-ABORT and an end of the connection.
 * Emits `data`, `connect`, `error` and `close` as a socket does.
 */
export class PduGate extends EventEmitter {
  readonly message = new MessageTap();
  /** Presentation contexts that may carry data. */
  readonly contexts = new Set<number>();
  private readonly reader = new PduReader(MAX_PDU_LENGTH);
  private state: GateState;
  private ended: Ending = 'broken';
  private owed = 0;
  private gone = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly socket: Socket,
    role: 'acceptor' | 'requestor',
    private readonly times: GateTimes,
  ) {
    super();
    this.state = role === 'acceptor' ? 'awaiting-request' : 'awaiting-answer';
    socket.setNoDelay(true);
    socket.on('connect', () => this.emit('connect'));
    socket.on('data', (chunk: Buffer) => this.feed(chunk));
    socket.on('end', () => this.enter('closing'));
    socket.on('error', (error) => this.emit('error', error));
    socket.on('close', () => this.close());
    this.arm();
  }

  get open(): boolean {
    return this.state === 'established';
  }

  /** The connection is gone, and `close` was said. */
  get isGone(): boolean {
    return this.gone;
  }

  get ending(): Ending {
    return this.ended;
  }

  /** Work that the peer waits for: as long as it lasts, silence is ours and not the peer's. */
  async whileWorking<T>(work: Promise<T>): Promise<T> {
    this.owed += 1;
    try {
      return await work;
    } finally {
      this.owed -= 1;
      this.arm();
    }
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** Lets the peer take what was sent, and the event loop hear what it says (a C-CANCEL). */
  async breathe(): Promise<void> {
    if (this.socket.writableNeedDrain && this.open) await Promise.race([once(this.socket, 'drain'), once(this.socket, 'close')]);
    await setImmediate();
  }

  write(bytes: Buffer): boolean {
    if (this.state === 'closing') return true;
    const type = bytes.readUInt8(0);
    if (type === PduType.releaseResponse) this.ended = 'released';
    this.enter(after.sent[type]);
    return this.socket.write(bytes);
  }

  abort(reason: number = AbortReason.notSpecified): void {
    if (this.state === 'closing') return;
    this.enter('closing');
    this.ended = 'aborted';
    this.socket.end(abortPdu(reason));
  }

  end(): void {
    this.socket.end();
  }

  destroy(): void {
    this.socket.destroy();
  }

  /** The gate has its own timers. */
  setTimeout(): this {
    return this;
  }

  private feed(chunk: Buffer): void {
    if (this.state === 'closing') return;
    if (this.state === 'established') this.arm();
    try {
      for (const pdu of this.reader.take(chunk)) this.receive(pdu);
    } catch (error) {
      this.abort(error instanceof ProtocolViolation ? error.reason : AbortReason.notSpecified);
    }
  }

  private receive(pdu: Pdu): void {
    if (!receivable[this.state].includes(pdu.type))
      throw new ProtocolViolation(AbortReason.unexpectedPdu, `PDU type ${pdu.type}`);
    this.enter(after.received[pdu.type]);
    if (pdu.type === PduType.data) return this.receiveData(pdu);
    const opening = pdu.type === PduType.associateRequest || pdu.type === PduType.associateAccept;
    this.emit('data', (opening ? withWorkableLimit(pdu) : pdu).bytes);
    if (pdu.type === PduType.releaseResponse) this.ended = 'released';
    if (pdu.type !== PduType.abort) return;
    this.ended = 'aborted';
    this.socket.destroy();
  }

  private receiveData(pdu: Pdu): void {
    for (const pdv of pdvsOf(pdu)) {
      if (!this.contexts.has(pdv.contextId))
        throw new ProtocolViolation(AbortReason.invalidParameter, `context ${pdv.contextId}`);
      this.emit('data', dataPdu(this.message.pass(pdv)));
    }
  }

  private enter(state: GateState | undefined): void {
    if (state === undefined || this.state === 'closing') return;
    this.state = state;
    this.arm();
  }

  private arm(): void {
    clearTimeout(this.timer);
    if (this.state === 'deciding' || this.socket.destroyed) return;
    this.timer = setTimeout(() => this.expire(), this.state === 'established' ? this.times.idle : this.times.artim);
  }

  private expire(): void {
    if (this.state !== 'established') return void this.socket.destroy();
    if (this.owed > 0 || this.socket.isPaused()) return this.arm();
    this.abort();
  }

  private close(): void {
    clearTimeout(this.timer);
    this.state = 'closing';
    this.gone = true;
    this.emit('close');
  }
}
