import { createServer, type Server, type Socket } from 'node:net';
import { deframer, frame, type FramingTrouble } from './mllp-frames.js';

/** Who speaks: the address as seen here, and the connection, whose messages stay in order. */
export interface MllpPeer {
  readonly address: string;
  readonly port: number;
  /** Counts the connections of this server from 1. */
  readonly connection: number;
}

export interface MllpLimits {
  /** Largest message, in bytes. */
  readonly maxBytes: number;
  readonly maxConnections: number;
  /** How long a connection may say nothing between two messages, in milliseconds. */
  readonly idleMs: number;
  /** How long a message may stay unfinished without a further byte, in milliseconds. */
  readonly stalledMs: number;
  /** Answers that the sender leaves unread, in bytes. */
  readonly maxUnreadBytes: number;
  /** How long `close` waits for messages that are being handled, in milliseconds. */
  readonly drainMs: number;
}

export const mllpLimits: MllpLimits = {
  maxBytes: 16 * 1024 * 1024,
  maxConnections: 200,
  idleMs: 15 * 60_000,
  stalledMs: 30_000,
  maxUnreadBytes: 1024 * 1024,
  drainMs: 10_000,
};

export type MllpTrouble = FramingTrouble | 'idle' | 'stalled' | 'answers not read' | 'connection lost' | 'handler failed';

export interface MllpListening {
  readonly host: string;
  readonly port: number;
  readonly limits?: Partial<MllpLimits>;
  /** The answer or answers, in order, once the work is durable; nothing where none is due. Throwing closes the connection unanswered. */
  readonly onMessage: (bytes: Buffer, peer: MllpPeer) => Promise<Uint8Array | readonly Uint8Array[] | undefined>;
  /** For the log: why a connection ended badly. */
  readonly onTrouble?: (trouble: MllpTrouble, peer: MllpPeer, error?: unknown) => void;
}

export interface MllpServer {
  /** The port that is listened on, also where 0 was asked for. */
  readonly port: number;
  /** Takes no more messages, answers those being handled, then ends every connection. */
  close(): Promise<void>;
}

interface Connection {
  readonly socket: Socket;
  readonly done: Promise<void>;
  /** Ends it now, or after the answer to the message in hand. */
  leave(): void;
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const framesOf = (answer: Uint8Array | readonly Uint8Array[] | undefined): Buffer[] =>
  answer === undefined ? [] : (answer instanceof Uint8Array ? [answer] : answer).map(frame);

/** One connection: its messages one after the other; reading pauses while one is handled, so a fast sender is held back. */
const serve = (socket: Socket, peer: MllpPeer, limits: MllpLimits, { onMessage, onTrouble }: MllpListening): Connection => {
  const stream = deframer(limits.maxBytes);
  let trouble: MllpTrouble | undefined;
  let isBusy = false;
  let isLeaving = false;

  socket.setNoDelay(true);
  socket.setKeepAlive(true, 30_000);
  socket.setTimeout(limits.idleMs);
  socket.on('error', () => undefined);
  socket.on('timeout', () => {
    if (isBusy) return;
    trouble = stream.isOpen() ? 'stalled' : 'idle';
    socket.destroy();
  });

  const answerAll = async (messages: readonly Buffer[]): Promise<void> => {
    for (const bytes of messages) {
      if (isLeaving || trouble !== undefined) return;
      isBusy = true;
      for (const answer of framesOf(await onMessage(bytes, peer))) socket.write(answer);
      isBusy = false;
      if (socket.writableLength > limits.maxUnreadBytes) trouble ??= 'answers not read';
    }
  };

  const talk = async (): Promise<void> => {
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      const { messages, trouble: found } = stream.push(chunk);
      await answerAll(messages);
      trouble ??= found;
      if (isLeaving || trouble !== undefined) return;
      socket.setTimeout(stream.isOpen() ? limits.stalledMs : limits.idleMs);
    }
    if (stream.isOpen()) trouble ??= 'connection lost';
  };

  const done = talk()
    .catch((error: unknown) => {
      trouble ??= isBusy ? 'handler failed' : 'connection lost';
      socket.destroy();
      return error;
    })
    .then((error) => {
      if (trouble !== undefined && !isLeaving) onTrouble?.(trouble, peer, error);
      if (trouble === 'answers not read') socket.destroy();
      socket.destroySoon();
    });

  const leave = (): void => {
    isLeaving = true;
    if (!isBusy) socket.destroySoon();
  };
  return { socket, done, leave };
};

/** Listens for HL7 v2 over MLLP. An answer goes out only after `onMessage` has resolved. */
export const listenMllp = async (listening: MllpListening): Promise<MllpServer> => {
  const limits = { ...mllpLimits, ...listening.limits };
  const connections = new Set<Connection>();
  let count = 0;

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const peer = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0, connection: ++count };
    const connection = serve(socket, peer, limits, listening);
    connections.add(connection);
    void connection.done.finally(() => connections.delete(connection));
  });
  server.maxConnections = limits.maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(listening.port, listening.host, resolve);
  });

  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const open = [...connections];
    for (const connection of open) connection.leave();
    const timer = setTimeout(() => open.forEach(({ socket }) => socket.destroy()), limits.drainMs);
    await closed;
    clearTimeout(timer);
  };
  return { port: portOf(server), close };
};
