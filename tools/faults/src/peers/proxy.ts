import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';

/** What a proxy does to the answers that pass through it. */
export type Fault = 'drop' | 'close' | 'delay' | 'duplicate' | 'reorder';

/** A wire between the platform and a foreign system, which can be made a bad one. */
export interface Proxy {
  readonly port: number;
  /** Answers that come from now on suffer, so many of them; then the wire is good again. */
  suffer(fault: Fault, answers: number): void;
  /** The wire is good from now on. */
  heal(): void;
  /** How many answers have suffered since the last `suffer`. */
  suffered(): number;
  close(): Promise<void>;
}

const delayMs = 3_000;
/** So long the first of two answers is held back for a second one to overtake it. */
const overtakeMs = 1_000;

type Pass = (chunk: Buffer, to: Socket, from: Socket) => void;

const write = (to: Socket, ...chunks: readonly Buffer[]): void => {
  if (!to.destroyed) for (const chunk of chunks) to.write(chunk);
};

const faults = (): Readonly<Record<Fault, Pass>> => {
  let held: { readonly chunk: Buffer; readonly to: Socket } | undefined;
  const release = (): void => {
    if (held) write(held.to, held.chunk);
    held = undefined;
  };
  return {
    drop: (_, to, from) => {
      to.destroy();
      from.destroy();
    },
    close: (_, to, from) => {
      to.end();
      from.end();
    },
    delay: (chunk, to) => void setTimeout(() => write(to, chunk), delayMs),
    duplicate: (chunk, to) => write(to, chunk, chunk),
    reorder: (chunk, to) => {
      if (held) {
        write(to, chunk);
        release();
        return;
      }
      held = { chunk, to };
      setTimeout(release, overtakeMs);
    },
  };
};

/** Listens on loopback and passes everything on to a port there. */
export const startProxy = async (to: number): Promise<Proxy> => {
  const sockets = new Set<Socket>();
  const pass = faults();
  let fault: Fault | undefined;
  let [left, met] = [0, 0];

  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const answer = (chunk: Buffer, client: Socket, peer: Socket): void => {
    if (fault === undefined || left === 0) {
      write(client, chunk);
      return;
    }
    left -= 1;
    met += 1;
    pass[fault](chunk, client, peer);
  };
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const peer = connect({ port: to, host: '127.0.0.1', allowHalfOpen: true });
    keep(client);
    keep(peer);
    client.on('data', (chunk) => write(peer, chunk)).on('end', () => peer.end());
    peer.on('data', (chunk) => answer(chunk, client, peer)).on('end', () => client.end());
    client.on('close', () => peer.destroy());
    peer.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    suffer: (next, answers) => {
      [fault, left, met] = [next, answers, 0];
    },
    heal: () => {
      fault = undefined;
    },
    suffered: () => met,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
};
