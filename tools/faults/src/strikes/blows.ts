import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { serviceNames, waitUntilReady } from '@osteon/local/platform';
import type { Kind } from '../plan/cells.table.js';
import type { Fault } from '../peers/proxy.js';
import { signal } from './processes.js';
import { refuseConnections } from './refuse-connections.js';
import { secondCopy } from './second-copy.js';
import type { Blow, Field } from './strike.js';

const frozenMs = 8_000;
const awayMs = 5_000;
const togetherMs = 1_500;
/** Answers that suffer: the first attempt, and the next one too. */
const answers = 2;

const kill: Blow = async ({ hospital: { platform } }, target) => {
  while (!signal(platform, target, 'SIGKILL')) await pause(50);
};

const freeze: Blow = async ({ hospital: { platform } }, target) => {
  signal(platform, target, 'SIGSTOP');
  await pause(frozenMs);
  signal(platform, target, 'SIGCONT');
};

const full: Blow = async ({ volumes }, target) => {
  await volumes?.fill(target);
  await pause(awayMs);
  await volumes?.free(target);
};

const clock: Blow = async ({ clockFile = '' }, target) => {
  await writeFile(clockFile, target === 'an hour on' ? '+3600\n' : '-3600\n');
  await pause(awayMs);
  await writeFile(clockFile, '+0\n');
};

/** One after the other, each when the one before is ready again. */
const rolling: Blow = async ({ hospital: { platform } }) => {
  for (const name of serviceNames) {
    const before = platform.services[name].pid();
    signal(platform, name, 'SIGTERM');
    while (platform.services[name].pid() === before) await pause(50);
    await waitUntilReady(`http://127.0.0.1:${platform.places.ports.services[name]}/health/ready`, name);
  }
};

const wire =
  (fault: Fault): Blow =>
  ({ hospital: { proxies } }, target) => {
    proxies[target === 'emr' ? 'emr' : 'pacs'].suffer(fault, answers);
    return Promise.resolve();
  };

/** How each kind is struck. */
export const blows: Readonly<Record<Kind, Blow>> = {
  ...{ kill, relay: kill, freeze, full, clock, rolling },
  refuse: ({ hospital: { platform } }) => refuseConnections(platform.places, awayMs),
  copies: ({ hospital: { platform } }: Field, target) => secondCopy(platform, target, togetherMs),
  ...{ drop: wire('drop'), close: wire('close'), delay: wire('delay'), duplicate: wire('duplicate'), reorder: wire('reorder') },
};
