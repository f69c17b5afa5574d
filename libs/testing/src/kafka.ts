import { randomUUID } from 'node:crypto';
import { askStarter } from './ask-starter.js';

/** The run's broker, with a set of Osteon's topics that nobody else uses. */
export interface TestKafka {
  readonly brokers: readonly string[];
  /** Stands before each topic's name. */
  readonly prefix: string;
}

/** The run's Kafka; topics are made under a prefix of their own. */
export const testKafka = async (): Promise<TestKafka> => {
  const { brokers } = await askStarter<{ brokers: readonly string[] }>('kafka');
  const { createTopics } = await import('@osteon/local');
  const prefix = `test-${randomUUID().slice(0, 8)}.`;
  await createTopics(brokers, prefix);
  return { brokers, prefix };
};
