import { services, type Service } from '../shell/services.js';
import type { StoredEvent } from './story.api.js';

/** One fact of the story, with the service that keeps it and the time since the fact before. */
export interface Told extends StoredEvent {
  readonly service: Service;
  readonly sinceMs?: number;
}

const byTime = (a: Omit<Told, 'sinceMs'>, b: Omit<Told, 'sinceMs'>): number =>
  a.at.localeCompare(b.at) || services.indexOf(a.service) - services.indexOf(b.service) || a.streamVersion - b.streamVersion;

/** Merges what the services know into one story by time; within a stream the order of its versions stands. */
export const storyOf = (known: Partial<Record<Service, readonly StoredEvent[]>>): readonly Told[] => {
  const all = services.flatMap((service) => (known[service] ?? []).map((event) => ({ ...event, service }))).toSorted(byTime);
  return all.map((event, index) => {
    const before = all[index - 1];
    return before ? { ...event, sinceMs: Date.parse(event.at) - Date.parse(before.at) } : event;
  });
};

/** From the first fact to the last, in milliseconds. */
export const spanMs = (story: readonly Told[]): number => {
  const [first, last] = [story[0], story.at(-1)];
  return first && last ? Date.parse(last.at) - Date.parse(first.at) : 0;
};

/** `ScanReceived` as words: `Scan received`. */
export const eventInWords = (type: string): string => {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
