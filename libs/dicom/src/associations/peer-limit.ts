import { AbortReason } from './pdu.table.js';
import { ProtocolViolation, type Pdu } from './pdu-reader.js';

/** What Osteon receives in one P-DATA-TF, and the most it sends in one: bytes. */
export const MAX_PDU_LENGTH = 131072;
const LEAST_PDU_LENGTH = 4096;

const FIRST_ITEM = 74;
const USER_INFORMATION = 0x50;
const MAXIMUM_LENGTH = 0x51;

const findItem = (bytes: Buffer, type: number, from: number, end: number): { at: number; end: number } | undefined => {
  for (let at = from; at + 4 <= end; at += 4 + bytes.readUInt16BE(at + 2))
    if (bytes.readUInt8(at) === type) return { at: at + 4, end: Math.min(end, at + 4 + bytes.readUInt16BE(at + 2)) };
  return undefined;
};

/**
 * An A-ASSOCIATE-RQ or -AC with the peer's maximum length (PS3.8 D.1) made one that can be worked with: unlimited (0) and more
 * than ours become ours. Throws ProtocolViolation below 4096 bytes, where a peer would be answered in crumbs without end.
 */
export const withWorkableLimit = ({ type, bytes }: Pdu): Pdu => {
  const user = findItem(bytes, USER_INFORMATION, FIRST_ITEM, bytes.length);
  const item = user && findItem(bytes, MAXIMUM_LENGTH, user.at, user.end);
  if (item === undefined || item.end - item.at < 4)
    throw new ProtocolViolation(AbortReason.invalidParameter, 'no maximum length');
  const asked = bytes.readUInt32BE(item.at);
  if (asked !== 0 && asked < LEAST_PDU_LENGTH)
    throw new ProtocolViolation(AbortReason.invalidParameter, `maximum length ${asked}`);
  if (asked !== 0 && asked <= MAX_PDU_LENGTH) return { type, bytes };
  const limited = Buffer.from(bytes);
  limited.writeUInt32BE(MAX_PDU_LENGTH, item.at);
  return { type, bytes: limited };
};
