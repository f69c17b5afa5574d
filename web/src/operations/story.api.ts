import { queryOptions, useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { ExamLine } from '../scheduling/exams.api.js';
import { ask } from '../shell/request.api.js';
import { services, type Service } from '../shell/services.js';

/** A stored fact as a service's operations show it. */
export interface StoredEvent {
  readonly eventId: string;
  readonly streamId: string;
  readonly streamVersion: number;
  readonly type: string;
  readonly typeVersion?: number;
  readonly at: string;
  readonly by: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly data: unknown;
}

const eventsOf = (service: Service, key: string) =>
  queryOptions({
    queryKey: [service, 'events', key],
    queryFn: ({ signal }) =>
      ask<{ events: readonly StoredEvent[] }>(service, `/operations/events?key=${encodeURIComponent(key)}`, { signal }),
    refetchInterval: 5_000,
  });

export type Told = UseQueryResult<{ events: readonly StoredEvent[] }>;

/** What each service knows under one key, asked of all five at once; each answers or fails on its own. */
export const useEvents = (key: string): readonly Told[] =>
  useQueries({ queries: services.map((service) => eventsOf(service, key)) });

/** The exams with an accession number; several facilities may use the same one. */
export const examsNumbered = (accessionNumber: string) =>
  ask<{ exams: readonly ExamLine[] }>('scheduling', `/exams?accessionNumber=${encodeURIComponent(accessionNumber)}`);
