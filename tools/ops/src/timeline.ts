import { z } from 'zod';
import { columns } from './columns.js';
import type { ToldEvent } from './told-event.js';

const word = z.string().optional().catch(undefined);

/** What makes a fact tell its part of the story: a step of the exam, the rule that completed a study, an archive, an answer, a reason. */
const telling = z.object({ step: word, completeBy: word, archiveId: word, answer: word, why: word }).catch({});

const factOf = ({ type, data }: ToldEvent): string => {
  const words = Object.values(telling.parse(data)).filter((value) => value !== undefined);
  return words.length > 0 ? `${type}: ${words.join(' ')}` : type;
};

const seconds = (from: string, to: string): string => ((Date.parse(to) - Date.parse(from)) / 1000).toFixed(3);

/** One event as a line of its own: time, service, fact with its telling words, who, place. */
export const eventLine = (event: ToldEvent): string => [event.at, event.service, factOf(event), event.by, `${event.streamId} ${event.streamVersion}`].join('  ');

/** Time, seconds since the first, service, fact with its telling words, and who: one line an event. */
export const timelineText = (events: readonly ToldEvent[]): string => {
  const [first] = events;
  if (!first) return 'Nothing is known under this number.';
  const rows = events.map((event) => [event.at, `+${seconds(first.at, event.at)} s`, event.service, factOf(event), event.by, `${event.streamId} ${event.streamVersion}`]);
  const last = events[events.length - 1] ?? first;
  return [
    ...columns(rows),
    `${events.length} events in ${seconds(first.at, last.at)} s`,
  ].join('\n');
};

/** The other keys under which facts of this exam may lie: studies that came before they met it. */
export const acquisitionsIn = (events: readonly ToldEvent[]): string[] => {
  const named = events.flatMap(({ data }) => (typeof data === 'object' && data !== null && 'acquisitionId' in data ? [String(data.acquisitionId)] : []));
  return [...new Set(named)];
};

/** Events of several keys as one story, each once. */
export const merged = (events: readonly ToldEvent[]): ToldEvent[] => {
  const once = new Map(events.map((event) => [`${event.service} ${event.streamId} ${event.streamVersion}`, event]));
  return [...once.values()].sort((a, b) => a.at.localeCompare(b.at));
};
