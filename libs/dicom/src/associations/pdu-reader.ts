import { AbortReason, longestPdu, PduType } from './pdu.table.js';

/** One PDU, header included. */
export interface Pdu {
  readonly type: number;
  readonly bytes: Buffer;
}

/** One fragment of a message (PS3.8 9.3.5.1), with its bytes as they came. */
export interface Pdv {
  readonly contextId: number;
  readonly command: boolean;
  readonly last: boolean;
  readonly value: Buffer;
}

/** The peer breaks the upper layer protocol: the association is aborted with this reason. */
export class ProtocolViolation extends Error {
  constructor(
    readonly reason: number,
    what: string,
  ) {
    super(what);
    this.name = 'ProtocolViolation';
  }
}

const HEADER = 6;
const PDV_HEADER = 6;

/** Cuts a byte stream into PDUs. Throws ProtocolViolation at the header of a PDU that is unknown or longer than it may be. */
export class PduReader {
  private chunks: Buffer[] = [];
  private held = 0;

  constructor(private readonly longestData: number) {}

  *take(chunk: Buffer): Generator<Pdu> {
    this.chunks.push(chunk);
    this.held += chunk.length;
    while (this.held >= HEADER) {
      const header = this.front(HEADER);
      const type = header.readUInt8(0);
      const length = header.readUInt32BE(2);
      const longest = type === PduType.data ? this.longestData : longestPdu[type];
      if (longest === undefined) throw new ProtocolViolation(AbortReason.unrecognizedPdu, `PDU type ${type}`);
      if (length > longest) throw new ProtocolViolation(AbortReason.invalidParameter, `PDU of ${length} bytes`);
      if (this.held < HEADER + length) return;
      yield { type, bytes: this.consume(HEADER + length) };
    }
  }

  /** The first bytes; chunks are joined only where a header or a PDU spans them, so that a long PDU is copied once. */
  private front(count: number): Buffer {
    const [first] = this.chunks;
    if (first !== undefined && first.length >= count) return first;
    const joined = Buffer.concat(this.chunks);
    this.chunks = [joined];
    return joined;
  }

  private consume(count: number): Buffer {
    const whole = this.front(count);
    this.chunks[0] = whole.subarray(count);
    if (whole.length === count) this.chunks.shift();
    this.held -= count;
    return whole.subarray(0, count);
  }
}

/** The fragments of a P-DATA-TF. Throws ProtocolViolation where their lengths do not fill it. */
export function* pdvsOf({ bytes }: Pdu): Generator<Pdv> {
  for (let at = HEADER; at < bytes.length;) {
    const length = at + PDV_HEADER <= bytes.length ? bytes.readUInt32BE(at) : 0;
    const end = at + 4 + length;
    if (length < 2 || end > bytes.length) throw new ProtocolViolation(AbortReason.invalidParameter, 'PDV length');
    const flags = bytes.readUInt8(at + 5);
    yield {
      contextId: bytes.readUInt8(at + 4),
      command: (flags & 1) === 1,
      last: (flags & 2) === 2,
      value: bytes.subarray(at + PDV_HEADER, end),
    };
    at = end;
  }
}

/** A P-DATA-TF of one fragment. */
export const dataPdu = ({ contextId, command, last, value }: Pdv): Buffer => {
  const header = Buffer.alloc(HEADER + PDV_HEADER);
  header.writeUInt8(PduType.data, 0);
  header.writeUInt32BE(PDV_HEADER + value.length, 2);
  header.writeUInt32BE(2 + value.length, 6);
  header.writeUInt8(contextId, 10);
  header.writeUInt8((command ? 1 : 0) + (last ? 2 : 0), 11);
  return Buffer.concat([header, value]);
};

/** An A-ABORT by the service provider (PS3.8 9.3.8). */
export const abortPdu = (reason: number): Buffer => Buffer.of(PduType.abort, 0, 0, 0, 0, 4, 0, 0, 2, reason);
