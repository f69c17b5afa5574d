import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { limits } from './limits.js';
import { unreadObject, type ObjectRead, type RunningReader } from './object-read.js';
import { nothing, onlyProblem, type Findings } from './study.js';

/** What the thread is asked for, and what it answers. */
export interface Ask {
  readonly id: number;
  readonly what: 'object' | 'page';
  readonly sopInstanceUID: string;
  readonly bytes: Uint8Array;
}

export interface Answer {
  readonly id: number;
  readonly reads?: readonly ObjectRead[];
  readonly page?: Findings;
  /** A reader that is broken, by its own words: never by what the object holds. */
  readonly failed?: string;
}

/** The reader itself cannot begin (a module that is missing, no memory at all): nothing is said of any object. */
export class ReaderNotStarted extends Error {
  constructor(why: string) {
    super(`the reader has not started: ${why}`);
    this.name = 'ReaderNotStarted';
  }
}

export interface ReaderLimits {
  readonly objectMs: number;
  readonly ocrMs: number;
  readonly workerMegabytes: number;
}

/** The built thread; beside sources, in tests, the one that compiles them. */
const entry = (): string => {
  const built = join(import.meta.dirname, 'reader-thread.main.js');
  return existsSync(built) ? built : join(import.meta.dirname, 'testing', 'thread-from-source.mjs');
};

/** Loading what the thread runs, on a machine that has much else to do. */
const startMs = 120_000;

const startThread = (file: string, megabytes: number): Worker => {
  const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  thread.unref();
  return thread;
};

/** One answer, or why there is none: the thread was too slow, or has ended. Without an ask: that it is ready, or why it is not. */
const askThread = (thread: Worker, ask: Ask | undefined, ms: number): Promise<Answer | string> =>
  new Promise((resolve) => {
    const settle = (answer: Answer | string): void => {
      clearTimeout(timer);
      thread.off('message', settle).off('error', onError).off('exit', onExit);
      resolve(answer);
    };
    const onError = (error: Error): void => settle(ask === undefined ? error.message : 'reader ended: out of memory, or broken');
    const onExit = (): void => settle('reader ended');
    const timer = setTimeout(() => settle(`not read within ${ms} ms`), ms);
    thread.on('message', settle).on('error', onError).on('exit', onExit);
    if (ask === undefined) return;
    // A copy: the bytes stay the caller's, and a view would take its whole buffer along
    const bytes = Uint8Array.from(ask.bytes);
    thread.postMessage({ ...ask, bytes }, [bytes.buffer]);
  });

/** A reader that is broken says so, and its thread goes on. */
const orWhyNot = (answer: Answer | string): Answer | string => (typeof answer === 'string' ? answer : (answer.failed ?? answer));

/**
 * Reads objects in a thread of its own, one after the other: what an object of a stranger can take is bounded in time and
 * memory, and costs that object's numbers only; the next one has a new thread. Rejects with ReaderNotStarted where no thread can begin. The thread does not keep the process alive; `end` ends it.
 */
export const startReader = (given: Partial<ReaderLimits> = {}, file = entry()): RunningReader => {
  const { objectMs, ocrMs, workerMegabytes } = { ...limits, ...given };
  let thread: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  const end = async (): Promise<void> => {
    const ending = thread;
    thread = undefined;
    await ending?.terminate();
  };

  const begin = async (): Promise<Worker> => {
    const begun = startThread(file, workerMegabytes);
    thread = begun;
    const ready = await askThread(begun, undefined, startMs);
    if (typeof ready !== 'string') return begun;
    await end();
    throw new ReaderNotStarted(ready);
  };

  const ask = async (what: Ask['what'], sopInstanceUID: string, bytes: Uint8Array): Promise<Answer | string> => {
    const running = thread ?? (await begin());
    count += 1;
    const answer = await askThread(running, { id: count, what, sopInstanceUID, bytes }, what === 'page' ? ocrMs : objectMs);
    if (typeof answer === 'string') await end();
    return orWhyNot(answer);
  };

  const inTurn = (what: Ask['what'], sopInstanceUID: string, bytes: Uint8Array): Promise<Answer | string> => {
    const answer = last.then(() => ask(what, sopInstanceUID, bytes));
    last = answer.catch(() => undefined);
    return answer;
  };

  return {
    async read(sopInstanceUID, bytes) {
      if (bytes.length > limits.objectBytes) return [unreadObject(sopInstanceUID, 'UNREADABLE', 'too large')];
      const answer = await inTurn('object', sopInstanceUID, bytes);
      return typeof answer === 'string' ? [unreadObject(sopInstanceUID, 'UNREADABLE', answer)] : (answer.reads ?? []);
    },
    async readPage(sopInstanceUID, bytes) {
      const answer = await inTurn('page', sopInstanceUID, bytes);
      if (typeof answer === 'string') return onlyProblem({ code: 'UNREADABLE', detail: `ocr ${answer}`, sopInstanceUID });
      return answer.page ?? nothing;
    },
    end,
  };
};
