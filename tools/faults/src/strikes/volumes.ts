import { execFile } from 'node:child_process';
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '@osteon/local';
import type { Places } from '@osteon/local/platform';

const run = promisify(execFile);

/** File systems of their own under the database and the object store, small enough to be filled. */
export interface Volumes {
  /** Leaves no byte on the volume. Throws where there is no such volume. */
  fill(name: string): Promise<void>;
  /** Gives the space back. */
  free(name: string): Promise<void>;
  unmount(): Promise<void>;
}

const sizes: Readonly<Record<string, string>> = { postgres: '3g', objects: '3g' };
const ballast = '.ballast';

const mount = async (path: string, size: string): Promise<void> => {
  await mkdir(path, { recursive: true });
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'osteon-faults', path]);
};

/** The database folder is made first: it gets its place by a rename, which no mount point can. */
const mountPostgres = async (kept: string, { ports }: Places): Promise<void> => {
  const folder = join(kept, 'postgres');
  await (await startPostgres({ dataFolder: folder, port: ports.postgres })).stop();
  const made = `${folder}.made`;
  await rename(folder, made);
  await mount(folder, sizes['postgres'] ?? '');
  await run('chown', ['--reference', made, folder]);
  await run('chmod', ['--reference', made, folder]);
  await run('cp', ['-a', `${made}/.`, folder]);
  await rm(made, { recursive: true });
};

const fill = async (folder: string): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  const file = await open(join(folder, ballast), 'w');
  try {
    const block = Buffer.alloc(1 << 20);
    for (let left = bavail * bsize; left > 0; left -= block.length) await file.write(block.subarray(0, Math.min(left, block.length)));
  } catch (error) {
    // It is full: that was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    await file.close();
  }
};

const unmountAll = async (kept: string): Promise<void> => {
  for (const name of Object.keys(sizes)) await run('umount', ['--lazy', join(kept, name)]).catch(() => undefined);
};

/** Erases a data folder of an earlier run, with what such a run has left mounted there. */
export const eraseVolumes = async (kept: string): Promise<void> => {
  await unmountAll(kept);
  await rm(kept, { recursive: true, force: true });
};

/** Undefined where this machine lets nobody mount: only root can. */
export const openVolumes = async (places: Places): Promise<Volumes | undefined> => {
  const { kept } = places;
  const probe = join(kept, 'probe');
  try {
    await mount(probe, '64k');
  } catch {
    return undefined;
  }
  await run('umount', [probe]);
  await rm(probe, { recursive: true });
  await mount(join(kept, 'objects'), sizes['objects'] ?? '');
  await mountPostgres(kept, places);
  return {
    fill: (name) => fill(join(kept, name)),
    free: (name) => rm(join(kept, name, ballast), { force: true }),
    unmount: () => unmountAll(kept),
  };
};
