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
  /** What was called since. Nothing where the service was ended. */
  counted(platform: Platform, service: ServiceName): Promise<readonly string[]>;
}

export const endingsIn = (folder: string): Endings => {
  const control = join(folder, 'calls');
  const told = `${control}.counted`;
  const say = async (platform: Platform, service: ServiceName, text: string): Promise<void> => {
    writeFileSync(control, text);
    rmSync(told, { force: true });
    await persist(`${service} to count`, () => {
      if (!existsSync(told)) signal(platform, service, 'SIGUSR2');
      return existsSync(told) ? Promise.resolve() : Promise.reject(new Error('not yet'));
    });
  };
  return {
    added: {
      NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'count-calls.js')).href}`,
      OSTEON_FAULTS_CALLS: control,
    },
    arm: (platform, service, before) => say(platform, service, `1 ${before}`),
    counted: async (platform, service) => {
      await say(platform, service, '0 0');
      // Written by the service, as a list of texts.
      return JSON.parse(readFileSync(told, 'utf8')) as string[];
    },
  };
};
