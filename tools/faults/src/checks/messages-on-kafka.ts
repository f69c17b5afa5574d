import { openKafka } from '@osteon/messaging';

/** The ids of all messages of a topic, each once: a message that was sent again counts once. */
export const messagesOn = async (brokers: readonly string[], topic: string): Promise<ReadonlySet<string>> => {
  const kafka = openKafka({ brokers, clientId: 'osteon-faults' });
  const ids = new Set<string>();
  try {
    await kafka.read({ topic }, ({ headers }) => Promise.resolve(void ids.add(headers['ce_id'] ?? '')));
    return ids;
  } finally {
    await kafka.close();
  }
};
