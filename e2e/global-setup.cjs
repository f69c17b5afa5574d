const { spawn } = require('node:child_process');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { createInterface } = require('node:readline');

const lookFor = (port) =>
  new Promise((found) => {
    const server = createServer();
    server.once('error', () => found(undefined));
    server.listen(port, '127.0.0.1', () => server.close(() => found(port)));
  });

/** The first of a row of free ports, below those that the system hands out. */
const freeRow = async (length, from = 20_000 + (process.pid % 1000) * 10) => {
  const row = await Promise.all(Array.from({ length }, (_, place) => lookFor(from + place)));
  return row.includes(undefined) ? freeRow(length, from + length) : from;
};

const placesOf = (first) => ({
  OSTEON_HOME: join(tmpdir(), `osteon-e2e-${process.pid}`),
  OSTEON_WEB_PORT: first,
  OSTEON_DICOM_PORT: first + 1,
  OSTEON_MLLP_PORT: first + 2,
  OSTEON_POSTGRES_PORT: first + 3,
  // The broker takes the next one too.
  OSTEON_KAFKA_PORT: first + 4,
  OSTEON_SERVICES_PORT: first + 6,
  OSTEON_E2E_EMR_PORT: first + 11,
  OSTEON_E2E_PACS_PORT: first + 12,
  OSTEON_E2E_PACS_HTTP_PORT: first + 13,
  // From here on the ports are those of a second platform, which one spec strikes.
  OSTEON_E2E_STRUCK_PORT: first + 14,
});

/** Starts the one platform of the run in a process of its own, which ends when the pipe to it closes, however this run ends. */
module.exports = async () => {
  const places = Object.fromEntries(Object.entries(placesOf(await freeRow(60))).map(([name, value]) => [name, String(value)]));
  Object.assign(process.env, places);
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
