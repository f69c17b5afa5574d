import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './binaries.js';
import type { ServerUser } from './server-user.js';

const run = promisify(execFile);

/** A Postgres data folder, the programs that know it and the user who owns it. */
export interface Cluster {
  readonly dataFolder: string;
  /** False: what is committed may be lost with the machine. */
  readonly durable: boolean;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser;
}

const passwordFile = 'superuser.password';

/** Password of the superuser `postgres`, made with the folder and kept in it, readable by its owner only. */
export const superuserPassword = ({ dataFolder }: Cluster): Promise<string> => readFile(join(dataFolder, passwordFile), 'utf8');

const give = async (path: string, { uid, gid }: ServerUser): Promise<void> => {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
};

const initdbArguments = (folder: string, password: string): string[] => [
  ...['--pgdata', folder, '--pwfile', password, '--username', 'postgres', '--auth', 'scram-sha-256'],
  // The same order of text on every machine, whatever its locales.
  ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C', '--no-instructions'],
];

/** Makes the data folder where there is none. It gets its name last, so that a killed start leaves nothing half made. */
export const makeOnce = async ({ dataFolder, durable, binaries, user }: Cluster): Promise<void> => {
  if (existsSync(join(dataFolder, 'PG_VERSION'))) return;
  const unfinished = `${dataFolder}.unfinished`;
  const password = `${dataFolder}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await give(unfinished, user);
  await writeFile(password, randomBytes(18).toString('base64url'), { mode: 0o600 });
  await give(password, user);
  const unsafe = durable ? [] : ['--no-sync'];
  await run(binaries.initdb, [...initdbArguments(unfinished, password), ...unsafe], { ...user, cwd: '/' });
  await rename(password, join(unfinished, passwordFile));
  await rm(dataFolder, { recursive: true, force: true });
  await rename(unfinished, dataFolder);
};

/** Runs pg_ctl on the folder, as the server's user. */
export const pgCtl = ({ dataFolder, binaries, user }: Cluster, command: string, ...flags: string[]): Promise<{ stdout: string }> =>
  run(binaries.pg_ctl, [command, '-D', dataFolder, ...flags], { ...user, cwd: '/' });
