import { createServer, type AddressInfo } from 'node:net';

const openPort = (): Promise<{ port: number; close: () => Promise<void> }> =>
  new Promise((opened, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const close = (): Promise<void> => new Promise((closed) => server.close(() => closed()));
      opened({ port: (server.address() as AddressInfo).port, close });
    });
  });

/** Two different ports that nobody listens on. */
export const twoFreePorts = async (): Promise<[number, number]> => {
  const [one, other] = [await openPort(), await openPort()];
  await Promise.all([one.close(), other.close()]);
  return [one.port, other.port];
};
