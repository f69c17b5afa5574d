import { reading } from '@osteon/contracts';
import { openEventStore, type Aggregate } from '@osteon/event-store';
import { EventTransport, type EventLog, type Hearing, type KafkaPort } from '@osteon/messaging';
import type { Schema } from '../database/schema.js';

interface DraftMade {
  readonly type: 'DraftMade';
  readonly data: { readonly reviewVersion: number };
}

/** A hearer as small as it can be: one fact of its own for each review, and none for one that it has heard. */
const drafts: Aggregate<{ readonly heard: number }, DraftMade> = {
  name: 'draft',
  initial: { heard: 0 },
  evolve: (_, { data }) => ({ heard: data.reviewVersion }),
  facilityOf: () => 'NORTH',
};

const nothing = (): void => undefined;

/** A log for measurements: figures are read elsewhere. */
export const silent: EventLog = { info: nothing, warn: nothing, error: nothing };

/** Hears the reviews of a topic as a service does, and says after each how many it has heard. */
export const hearReviews = (schema: Schema, kafka: KafkaPort, heard: (count: number) => void): EventTransport => {
  const store = openEventStore({ service: 'reporting', transactions: schema.transactions, aggregates: [drafts], projections: [] });
  let count = 0;
  const counting: Pick<typeof store, 'transact'> = {
    transact: async (context, work) => {
      const result = await store.transact(context, work);
      count += 1;
      heard(count);
      return result;
    },
  };
  const transport = new EventTransport({ service: 'reporting', store: counting, kafka, contracts: [reading.ScanReviewed], replicas: [], log: silent });
  transport.addHandler(reading.ScanReviewed.type, async (data: unknown, hearing?: Hearing) => {
    const { examId, reviewVersion } = reading.ScanReviewed.heard.parse(data);
    await hearing?.unit.decide(drafts, examId, (draft): DraftMade[] => (reviewVersion <= draft.heard ? [] : [{ type: 'DraftMade', data: { reviewVersion } }]));
  });
  return transport;
};
