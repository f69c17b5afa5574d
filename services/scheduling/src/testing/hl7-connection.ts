import { connect } from 'node:net';
import { frame, parseMessage, read, type Message } from '@osteon/hl7';

const FRAME_END = Buffer.from([0x1c, 0x0d]);

/** A raw MLLP socket that knows no client library: sends messages and gives back what was answered. */
export interface Hl7Connection {
  /** Sends messages in one write and waits for as many answers. */
  send(...messages: readonly Buffer[]): Promise<Message[]>;
  end(): void;
}

/** MSA-1 of an answer, and code and place of its first error: `AE 102 OBR^1^18` before 2.5, `AE 102 OBR^1^18^1` from then on. */
export const summary = (answer: Message | undefined): string => {
  if (!answer) return 'no answer';
  const place = (position: string) => [1, 2, 3, 4, 5].map((part) => read(answer, `${position}.${part}`) ?? '').join('^').replace(/\^+$/, '');
  const old = read(answer, 'ERR-1.4');
  const error = old === undefined ? [read(answer, 'ERR-3.1'), place('ERR-2')] : [old, place('ERR-1').split('^').slice(0, 3).filter(Boolean).join('^')];
  return [read(answer, 'MSA-1'), ...error].filter(Boolean).join(' ');
};

/** Opens a connection to a listener on this machine. */
export const hl7Connection = async (port: number): Promise<Hl7Connection> => {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  let received = Buffer.alloc(0);
  const waiting: { count: number; resolve: (answers: Message[]) => void; reject: (error: Error) => void }[] = [];
  const take = (): Buffer[] => {
    const frames: Buffer[] = [];
    for (let end = received.indexOf(FRAME_END); end >= 0; end = received.indexOf(FRAME_END)) {
      frames.push(received.subarray(1, end));
      received = received.subarray(end + 2);
    }
    return frames;
  };
  const answers: Message[] = [];
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    answers.push(...take().map((bytes) => parseMessage(bytes, '8859/1')));
    while (waiting[0] && answers.length >= waiting[0].count) {
      const { count, resolve } = waiting.shift() ?? { count: 0, resolve: () => undefined };
      resolve(answers.splice(0, count));
    }
  });
  const fail = (): void => waiting.splice(0).forEach(({ reject }) => reject(new Error('the connection ended without an answer')));
  socket.on('error', fail);
  socket.on('close', fail);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return {
    send: (...messages) =>
      new Promise((resolve, reject) => {
        waiting.push({ count: messages.length, resolve, reject });
        socket.write(Buffer.concat(messages.map(frame)));
      }),
    end: () => socket.destroy(),
  };
};
