import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const commandOf = (pid: number): Promise<string> =>
  readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() =>
    run('ps', ['-o', 'command=', '-p', String(pid)]).then(
      ({ stdout }) => stdout,
      () => '',
    ),
  );

/** Ends a process and resolves when it is gone: SIGTERM, and SIGKILL after `graceMs`. */
export const endProcess = async (pid: number, isGone: () => boolean | Promise<boolean>, graceMs = 10_000): Promise<void> => {
  const signal = (name: NodeJS.Signals): void => {
    try {
      process.kill(pid, name);
    } catch {
      // It is gone already.
    }
  };
  signal('SIGTERM');
  const patience = Date.now() + graceMs;
  while (!(await isGone())) {
    if (Date.now() > patience) signal('SIGKILL');
    await pause(50);
  }
};

/** Ends the process that an earlier run left behind, if the pid in the file still runs with `mark` in its command line. */
export const endLeftover = async (pidFile: string, mark: string): Promise<void> => {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => '0'));
  const isGone = async (): Promise<boolean> => !(await commandOf(pid)).includes(mark);
  if (pid > 0 && !(await isGone())) await endProcess(pid, isGone);
  await rm(pidFile, { force: true });
};
