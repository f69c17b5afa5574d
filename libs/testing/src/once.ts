/** Starts when it is first asked for, and only then; `asked` is that start, where there was one. */
export const once = <T>(start: () => Promise<T>): { ask: () => Promise<T>; asked: () => Promise<T> | undefined } => {
  let started: Promise<T> | undefined;
  return { ask: () => (started ??= start()), asked: () => started };
};
