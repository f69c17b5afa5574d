import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { ObjectAbsent, ObjectStore, type Bytes } from './object-store.js';

export interface FolderOptions {
  /** Unfinished files not written to for so long are what a crash left behind; other processes may still write theirs. */
  readonly abandonedAfterMs?: number;
}

const HOUR_MS = 3_600_000;

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A new folder is an entry of its parent: that one has to be on disk too. */
const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const above = dirname(first);
  for (let made = folder; made !== above; made = dirname(made)) await syncFolder(dirname(made));
};

const write = async (path: string, bytes: Bytes): Promise<{ sha256: string; size: number }> => {
  const hash = createHash('sha256');
  let size = 0;
  const chunks: Iterable<Buffer> | AsyncIterable<Buffer> = Buffer.isBuffer(bytes) ? [bytes] : bytes;
  const handle = await open(path, 'wx');
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), size };
};

const sweep = async (unfinished: string, abandonedAfterMs: number): Promise<void> => {
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs >= abandonedAfterMs) await rm(path, { force: true });
  }
};

/** `<root>/<service>/<first two digits>/<sha256>`, so that no folder grows too long. */
const pathIn = (root: string, key: string): string => {
  const [service = '', sha256 = ''] = key.split('/');
  return join(root, service, sha256.slice(0, 2), sha256);
};

/**
 * An object store in one folder, for one machine or a shared volume. Written beside, synced, renamed, and the folder synced.
 * The same content again replaces the file by itself, which also heals one that has rotted.
 */
export const folderObjectStore = async (
  root: string,
  { abandonedAfterMs = HOUR_MS }: FolderOptions = {},
): Promise<ObjectStore> => {
  const home = resolve(root);
  const unfinished = join(home, '.unfinished');
  await makeFolder(unfinished);
  await sweep(unfinished, abandonedAfterMs);

  return new ObjectStore({
    keep: async (service, bytes) => {
      const part = join(unfinished, `${randomUUID()}.part`);
      try {
        const kept = await write(part, bytes);
        const path = pathIn(home, `${service}/${kept.sha256}`);
        await makeFolder(dirname(path));
        await rename(part, path);
        await syncFolder(dirname(path));
        return kept;
      } catch (failed) {
        await rm(part, { force: true });
        throw failed;
      }
    },
    open: async (key): Promise<Readable> => {
      const path = pathIn(home, key);
      const handle = await open(path, 'r').catch((failed: NodeJS.ErrnoException) => {
        throw failed.code === 'ENOENT' ? new ObjectAbsent(key) : failed;
      });
      return createReadStream(path, { fd: handle });
    },
    has: (key) =>
      access(pathIn(home, key)).then(
        () => true,
        () => false,
      ),
  });
};
