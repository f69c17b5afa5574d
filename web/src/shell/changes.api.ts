import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { changedId, isStale, withChange, type Stale } from './changes.js';
import { request } from './request.api.js';
import { readEvents } from './server-sent-events.js';
import type { Service } from './services.js';

type Heard = (id: string | undefined) => void;

const pauseMs = (attempt: number): number => Math.min(15_000, 500 * 2 ** attempt);

/** One line until it breaks. What happened before it stood is asked for once. */
const listen = async (service: Service, signal: AbortSignal, heard: Heard): Promise<void> => {
  const response = await request(service, '/changes', { accept: 'text/event-stream', signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  heard(undefined);
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const read = readEvents(rest + part.value);
    rest = read.rest;
    for (const message of read.messages) heard(changedId(message));
  }
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });

/** Follows a service until the signal. A broken line is taken up again with growing pauses; until it stands, everything is asked again at each try. */
const follow = async (service: Service, signal: AbortSignal, heard: Heard): Promise<void> => {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const hear: Heard = (id) => {
      attempt = 0;
      heard(id);
    };
    await listen(service, signal, hear).catch(() => !signal.aborted && heard(undefined));
    await pause(pauseMs(attempt), signal);
  }
};

/** Gathers changes and hands them on together, at most three times a second. */
const gathered = (hand: (stale: Stale) => void) => {
  let stale: Stale = new Set();
  let due: ReturnType<typeof setTimeout> | undefined;
  const handOn = () => {
    const known = stale;
    stale = new Set();
    due = undefined;
    hand(known);
  };
  const hear: Heard = (id) => {
    stale = withChange(stale, id);
    due ??= setTimeout(handOn, 300);
  };
  return { hear, end: () => clearTimeout(due) };
};

/**
 * Keeps what the page shows of a service current: each change makes the queries that it concerns ask again.
 * A hidden tab lets go of its line, since a browser has only six of them to one address.
 */
export const useChanges = (service: Service): void => {
  const queries = useQueryClient();
  useEffect(() => {
    let line: AbortController | undefined;
    const changes = gathered(
      (stale) => void queries.invalidateQueries({ predicate: ({ queryKey }) => isStale(queryKey, service, stale) }),
    );
    const settle = () => {
      line?.abort();
      line = document.visibilityState === 'hidden' ? undefined : new AbortController();
      if (line) void follow(service, line.signal, changes.hear);
    };
    settle();
    document.addEventListener('visibilitychange', settle);
    return () => {
      document.removeEventListener('visibilitychange', settle);
      line?.abort();
      changes.end();
    };
  }, [service, queries]);
};
