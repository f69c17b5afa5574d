import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pgCtl, type Cluster } from './cluster.js';

const run = promisify(execFile);

/** postmaster.pid: process id on line 1, port on line 4. */
const pidLines = async ({ dataFolder }: Cluster): Promise<string[]> =>
  (await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n').map((line) => line.trim());

/** Process id of the folder's server. */
export const pidOf = async (cluster: Cluster): Promise<number> => Number((await pidLines(cluster))[0]);

/** Also true where the pid belongs to some other program by now. */
const pidIsAlive = (cluster: Cluster): Promise<boolean> => pgCtl(cluster, 'status').then(() => true, () => false);

const isServerOf = async ({ dataFolder }: Cluster, pid: string | undefined): Promise<boolean> => {
  const { stdout } = await run('ps', ['-o', 'command=', '-p', pid ?? '0']).catch(() => ({ stdout: '' }));
  return stdout.includes(dataFolder);
};

/** The port of a server that a killed run has left on this folder. A pid file that now names another program is removed. */
export const portOfRunning = async (cluster: Cluster): Promise<number | undefined> => {
  const [pid, , , port] = await pidLines(cluster);
  if (!(await pidIsAlive(cluster))) return undefined;
  if (await isServerOf(cluster, pid)) return Number(port);
  await rm(join(cluster.dataFolder, 'postmaster.pid'), { force: true });
  return undefined;
};
