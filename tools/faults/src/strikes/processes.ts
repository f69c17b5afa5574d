import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Places, Platform, ServiceName } from '@osteon/local/platform';

const isService = (platform: Platform, part: string): part is ServiceName => part in platform.services;

const firstNumberIn = (path: string): number => (existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : 0);

const backingPid = ({ kept }: Places, part: string): number =>
  part === 'kafka' ? firstNumberIn(join(kept, 'kafka/kafka.pid')) : firstNumberIn(join(kept, 'postgres/postmaster.pid'));

const pidOf = (platform: Platform, part: string): number =>
  isService(platform, part) ? (platform.services[part].pid() ?? 0) : backingPid(platform.places, part);

/** Sends a signal to a service, `kafka` or `postgres`; false where it is just being started again. */
export const signal = (platform: Platform, part: string, name: NodeJS.Signals): boolean => {
  const pid = pidOf(platform, part);
  if (!(pid > 1)) return false;
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
};
