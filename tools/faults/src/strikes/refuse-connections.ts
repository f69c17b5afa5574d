import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Places } from '@osteon/local/platform';
import type { Client } from 'pg';
import { connected } from '../checks/connected.js';

const asSuperuser = async ({ kept, ports }: Places, work: (client: Client) => Promise<void>): Promise<void> => {
  const password = await readFile(join(kept, 'postgres/superuser.password'), 'utf8');
  return connected({ host: '127.0.0.1', port: ports.postgres, user: 'postgres', password, database: 'postgres' }, work);
};

/** For so long nobody gets a connection to the services' database, and those that were open are gone. */
export const refuseConnections = (places: Places, forMs: number): Promise<void> =>
  asSuperuser(places, async (client) => {
    await client.query('alter database osteon allow_connections false');
    try {
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'osteon'`);
      await pause(forMs);
    } finally {
      await client.query('alter database osteon allow_connections true');
    }
  });
