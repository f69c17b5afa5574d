import { parentPort } from 'node:worker_threads';

/** Stands in for a reader that an object makes take memory without end. */
const taken = [];
parentPort.on('message', () => {
  for (;;) taken.push(Array.from({ length: 10_000 }, (_, at) => ({ at })));
});

parentPort.postMessage({ id: 0 });
