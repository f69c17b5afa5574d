import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { readFileSync, writeFileSync, promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Server, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import pg from 'pg';

/**
 * Loaded into a service before anything else (`--import`). Counts what the service asks of Postgres, of the file system and of the
 * sockets of its callers while it answers one of them, and ends the process with signal 9 right before a given call. The file in
 * OSTEON_FAULTS_CALLS says before which; SIGUSR2 has it read, and what was counted until then written beside it.
 */
const control = process.env['OSTEON_FAULTS_CALLS'] ?? '';

const answering = new AsyncLocalStorage<true>();
const inbound = new WeakSet<object>();
let calls: string[] = [];
let endBefore = 0;
let isArmed = false;

process.on('SIGUSR2', () => {
  writeFileSync(`${control}.counted`, JSON.stringify(calls));
  const [armed = '0', before = '0'] = readFileSync(control, 'utf8').split(' ');
  [calls, isArmed, endBefore] = [[], armed === '1', Number(before)];
});

const count = (call: string): void => {
  if (!isArmed || !answering.getStore()) return;
  calls.push(call);
  if (calls.length === endBefore) process.kill(process.pid, 'SIGKILL');
};

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** Has a method of an object counted before it does its work. */
const counted = (holder: object, name: string, say: (given: readonly unknown[]) => string): void => {
  const original = Reflect.get(holder, name) as Method;
  Reflect.set(holder, name, function (this: unknown, ...given: unknown[]) {
    count(say(given));
    return original.apply(this, given);
  });
};

const statementOf = ([asked]: readonly unknown[]): string => {
  const text = typeof asked === 'string' ? asked : String(Reflect.get(Object(asked), 'text') ?? '');
  return text.trim().split(/\s+/).slice(0, 3).join(' ').toLowerCase();
};

counted(pg.Client.prototype, 'query', (given) => `Postgres: ${statementOf(given)}`);
for (const name of ['open', 'rename', 'rm', 'mkdir', 'writeFile']) counted(promises, name, () => `files: ${name}`);
syncBuiltinESMExports();

const probe = await promises.open('/dev/null', 'r');
const FileHandle: object = Object.getPrototypeOf(probe);
await probe.close();
for (const name of ['write', 'writeFile', 'sync', 'datasync', 'close']) counted(FileHandle, name, () => `file: ${name}`);

Reflect.set(Socket.prototype, 'write', function (this: Socket, ...given: unknown[]) {
  if (inbound.has(this)) count('socket: answer');
  return Reflect.apply(Duplex.prototype.write, this, given);
});

/** What a caller sets off is recognised by its context, which each event of the socket brings along. */
const accepted = (socket: Socket): void => {
  inbound.add(socket);
  const context = answering.run(true, () => new AsyncResource('osteon-answering'));
  const emit = Reflect.get(Object(socket), 'emit') as Method;
  Reflect.set(socket, 'emit', (...given: unknown[]) => context.runInAsyncScope(emit, socket, ...given));
};

const emitOfServer = Reflect.get(Object(Server.prototype), 'emit') as Method;
Reflect.set(Server.prototype, 'emit', function (this: Server, ...given: unknown[]) {
  const [name, socket] = given;
  const emit = (): unknown => emitOfServer.apply(this, given);
  if (name !== 'connection' || !(socket instanceof Socket)) return emit();
  accepted(socket);
  return answering.run(true, emit);
});
