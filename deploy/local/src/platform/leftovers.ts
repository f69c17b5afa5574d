import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kept } from './child.js';

const file = (kept: string): string => join(kept, 'services.json');

/** Notes which processes were started, so that the next start can end those that a killed start left running. */
export const rememberPids = (kept: string, services: readonly Kept[]): void => {
  writeFileSync(file(kept), JSON.stringify(Object.fromEntries(services.map((service) => [service.name, service.pid()]))));
};

/** True only where the process still runs what we started under this pid: a pid may have been given to another program. */
const isOurs = (pid: number, name: string): boolean => {
  const commandLine = `/proc/${pid}/cmdline`;
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(`services/${name}/dist/main.js`);
};

/** Ends services that an earlier start of this data folder left behind. */
export const leaveNothingBehind = async (kept: string): Promise<void> => {
  if (!existsSync(file(kept))) return;
  const pids = JSON.parse(readFileSync(file(kept), 'utf8')) as Record<string, number>;
  for (const [name, pid] of Object.entries(pids)) {
    if (!isOurs(pid, name)) continue;
    process.kill(pid, 'SIGKILL');
    while (isOurs(pid, name)) await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
