import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Acceptor, type Served } from './acceptor.js';
import type { AssociationHandlers } from './handlers.js';
import { PduGate } from './pdu-gate.js';

/** Bounds of a listener; times in milliseconds. */
export interface Limits {
  /** Associations open at once; one more is rejected as temporary congestion. */
  readonly associations: number;
  /** A connection that says nothing, or does not end when it should. */
  readonly artim: number;
  /** An association without traffic in which we owe no answer. */
  readonly idle: number;
}

export const defaultLimits: Limits = { associations: 64, artim: 30_000, idle: 300_000 };

export interface ListenOptions<Peer> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly limits?: Partial<Limits>;
  readonly privateStorageClasses?: readonly string[];
  readonly handlers: AssociationHandlers<Peer>;
}

export interface AssociationServer {
  readonly port: number;
  /** Associations that are open or opening. */
  readonly associations: number;
  /** Takes no more associations, lets the open ones finish for so long, and aborts what is left. */
  stop(graceMs?: number): Promise<void>;
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** Listens for associations on one address. Rejects where the address is taken. */
export const listen = async <Peer>(options: ListenOptions<Peer>): Promise<AssociationServer> => {
  const { handlers } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const gates = new Set<PduGate>();
  let stopping = false;

  const served: Served<Peer> = {
    handlers,
    services: {
      find: handlers.find !== undefined,
      store: handlers.store !== undefined,
      steps: handlers.createStep !== undefined && handlers.setStep !== undefined,
      commit: handlers.commit !== undefined,
      committed: handlers.committed !== undefined,
      privateStorageClasses: options.privateStorageClasses ?? [],
    },
    admits: () => !stopping && gates.size <= limits.associations,
  };

  const server = createServer((socket: Socket) => {
    const gate = new PduGate(socket, 'acceptor', limits);
    gates.add(gate);
    gate.on('close', () => gates.delete(gate));
    new Acceptor(gate, { id: randomUUID(), address: socket.remoteAddress ?? '' }, served);
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');

  const stop = async (graceMs = 10_000): Promise<void> => {
    stopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    await Promise.race([closed, setTimeout(graceMs, undefined, { ref: false })]);
    for (const gate of gates) {
      gate.abort();
      gate.destroy();
    }
    await closed;
  };

  return {
    port: portOf(server),
    get associations() {
      return gates.size;
    },
    stop,
  };
};
