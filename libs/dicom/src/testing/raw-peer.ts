import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

const item = (type: number, value: Buffer): Buffer => {
  const header = Buffer.of(type, 0, 0, 0);
  header.writeUInt16BE(value.length, 2);
  return Buffer.concat([header, value]);
};

const pdu = (type: number, value: Buffer): Buffer => {
  const header = Buffer.of(type, 0, 0, 0, 0, 0);
  header.writeUInt32BE(value.length, 2);
  return Buffer.concat([header, value]);
};

const ae = (title: string): Buffer => Buffer.from(title.padEnd(16), 'latin1');
const uid = (text: string): Buffer => Buffer.from(text, 'latin1');

const maximumLength = (length: number): Buffer => {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(length);
  return item(0x51, value);
};

/** A-ASSOCIATE-RQ by hand (PS3.8 9.3.2): one context, id 1. */
export const associateRequest = (abstractSyntax: string, transferSyntax: string, maximum = 16384): Buffer =>
  pdu(
    0x01,
    Buffer.concat([
      Buffer.of(0, 1, 0, 0),
      ae('OSTEON'),
      ae('IDXA1'),
      Buffer.alloc(32),
      item(0x10, uid('1.2.840.10008.3.1.1.1')),
      item(0x20, Buffer.concat([Buffer.of(1, 0, 0, 0), item(0x30, uid(abstractSyntax)), item(0x40, uid(transferSyntax))])),
      item(0x50, Buffer.concat([maximumLength(maximum), item(0x52, uid('1.2.3'))])),
    ]),
  );

/** One fragment, with flags as PS3.8 E.2 has them: 1 command, 2 last. */
export const fragment = (flags: number, value: Buffer, contextId = 1): Buffer => {
  const header = Buffer.alloc(6);
  header.writeUInt32BE(2 + value.length);
  header.writeUInt8(contextId, 4);
  header.writeUInt8(flags, 5);
  return Buffer.concat([header, value]);
};

/** P-DATA-TF of fragments. */
export const dataOf = (...fragments: readonly Buffer[]): Buffer => pdu(0x04, Buffer.concat(fragments));

export const releaseRequest = pdu(0x05, Buffer.alloc(4));
export const abortRequest = pdu(0x07, Buffer.alloc(4));

/** A peer that says exactly the bytes it is told, and remembers the types of the PDUs it got. */
export class RawPeer {
  private heard = Buffer.alloc(0);
  readonly closed: Promise<unknown>;

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk) => (this.heard = Buffer.concat([this.heard, chunk])));
    socket.on('error', () => undefined);
    this.closed = once(socket, 'close');
  }

  static async connect(port: number): Promise<RawPeer> {
    const socket = connect({ host: '127.0.0.1', port });
    await once(socket, 'connect');
    return new RawPeer(socket);
  }

  say(...parts: readonly Buffer[]): void {
    this.socket.write(Buffer.concat(parts));
  }

  /** The whole PDUs that have come. */
  get pdus(): Buffer[] {
    const found: Buffer[] = [];
    for (let at = 0; at + 6 <= this.heard.length; at += 6 + this.heard.readUInt32BE(at + 2))
      found.push(this.heard.subarray(at, at + 6 + this.heard.readUInt32BE(at + 2)));
    return found;
  }

  get types(): number[] {
    return this.pdus.map((bytes) => bytes.readUInt8(0));
  }
}
