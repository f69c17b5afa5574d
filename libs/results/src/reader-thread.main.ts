import { parentPort } from 'node:worker_threads';
import { readerHere } from './read-here.js';
import type { Answer, Ask } from './start-reader.js';

const reader = readerHere();

const answerTo = async ({ id, what, sopInstanceUID, bytes }: Ask): Promise<Answer> =>
  what === 'page'
    ? { id, page: await reader.readPage(sopInstanceUID, bytes) }
    : { id, reads: await reader.read(sopInstanceUID, bytes) };

parentPort?.on('message', (ask: Ask) => {
  answerTo(ask).then(
    (answer) => parentPort?.postMessage(answer),
    (error: unknown) =>
      parentPort?.postMessage({ id: ask.id, failed: error instanceof Error ? error.name : 'broken' } satisfies Answer),
  );
});

// Loading takes longer than reading: the time of an object begins only now
parentPort?.postMessage({ id: 0 } satisfies Answer);
