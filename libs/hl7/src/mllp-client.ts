import { connect, type Socket } from 'node:net';
import { deframer, frame } from './mllp-frames.js';
import { mllpLimits } from './mllp-server.js';
import type { Message } from './message.js';
import { parseMessage } from './parse.js';
import { read } from './read.js';

export interface MllpAddress {
  readonly host: string;
  readonly port: number;
}

/** What became of a message: answered by its receiver, possibly arrived, or certainly not. */
export type MllpOutcome =
  | { readonly kind: 'answered'; readonly bytes: Buffer }
  | { readonly kind: 'uncertain'; readonly why: string }
  | { readonly kind: 'not-sent'; readonly why: string };

/** Receivers that leave MSH-18 empty write MSA-3 in what they have: any bytes will do for the code and the number. */
const messageOf = (bytes: Buffer): Message | undefined => {
  try {
    return parseMessage(bytes, '8859/1');
  } catch {
    return undefined;
  }
};

/** CA only says that the message is kept: the application's answer is still to come. */
const isAcceptance = (answer: Message): boolean => read(answer, 'MSA-1') === 'CA';

/** Why a frame is not the answer that is waited for; `undefined` where it is. */
const notTheAnswer = (bytes: Buffer, controlId: string): string | undefined => {
  const answer = messageOf(bytes);
  if (answer === undefined) return 'the answer is not readable';
  if (read(answer, 'MSA-2') !== controlId) return 'the answer belongs to another message';
  return isAcceptance(answer) ? 'accepted (CA), but no application answer' : undefined;
};

/** Waits on an open connection for the frame that answers `controlId`. */
const answerOn = (socket: Socket, controlId: string, deadline: AbortSignal): Promise<MllpOutcome> =>
  new Promise((resolve) => {
    const stream = deframer(mllpLimits.maxBytes);
    let why: string | undefined;
    const uncertain = (reason: string): void => resolve({ kind: 'uncertain', why: why ?? reason });
    socket.on('data', (chunk) => {
      const { messages, trouble } = stream.push(Buffer.from(chunk));
      for (const bytes of messages) {
        why = notTheAnswer(bytes, controlId);
        if (why === undefined) resolve({ kind: 'answered', bytes });
      }
      if (trouble !== undefined) uncertain(`the answer is not MLLP: ${trouble}`);
    });
    socket.once('end', () => uncertain('the connection was closed without an answer'));
    socket.once('error', () => uncertain('the connection broke without an answer'));
    deadline.addEventListener('abort', () => uncertain('no answer in time'));
  });

const opened = (socket: Socket, deadline: AbortSignal): Promise<string | undefined> =>
  new Promise((resolve) => {
    socket.once('connect', () => resolve(undefined));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'no connection'));
    deadline.addEventListener('abort', () => resolve('no connection in time'));
  });

/**
 * Sends one message on a connection of its own and waits for its answer: the frame on this connection whose MSA-2 is its MSH-10.
 * Once a byte may have left, everything but that answer is uncertain. The connection is closed in every case.
 */
export const sendMllp = async (to: MllpAddress, bytes: Uint8Array, { timeoutMs }: { timeoutMs: number }): Promise<MllpOutcome> => {
  const controlId = read(parseMessage(bytes), 'MSH-10');
  if (controlId === undefined) throw new Error('a message without MSH-10 cannot be answered');
  const socket = connect({ host: to.host, port: to.port, noDelay: true });
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const why = await opened(socket, deadline);
    if (why !== undefined) return { kind: 'not-sent', why };
    const outcome = answerOn(socket, controlId, deadline);
    socket.write(frame(bytes));
    return await outcome;
  } finally {
    socket.on('error', () => undefined);
    socket.destroy();
  }
};
