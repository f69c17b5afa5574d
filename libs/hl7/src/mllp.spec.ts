import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { acknowledge } from './acknowledge.js';
import { sendMllp } from './mllp-client.js';
import { deframer, frame } from './mllp-frames.js';
import { listenMllp, type MllpListening, type MllpServer, type MllpTrouble } from './mllp-server.js';
import { parseMessage } from './parse.js';
import { read } from './read.js';
import { writeMessage } from './write.js';

const order = (controlId: string): Buffer => Buffer.from(`MSH|^~\\&|RIS|NORTH|||20260504073000||ORM^O01|${controlId}|P|2.3.1\r`);
const ack = (bytes: Uint8Array, code: 'AA' | 'AE' | 'CA' = 'AA'): Buffer =>
  writeMessage(acknowledge(parseMessage(bytes), { code, at: '2026-05-04T07:30:00Z' }));
const idOf = (bytes: Uint8Array): string => read(parseMessage(bytes), 'MSA-2') ?? read(parseMessage(bytes), 'MSH-10') ?? '';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const listening = async (rest: Partial<MllpListening> = {}): Promise<MllpServer> => {
  const server = await listenMllp({ host: '127.0.0.1', port: 0, onMessage: async (bytes) => ack(bytes), ...rest });
  closers.push(() => server.close());
  return server;
};

/** A sender that writes what it is told and keeps the ids that were answered, in order. */
const sender = async (port: number): Promise<{ socket: Socket; answered: string[]; closed: Promise<unknown> }> => {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  const answered: string[] = [];
  const stream = deframer(1000);
  socket.on('data', (chunk) => answered.push(...stream.push(Buffer.from(chunk)).messages.map(idOf)));
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  closers.push(() => socket.destroy());
  return { socket, answered, closed };
};

/** A gate that a handler waits at. */
const gate = (): { passed: Promise<void>; open: () => void } => {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
};

describe('the server', () => {
  it('answers several messages of one segment in their order, each after the one before is done', async () => {
    const seen: string[] = [];
    const server = await listening({
      onMessage: async (bytes) => {
        seen.push(`begin ${idOf(bytes)}`);
        await new Promise(setImmediate);
        seen.push(`end ${idOf(bytes)}`);
        return ack(bytes);
      },
    });
    const { socket, answered, closed } = await sender(server.port);
    socket.end(Buffer.concat([frame(order('1')), frame(order('2')), frame(order('3'))]));
    await closed;
    expect(seen).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
    expect(answered).toEqual(['1', '2', '3']);
  });

  it('takes a message that comes in pieces', async () => {
    const server = await listening();
    const { socket, answered, closed } = await sender(server.port);
    for (const byte of frame(order('1'))) {
      socket.write(Buffer.from([byte]));
      await new Promise(setImmediate);
    }
    socket.end();
    await closed;
    expect(answered).toEqual(['1']);
  });

  it('sends no answer where none is due, and two in their order', async () => {
    const server = await listening({ onMessage: async (bytes) => (idOf(bytes) === '1' ? undefined : [ack(bytes, 'CA'), ack(bytes)]) });
    const { socket, answered, closed } = await sender(server.port);
    socket.end(Buffer.concat([frame(order('1')), frame(order('2'))]));
    await closed;
    expect(answered).toEqual(['2', '2']);
  });

  const troubled = async (bytes: Buffer, rest: Partial<MllpListening> = {}): Promise<[MllpTrouble[], string[]]> => {
    const troubles: MllpTrouble[] = [];
    const told = gate();
    const onTrouble = (trouble: MllpTrouble): void => {
      troubles.push(trouble);
      told.open();
    };
    const server = await listening({ onTrouble, ...rest });
    const { socket, answered, closed } = await sender(server.port);
    socket.write(bytes);
    await Promise.all([closed, told.passed]);
    return [troubles, answered];
  };

  it('closes on garbage, after answering what came before it', async () => {
    expect(await troubled(Buffer.concat([frame(order('1')), Buffer.from('GET /')]))).toEqual([['garbage between messages'], ['1']]);
  });

  it('closes on a message over the limit', async () => {
    expect(await troubled(frame(order('1')), { limits: { maxBytes: 20 } })).toEqual([['message too large'], []]);
  });

  it('closes a connection that stays silent', async () => {
    expect(await troubled(frame(order('1')), { limits: { idleMs: 50 } })).toEqual([['idle'], ['1']]);
  });

  it('closes a connection that stops inside a message', async () => {
    expect(await troubled(Buffer.from('\u000bMSH|'), { limits: { stalledMs: 50 } })).toEqual([['stalled'], []]);
  });

  it('tells of a sender that leaves inside a message', async () => {
    const told = gate();
    const troubles: MllpTrouble[] = [];
    const server = await listening({
      onTrouble: (trouble) => {
        troubles.push(trouble);
        told.open();
      },
    });
    const { socket } = await sender(server.port);
    socket.end(Buffer.concat([frame(order('1')), Buffer.from('\u000bMSH|')]));
    await told.passed;
    expect(troubles).toEqual(['connection lost']);
  });

  it('closes on a sender that never reads its answers', async () => {
    const told = gate();
    const troubles: MllpTrouble[] = [];
    const server = await listening({
      limits: { maxUnreadBytes: 100_000 },
      onMessage: async () => Buffer.alloc(1_000_000, 'A'),
      onTrouble: (trouble) => {
        troubles.push(trouble);
        told.open();
      },
    });
    const { socket } = await sender(server.port);
    socket.pause();
    for (let n = 0; n < 100; n += 1) socket.write(frame(order(`${n}`)));
    await told.passed;
    expect(troubles).toEqual(['answers not read']);
  });

  it('does not answer when the handler fails, and closes', async () => {
    const onMessage = async (): Promise<never> => {
      throw new Error('the store is away');
    };
    expect(await troubled(frame(order('1')), { onMessage })).toEqual([['handler failed'], []]);
  });

  it('does not count a long handler as silence', async () => {
    const door = gate();
    const server = await listening({
      limits: { idleMs: 30 },
      onMessage: async (bytes) => {
        await door.passed;
        return ack(bytes);
      },
    });
    const { socket, answered, closed } = await sender(server.port);
    socket.write(frame(order('1')));
    setTimeout(door.open, 120);
    await closed;
    expect(answered).toEqual(['1']);
  });

  it('drains: answers the message in hand, takes no other, and ends', async () => {
    const [begun, door] = [gate(), gate()];
    const handled: string[] = [];
    const server = await listening({
      onMessage: async (bytes) => {
        handled.push(idOf(bytes));
        begun.open();
        await door.passed;
        return ack(bytes);
      },
    });
    const { socket, answered, closed } = await sender(server.port);
    const silent = await sender(server.port);
    socket.write(Buffer.concat([frame(order('1')), frame(order('2'))]));
    await begun.passed;
    const closing = server.close();
    await silent.closed;
    door.open();
    await Promise.all([closing, closed]);
    expect([handled, answered]).toEqual([['1'], ['1']]);
  });

  it('gives up on a handler that outlives the drain', async () => {
    const begun = gate();
    const server = await listening({
      limits: { drainMs: 50 },
      onMessage: () => {
        begun.open();
        return new Promise(() => undefined);
      },
    });
    const { socket, answered, closed } = await sender(server.port);
    socket.write(frame(order('1')));
    await begun.passed;
    await server.close();
    await closed;
    expect(answered).toEqual([]);
  });
});

