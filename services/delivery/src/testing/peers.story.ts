import { buffer } from 'node:stream/consumers';
import { listen, Status } from '@osteon/dicom';
import { acknowledge, listenMllp, parseMessage, read, writeMessage } from '@osteon/hl7';

/** A record system that remembers what came and answers as it is told. */
export interface TestEmr {
  readonly port: number;
  /** Every message as it arrived, in order. */
  readonly received: readonly Buffer[];
  /** MSH-10 of what arrived, in order. */
  ids(): string[];
  mood: 'AA' | 'AE' | 'AR' | 'silent' | 'slow';
  /** Lets the answers go that a slow one holds back. */
  release(): void;
  close(): Promise<void>;
}

export const testEmr = async (port = 0): Promise<TestEmr> => {
  const received: Buffer[] = [];
  const held: (() => void)[] = [];
  const server = await listenMllp({
    host: '127.0.0.1',
    port,
    limits: { drainMs: 100 },
    onMessage: async (bytes) => {
      received.push(bytes);
      const { mood } = emr;
      if (mood === 'silent') return undefined;
      if (mood === 'slow') await new Promise<void>((resolve) => held.push(resolve));
      return writeMessage(acknowledge(parseMessage(bytes), { code: mood === 'slow' ? 'AA' : mood, at: '2026-03-02T09:06:00Z' }));
    },
  });
  const emr: TestEmr = {
    port: server.port,
    received,
    ids: () => received.map((bytes) => read(parseMessage(bytes), 'MSH-10') ?? ''),
    mood: 'AA',
    release: () => held.splice(0).forEach((resolve) => resolve()),
    close: server.close,
  };
  return emr;
};

/** An archive that remembers what came and answers with a status. */
export interface TestPacs {
  readonly port: number;
  readonly received: { readonly SOPInstanceUID: string; readonly file: Buffer }[];
  status: number;
  stop(): Promise<void>;
}

export const testPacs = async (): Promise<TestPacs> => {
  const received: TestPacs['received'] = [];
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    handlers: {
      associate: () => ({ accept: true, peer: 'delivery' }),
      store: async ({ SOPInstanceUID, file }) => {
        received.push({ SOPInstanceUID, file: await buffer(file) });
        return pacs.status;
      },
    },
  });
  const pacs: TestPacs = { port: server.port, received, status: Status.Success, stop: () => server.stop(100) };
  return pacs;
};
