import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Who runs the server, in the form of spawn options. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

const idsOf = async (name: string): Promise<ServerUser> => {
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)));
  return { uid, gid };
};

/** Postgres refuses to run as root: then it is the system's user postgres, made where it is absent; else whoever asks. */
export const serverUser = async (): Promise<ServerUser> => {
  if (process.getuid?.() !== 0) return {};
  try {
    return await idsOf('postgres');
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return idsOf('postgres');
  }
};

const foldersAbove = (path: string): string[] => {
  const above = dirname(path);
  return above === path ? [] : [...foldersAbove(above), above];
};

/** Throws, naming the folder, where the server's user cannot reach a path: a checkout under a closed home, for example. */
export const requireReachable = async (path: string, user: ServerUser): Promise<void> => {
  for (const folder of foldersAbove(path)) {
    await run('test', ['-x', folder], { ...user, cwd: '/' }).catch(() => {
      throw new Error(
        `Postgres runs as the user postgres, who cannot pass through ${folder} to reach ${path}. ` +
          `Check the repository out where everybody may pass, or allow it: chmod o+x ${folder}`,
      );
    });
  }
};
