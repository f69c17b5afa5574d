import { BrokerAway } from '@osteon/messaging';
import { Problem } from '../http/index.js';

/** 503 where the broker does not answer: what is asked of it can be asked again once it is back. */
export const ofBroker = async <T>(answer: () => Promise<T>): Promise<T> => {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof BrokerAway) throw new Problem(503, 'KAFKA_UNREACHABLE', 'Kafka cannot be reached; ask again when it is back.', { cause: error });
    throw error;
  }
};
