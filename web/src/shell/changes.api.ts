import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { request } from './request.api.js';
import { readEvents } from './server-sent-events.js';
import type { Service } from './services.js';

const pauseMs = (attempt: number): number => Math.min(15_000, 500 * 2 ** attempt);

const listen = async (service: Service, signal: AbortSignal, heard: () => void): Promise<void> => {
  const response = await request(service, '/changes', { accept: 'text/event-stream', signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  // What happened before the line stood is asked for once.
  heard();
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const read = readEvents(rest + part.value);
    rest = read.rest;
    if (read.messages.length > 0) heard();
  }
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });

/** Calls `heard` after each change of the service until the signal; a broken line is taken up again with growing pauses. */
const follow = async (service: Service, signal: AbortSignal, heard: () => void): Promise<void> => {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const reset = () => ((attempt = 0), heard());
    await listen(service, signal, reset).catch(() => undefined);
    await pause(pauseMs(attempt), signal);
  }
};

/**
 * Keeps what the page shows of a service current: each change makes its queries ask again, at most three times a second.
 * A hidden tab lets go of its line, since a browser has only six of them to one address.
 */
export const useChanges = (service: Service): void => {
  const queries = useQueryClient();
  useEffect(() => {
    let line: AbortController | undefined;
    let due: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      due ??= setTimeout(() => {
        due = undefined;
        void queries.invalidateQueries({ queryKey: [service] });
      }, 300);
    };
    const settle = () => {
      line?.abort();
      line = document.visibilityState === 'hidden' ? undefined : new AbortController();
      if (line) void follow(service, line.signal, refresh);
    };
    settle();
    document.addEventListener('visibilitychange', settle);
    return () => {
      document.removeEventListener('visibilitychange', settle);
      line?.abort();
      clearTimeout(due);
    };
  }, [service, queries]);
};
