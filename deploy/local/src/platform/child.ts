import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export interface ChildOptions {
  readonly name: string;
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: string;
  readonly say: (line: string) => void;
  /** Called whenever the process has been started again. */
  readonly started?: () => void;
}

const firstPause = 250;
const longestPause = 10_000;
/** A run of this length counts as healthy: the next crash starts again with the first pause. */
const healthyRun = 30_000;

const ended = (child: ChildProcess): Promise<number | string> =>
  new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code ?? 0)));

/** Puts what a program says into its log. A full disk takes no lines: then they are lost, and the program goes on. */
const keepIn =
  (log: string) =>
  (lines: Buffer): void => {
    try {
      appendFileSync(log, lines);
    } catch {
      return;
    }
  };

const run = ({ script, env, log }: ChildOptions, args: readonly string[]): ChildProcess => {
  mkdirSync(dirname(log), { recursive: true });
  // Detached: Ctrl-C reaches only whoever started it, who then stops the parts in order.
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const said of [child.stdout, child.stderr]) said?.on('data', keepIn(log));
  return child;
};

/** Runs a program once to its end; throws where it does not end well. */
export const runOnce = async (options: ChildOptions, args: readonly string[]): Promise<void> => {
  const outcome = await ended(run(options, args));
  if (outcome !== 0) throw new Error(`${options.name} ${args.join(' ')} ended with ${outcome}; its log is ${options.log}`);
};

/** One service as a process of its own: started again when it dies, and that is said. */
export interface Kept {
  readonly name: string;
  readonly pid: () => number | undefined;
  /** Asks it to end (SIGTERM), waits, and kills it after the grace. */
  readonly stop: (graceMs?: number) => Promise<void>;
}

export const keepRunning = (options: ChildOptions): Kept => {
  let stopping = false;
  let child = run(options, []);
  let pause = firstPause;
  let startedAt = Date.now();
  let wake: () => void = () => undefined;

  const supervise = async (): Promise<void> => {
    while (!stopping) {
      const outcome = await ended(child);
      if (stopping) return;
      pause = Date.now() - startedAt > healthyRun ? firstPause : Math.min(pause * 2, longestPause);
      options.say(`${options.name} ended with ${outcome}; starting it again in ${pause} ms (log: ${options.log})`);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pause);
      });
      if (stopping) return;
      startedAt = Date.now();
      child = run(options, []);
      options.started?.();
    }
  };
  const supervision = supervise();

  return {
    name: options.name,
    pid: () => child.pid,
    stop: async (graceMs = 15_000) => {
      stopping = true;
      wake();
      if (child.exitCode === null && child.signalCode === null) {
        const end = ended(child);
        child.kill('SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
        await end;
        clearTimeout(timer);
      }
      await supervision;
    },
  };
};
