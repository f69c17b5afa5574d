import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['/usr/lib/x86_64-linux-gnu/faketime', '/usr/lib/aarch64-linux-gnu/faketime', '/usr/lib/faketime'];

/** What makes the clocks of the services follow a file (libfaketime); undefined where that is not installed. */
export const clockEnvironment = (folder: string): { readonly file: string; readonly added: NodeJS.ProcessEnv } | undefined => {
  const library = folders.map((each) => join(each, 'libfaketimeMT.so.1')).find((path) => existsSync(path));
  if (!library) return undefined;
  const file = join(folder, 'clock');
  writeFileSync(file, '+0\n');
  // Only the calendar jumps: what measures durations goes on, as it does on a real machine.
  const added = { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_CACHE_DURATION: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' };
  return { file, added };
};
