import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Platform, ServiceName } from '@osteon/local/platform';
import { persist } from '../exam/persist.js';
import { signal } from '../strikes/processes.js';

/** Counts what a service does while it answers, and ends it before one of those calls. */
export interface Endings {
  /** Joins the environment of each service. */
  readonly added: NodeJS.ProcessEnv;
  /** From now on: ends the service before the call of that number; 0 only counts. */
  arm(platform: Platform, service: ServiceName, before: number): Promise<void>;
  /** What was called since, where the process of that id is still there; nothing where it was ended. */
  counted(platform: Platform, service: ServiceName, pid: number | undefined): Promise<readonly string[] | undefined>;
}

/** A process that is only starting would die of the signal: it is given time to answer before it is asked again. */
const betweenSignalsMs = 3_000;

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

export const endingsIn = (folder: string): Endings => {
  const control = join(folder, 'calls');
  const told = `${control}.counted`;
  const say = async (platform: Platform, service: ServiceName, text: string, isOver = () => false): Promise<boolean> => {
    writeFileSync(control, text);
    rmSync(told, { force: true });
    let signalledAt = -Infinity;
    return persist(`${service} to count`, () => {
      if (existsSync(told)) return Promise.resolve(true);
      if (isOver()) return Promise.resolve(false);
      if (performance.now() - signalledAt > betweenSignalsMs) {
        signal(platform, service, 'SIGUSR2');
        signalledAt = performance.now();
      }
      return Promise.reject(new Error('not yet'));
    });
  };
  return {
    added: {
      NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'count-calls.js')).href}`,
      OSTEON_FAULTS_CALLS: control,
    },
    arm: async (platform, service, before) => {
      await say(platform, service, `1 ${before}`);
    },
    counted: async (platform, service, pid) => {
      // Killed after its last answer, it can still be listed: its peers have not noticed either.
      const isOver = (): boolean => platform.services[service].pid() !== pid || pid === undefined || !isThere(pid);
      if (!(await say(platform, service, '0 0', isOver))) return undefined;
      // Written by the service, as a list of texts.
      return JSON.parse(readFileSync(told, 'utf8')) as string[];
    },
  };
};
