import { createServer } from 'node:net';

/** Whether somebody listens there. */
export const isTaken = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });

/** Throws one error that names each taken port, what it is for and which variable moves it. */
export const requireFreePorts = async (wanted: readonly { port: number; purpose: string; variable: string }[]): Promise<void> => {
  const taken: string[] = [];
  for (const { port, purpose, variable } of wanted) {
    if (await isTaken(port, '127.0.0.1')) taken.push(`  ${port} (${purpose}); ${variable} sets another`);
  }
  if (taken.length > 0) throw new Error(`These ports are in use by another program:\n${taken.join('\n')}`);
};
