import { createServer, type AddressInfo } from 'node:net';

const open = (): Promise<{ readonly port: number; readonly close: () => Promise<void> }> =>
  new Promise((opened, failed) => {
    const server = createServer().once('error', failed);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address() as AddressInfo;
      opened({ port, close: () => new Promise((closed) => server.close(() => closed())) });
    });
  });

/** Different ports that nobody listens on. */
export const freePorts = async (count: number): Promise<number[]> => {
  const opened = await Promise.all(Array.from({ length: count }, open));
  await Promise.all(opened.map(({ close }) => close()));
  return opened.map(({ port }) => port);
};
