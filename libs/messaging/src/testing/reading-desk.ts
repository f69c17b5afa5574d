import { reading } from '@osteon/contracts';
import { message, openEventStore, type Aggregate, type EventStore } from '@osteon/event-store';
import { context, drLee, examA1, NORTH, serviceDatabase, type TestDatabase } from '@osteon/testing';
import { messagingMigrations } from '../index.js';
import type { KafkaPort } from '../kafka-port.js';
import { startRelay, type Relay, type RelayOptions } from '../relay.js';
import { silent } from './silent.js';

interface ScanReviewed {
  readonly type: 'ScanReviewed';
  readonly data: { readonly examId: string; readonly reviewedBy: string };
}

interface Study {
  readonly examId: string;
  readonly reviews: number;
}

const published = ({ examId, reviewedBy }: ScanReviewed['data'], reviewVersion: number): reading.ScanReviewedV1 => ({
  examId,
  reviewVersion,
  reviewedBy,
  acquisitionId: '0190a000-0000-7000-8000-0000000000c1',
  facilityId: NORTH,
  patientId: examA1.patientId,
  reviewedAt: '2026-03-02T09:00:00.000Z',
  content: { key: `reading/${'0'.repeat(64)}`, size: 1, mediaType: 'application/json' },
});

const study: Aggregate<Study, ScanReviewed> = {
  name: 'study-to-read',
  initial: { examId: '', reviews: 0 },
  evolve: ({ reviews }, { data }) => ({ examId: data.examId, reviews: reviews + 1 }),
  facilityOf: () => NORTH,
  published: { ScanReviewed: (fact) => message(reading.ScanReviewed, published(fact.event.data, fact.streamVersion)) },
};

/** A small reading service: it reviews, and its relay says so. */
export interface ReadingDesk {
  /** One stored and published review; resolves after the commit. */
  review(examId: string, reviewedBy?: string): Promise<void>;
  /** Another copy of its relay. */
  relay(kafka: Pick<KafkaPort, 'publish'>, options?: Partial<RelayOptions>): Relay;
  readonly store: EventStore;
  readonly database: Awaited<ReturnType<typeof serviceDatabase>>;
}

export const openReadingDesk = async (place?: TestDatabase): Promise<ReadingDesk> => {
  const database = await serviceDatabase('reading', { folders: [messagingMigrations], database: place });
  const { transactions } = database;
  const store = openEventStore({ service: 'reading', transactions, aggregates: [study], projections: [] });
  return {
    review: async (examId, reviewedBy = drLee.userId) => {
      await store.decide(
        study,
        examId,
        (): ScanReviewed[] => [{ type: 'ScanReviewed', data: { examId, reviewedBy } }],
        context(drLee),
      );
    },
    relay: (kafka, options = {}) => startRelay({ transactions, kafka, log: silent, everyMs: 20, ...options }),
    store,
    database,
  };
};
