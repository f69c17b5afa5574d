/** npm passes a Ctrl-C on that the terminal has given to every process already: both are one. */
const oneAndTheSameMs = 1_000;

/** Somebody wants it to end: no error. */
export class AskedToEnd extends Error {
  constructor() {
    super('asked to end');
    this.name = 'AskedToEnd';
  }
}

/** Aborted by Ctrl-C or SIGTERM, from now on, so that what was started can be ended in order. A second Ctrl-C does not wait. */
export const askedToEnd = (): AbortSignal => {
  const asked = new AbortController();
  let askedAt = 0;
  const end = (): void => {
    if (asked.signal.aborted && Date.now() - askedAt > oneAndTheSameMs) process.exit(1);
    if (asked.signal.aborted) return;
    askedAt = Date.now();
    console.error('Stopping ...');
    asked.abort(new AskedToEnd());
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return asked.signal;
};

/** The work's outcome; rejects with AskedToEnd as soon as somebody asks. */
export const unlessAsked = <T>(asked: AbortSignal, work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      const end = (): void => reject(new AskedToEnd());
      if (asked.aborted) end();
      else asked.addEventListener('abort', end, { once: true });
    }),
  ]);

/** Stays up until somebody asks. */
export const untilAsked = (asked: AbortSignal): Promise<void> => unlessAsked(asked, new Promise<never>(() => undefined)).catch(() => undefined);
