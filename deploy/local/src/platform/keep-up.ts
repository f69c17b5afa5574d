import { setTimeout as pause } from 'node:timers/promises';

/** A program that the services stand on. */
interface Running {
  readonly pid: number;
  stop(): Promise<void>;
}

export interface KeptUp<Part extends Running> {
  readonly first: Part;
  /** Ends it, also while it is being started again. */
  readonly stop: () => Promise<void>;
}

const lookEveryMs = 250;
const triedAgainAfterMs = 1_000;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Starts Postgres or Kafka, and starts it again at the same place when its process is gone; that is said. */
export const keepUp = async <Part extends Running>(name: string, start: () => Promise<Part>, say: (line: string) => void): Promise<KeptUp<Part>> => {
  const first = await start();
  let running: Part = first;
  let stopping = false;

  const startAgain = async (): Promise<void> => {
    say(`${name} has ended; starting it again`);
    try {
      running = await start();
      say(`${name} is up again`);
    } catch (error) {
      say(`${name} did not start: ${error instanceof Error ? error.message : String(error)}`);
      await pause(triedAgainAfterMs);
    }
  };
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await pause(lookEveryMs);
      if (!stopping && !isAlive(running.pid)) await startAgain();
    }
  };
  const watching = watch();

  return {
    first,
    stop: async () => {
      stopping = true;
      await watching;
      if (isAlive(running.pid)) await running.stop();
    },
  };
};
