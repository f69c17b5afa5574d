import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  acknowledge,
  listenMllp,
  parseMessage,
  read,
  segmentsOf,
  writeMessage,
  type ApplicationCode,
  type Message,
} from '@osteon/hl7';

/** A message as it arrived, in order of arrival. */
export interface ReceivedReport {
  /** MSH-10 */
  readonly controlId: string;
  /** OBR-18 of the first order. */
  readonly accessionNumber?: string;
  readonly bytes: Buffer;
  readonly message: Message;
}

/** What the record system does with the next messages: an answer, or nothing at all. */
export type EmrMood = ApplicationCode | 'CA' | 'silent';

export interface EmrOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where messages and the PDFs in them are kept; absent: in memory only. */
  readonly folder?: string;
  readonly now?: () => Date;
  readonly onReport?: (report: ReceivedReport) => void;
}

/** North Hospital's record system: keeps what it gets, then acknowledges. */
export interface Emr {
  readonly port: number;
  readonly received: readonly ReceivedReport[];
  /** How often this MSH-10 came. */
  count(controlId: string): number;
  /** From now on; `AA` at the start. */
  answerWith(mood: EmrMood): void;
  close(): Promise<void>;
}

/** PDF of the first OBX with encapsulated data, decoded. */
export const pdfOf = (message: Message): Buffer | undefined => {
  const [obx] = segmentsOf(message, 'OBX').filter((segment) => read(segment, 'OBX-2') === 'ED' && read(segment, 'OBX-5.3') === 'PDF');
  const base64 = obx && read(obx, 'OBX-5.5');
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
};

/** A file name from a number that came over the wire: nothing but letters, digits and dashes. */
const safe = (text: string): string => text.replace(/[^A-Za-z0-9-]/g, '_').slice(0, 40);

const keep = async (folder: string, count: number, { controlId, bytes, message }: ReceivedReport): Promise<void> => {
  const name = `${String(count).padStart(4, '0')}-${safe(controlId)}`;
  const pdf = pdfOf(message);
  await writeFile(join(folder, `${name}.hl7`), bytes);
  if (pdf !== undefined) await writeFile(join(folder, `${name}.pdf`), pdf);
};

/** Starts the record system; it answers after the message is kept. */
export const startEmr = async ({ host, port, folder, now = () => new Date(), onReport }: EmrOptions): Promise<Emr> => {
  const received: ReceivedReport[] = [];
  let mood: EmrMood = 'AA';
  if (folder !== undefined) await mkdir(folder, { recursive: true });

  const onMessage = async (bytes: Buffer): Promise<Buffer | undefined> => {
    const message = parseMessage(bytes);
    const report = { controlId: read(message, 'MSH-10') ?? '', accessionNumber: read(message, 'OBR-18'), bytes, message };
    received.push(report);
    if (folder !== undefined) await keep(folder, received.length, report);
    onReport?.(report);
    const at = now().toISOString();
    return mood === 'silent' ? undefined : writeMessage(acknowledge(message, { code: mood, at }));
  };
  const server = await listenMllp({ host, port, onMessage });
  return {
    port: server.port,
    received,
    count: (controlId) => received.filter((report) => report.controlId === controlId).length,
    answerWith: (next) => {
      mood = next;
    },
    close: server.close,
  };
};
