const { spawn } = require('node:child_process');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { createInterface } = require('node:readline');

/** A platform and its foreign systems at a row of ports; behind it lie those of a second one, which one spec strikes. */
const rowLength = 60;

const placesAt = (first, platformPorts) => ({
  ...platformPorts(first),
  OSTEON_HOME: join(tmpdir(), `osteon-e2e-${process.pid}`),
  OSTEON_E2E_EMR_PORT: String(first + 11),
  OSTEON_E2E_PACS_PORT: String(first + 12),
  OSTEON_E2E_PACS_HTTP_PORT: String(first + 13),
  OSTEON_E2E_STRUCK_PORT: String(first + 14),
});

/** Starts the one platform of the run in a process of its own, which ends when the pipe to it closes, however this run ends. */
module.exports = async () => {
  const { freeRow, platformPorts } = await import('@osteon/local/platform');
  Object.assign(process.env, placesAt(await freeRow(rowLength, 20_000 + (process.pid % 1000) * 10), platformPorts));
  const told = [];
  const child = spawn(process.execPath, [join(__dirname, 'src/keep-platform.main.ts')], {
    env: { ...process.env, NODE_OPTIONS: '' },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  createInterface({ input: child.stderr }).on('line', (line) => told.push(line));
  const ready = new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  globalThis.osteonPlatform = { child, ended };
  await Promise.race([ready, ended.then(() => Promise.reject(new Error(`The platform did not start:\n${told.join('\n')}`)))]);
};