describe('the client', () => {
  /** A receiver that does with each connection what the test says. */
  const receiver = async (onBytes: (socket: Socket, bytes: Buffer) => void): Promise<number> => {
    const server: Server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => onBytes(socket, Buffer.from(chunk)));
      closers.push(() => socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(() => server.close());
    return (server.address() as AddressInfo).port;
  };
  const send = (port: number) => sendMllp({ host: '127.0.0.1', port }, order('7'), { timeoutMs: 150 });

  it('gives the answer of the receiver', async () => {
    const server = await listening({ onMessage: async (bytes) => ack(bytes, 'AE') });
    expect(await send(server.port)).toEqual({ kind: 'answered', bytes: ack(order('7'), 'AE') });
  });

  it('reads an answer in Latin 1 that does not say so', async () => {
    const answer = Buffer.from('MSH|^~\\&|EMR||OSTEON|||||1|P|2.3.1\rMSA|AA|7|erledigt f\u00fcr M\u00fcller\r', 'latin1');
    const port = await receiver((socket) => socket.write(frame(answer)));
    expect(await send(port)).toEqual({ kind: 'answered', bytes: answer });
  });

  it('waits for AA after CA', async () => {
    const port = await receiver((socket) => socket.write(Buffer.concat([frame(ack(order('7'), 'CA')), frame(ack(order('7')))])));
    expect(await send(port)).toEqual({ kind: 'answered', bytes: ack(order('7')) });
  });

  it.each<[string, string, (socket: Socket) => void]>([
    ['silence', 'no answer in time', () => undefined],
    ['CA alone', 'accepted (CA), but no application answer', (socket) => socket.write(frame(ack(order('7'), 'CA')))],
    ['the answer to another message', 'the answer belongs to another message', (socket) => socket.write(frame(ack(order('6'))))],
    ['an answer that is no HL7', 'the answer is not readable', (socket) => socket.write(frame(Buffer.from('OK')))],
    ['bytes without a frame', 'the answer is not MLLP: garbage between messages', (socket) => socket.write('OK')],
    ['a close', 'the connection was closed without an answer', (socket) => socket.end()],
    ['half an answer and a close', 'the connection was closed without an answer', (socket) => socket.end('\u000bMSH|')],
    ['a reset', 'the connection broke without an answer', (socket) => socket.resetAndDestroy()],
  ])('calls %s uncertain', async (_, why, act) => {
    const port = await receiver((socket) => act(socket));
    expect(await send(port)).toEqual({ kind: 'uncertain', why });
  });

  it('says what certainly was not sent', async () => {
    const server = await listening();
    await server.close();
    expect(await send(server.port)).toEqual({ kind: 'not-sent', why: 'ECONNREFUSED' });
  });

  it('wants a number to correlate by', async () => {
    await expect(sendMllp({ host: '127.0.0.1', port: 1 }, Buffer.from('MSH|^~\\&|RIS'), { timeoutMs: 1 })).rejects.toThrow('MSH-10');
  });
});
