import { Client, type ClientConfig } from 'pg';

/** Works with a connection of its own, which is ended whatever happens. */
export const connected = async <T>(to: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client(to);
  // Strikes end connections: whoever asks next is told.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
