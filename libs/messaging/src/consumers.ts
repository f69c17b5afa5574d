import type { Contract } from '@osteon/contracts';

/** What one consumer of a service hears, and what becomes of it. */
export interface HeardConsumer {
  /** The name of what it hears, for example `ScanReceived`, or the topic of a replica; the whole type where two have one name. */
  readonly name: string;
  readonly group: string;
  readonly topic: string;
  readonly type: string;
  /** `replica`: it keeps copies and decides nothing, so that it may hear the same again on purpose. */
  readonly writes: 'facts' | 'replica' | 'replica-and-facts';
}

interface Heard {
  readonly service: string;
  /** Contracts of the events that controllers hear. */
  readonly events: readonly Contract[];
  /** Contracts of the replicas, and on which of their topics controllers hear news too. */
  readonly replicas: readonly Contract[];
  readonly news: ReadonlySet<string>;
}

/** The consumers of a service, events first. */
export const consumersOf = ({ service, events, replicas, news }: Heard): HeardConsumer[] => {
  const named = (contract: Contract): string => (events.filter(({ name }) => name === contract.name).length > 1 ? contract.type : contract.name);
  return [
    ...events.map((contract) => ({ name: named(contract), group: service, topic: contract.topic, type: contract.type, writes: 'facts' as const })),
    ...replicas.map(({ topic, type }) => ({
      name: topic,
      group: `${service}.replicas`,
      topic,
      type,
      writes: news.has(topic) ? ('replica-and-facts' as const) : ('replica' as const),
    })),
  ];
};
