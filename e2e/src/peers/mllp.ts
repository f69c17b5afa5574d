import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';

const VT = '\x0b';
const FS_CR = '\x1c\r';

/** Calls `heard` with each whole frame of a connection, decoded as Latin-1 so that every byte stays what it was. */
const onFrames = (socket: Socket, heard: (frame: string) => void): void => {
  let received = '';
  socket.setEncoding('latin1').on('data', (part) => {
    received += String(part);
    for (let end = received.indexOf(FS_CR); end >= 0; end = received.indexOf(FS_CR)) {
      heard(received.slice(received.indexOf(VT) + 1, end));
      received = received.slice(end + FS_CR.length);
    }
  });
};

/** Sends one message over a socket of its own and resolves with the answer, whatever it says. */
export const sendMessage = async (port: number, message: Buffer): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    const answer = new Promise<string>((resolve, reject) => {
      onFrames(socket, resolve);
      socket.once('error', reject).once('close', () => reject(new Error('closed without an answer')));
    });
    socket.write(Buffer.concat([Buffer.from(VT), message, Buffer.from(FS_CR)]));
    return await answer;
  } finally {
    socket.destroy();
  }
};

/** What a record system answers; `silent` takes the message and says nothing. */
export type Mood = 'AA' | 'AE' | 'silent';

/** The record system: keeps every message in the order it came, and answers AA until it is told otherwise. */
export interface RecordSystem {
  /** In UTF-8. */
  readonly received: readonly string[];
  answers(mood: Mood): void;
  close(): Promise<void>;
}

const acknowledgement = (message: string, code: string): string => {
  const [, , application, facility, toApplication, toFacility, at, , , controlId, processing, version] = message.split('\r')[0]?.split('|') ?? [];
  return `MSH|^~\\&|${toApplication}|${toFacility}|${application}|${facility}|${at}||ACK^R01^ACK|A${controlId}|${processing}|${version}\rMSA|${code}|${controlId}\r`;
};

export const startRecordSystem = async (port: number): Promise<RecordSystem> => {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  let mood: Mood = 'AA';
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    onFrames(socket, (frame) => {
      const message = Buffer.from(frame, 'latin1').toString('utf8');
      received.push(message);
      // MSH-3 to MSH-6 and MSH-10 are ASCII: hearing them as Latin-1 changes nothing.
      if (mood !== 'silent') socket.write(VT + acknowledgement(frame, mood) + FS_CR, 'latin1');
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    received,
    answers: (next) => {
      mood = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
};

/** The fields of the first segment of that name, counted as in the standard (OBR-18 is `[18]`); [] where there is none. */
export const segmentOf = (message: string, name: string): readonly string[] => segmentsOf(message, name)[0] ?? [];

/** The same of every segment of that name. */
export const segmentsOf = (message: string, name: string): readonly (readonly string[])[] =>
  message
    .split('\r')
    .map((line) => (line.startsWith('MSH|') ? line.replace('MSH|', 'MSH||') : line).split('|'))
    .filter(([first]) => first === name);
