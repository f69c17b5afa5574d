import type { ToldEvent } from './told-event.js';

const seconds = (from: string, to: string): string => ((Date.parse(to) - Date.parse(from)) / 1000).toFixed(3);

/** Time, seconds since the first, service, fact and who: one line an event. */
export const timelineText = (events: readonly ToldEvent[]): string => {
  const [first] = events;
  if (!first) return 'Nothing is known under this number.';
  const rows = events.map(({ at, service, type, by, streamId, streamVersion }) => [at, `+${seconds(first.at, at)} s`, service, type, by, `${streamId} ${streamVersion}`]);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const last = events[events.length - 1] ?? first;
  return [
    ...rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()),
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
