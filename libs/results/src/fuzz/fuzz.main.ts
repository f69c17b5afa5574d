import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { fuzz } from './fuzz.js';

const { values } = parseArgs({
  options: {
    executions: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const [executions, seed, from] = [Number(values.executions), Number(values.seed), Number(values.from)];
if (![executions, seed, from].every(Number.isSafeInteger)) {
  process.stderr.write('usage: fuzz [--executions N] [--seed S] [--from N]\n');
  process.exit(2);
}

// Most executions end in an error that is told: what it was is enough, and each line of its stack costs time
Error.stackTraceLimit = 2;

/** A loop that never ends cannot say so itself: another thread looks whether the count goes on. */
const watchdog = `
const { workerData } = require('node:worker_threads');
const count = new Int32Array(workerData);
let last = -1;
setInterval(() => {
  const now = Atomics.load(count, 0);
  if (now === last) { process.stderr.write('hang at execution ' + now + '\\n'); process.kill(process.pid, 'SIGKILL'); }
  last = now;
}, 30000);`;

const shared = new SharedArrayBuffer(4);
const count = new Int32Array(shared);
const watcher = new Worker(watchdog, { eval: true, workerData: shared });

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
const began = performance.now();
const memory: { execution: number; rssMb: number; heapMb: number }[] = [];

const begins = (execution: number): void => {
  Atomics.store(count, 0, execution);
  const done = execution - from;
  if (done % Math.max(1, Math.floor(executions / 10)) !== 0) return;
  const { rss, heapUsed } = process.memoryUsage();
  memory.push({ execution, rssMb: megabytes(rss), heapMb: megabytes(heapUsed) });
  process.stderr.write(`${done} of ${executions}, ${megabytes(rss)} MB\n`);
};

const findings = await fuzz({ seed, from, executions, begins });
const seconds = Math.round((performance.now() - began) / 100) / 10;
process.stdout.write(`${JSON.stringify({ seed, from, executions, seconds, findings, memory }, null, 2)}\n`);
await watcher.terminate();
process.exitCode = findings.length === 0 ? 0 : 1;
