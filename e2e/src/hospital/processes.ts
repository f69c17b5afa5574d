import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlaces, type ServiceName } from '@osteon/local/platform';
import { z } from 'zod';

/** Whatever can die on the machine. */
export type Part = ServiceName | 'kafka' | 'postgres';

const pids = z.record(z.string(), z.number());

const pidOf = (part: Part): number => {
  const { kept } = readPlaces();
  const read = (...path: string[]): string => readFileSync(join(kept, ...path), 'utf8');
  if (part === 'kafka') return Number(read('kafka', 'kafka.pid'));
  if (part === 'postgres') return Number(read('postgres', 'postmaster.pid').split('\n')[0]);
  return pids.parse(JSON.parse(read('services.json')))[part] ?? 0;
};

/** Kills them at once with signal 9, as a power cut does; whoever keeps them running has to notice. */
export const kill = (...parts: readonly Part[]): void => {
  for (const pid of parts.map(pidOf)) {
    if (!(pid > 1)) throw new Error(`no process to kill among ${parts.join(', ')}`);
    process.kill(pid, 'SIGKILL');
  }
};
