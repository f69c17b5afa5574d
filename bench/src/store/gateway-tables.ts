import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Places } from '@osteon/local/platform';
import { Client } from 'pg';

/** The gateway's tables, as the superuser of the platform's own Postgres. */
export const openGatewayTables = async ({ kept, ports }: Places): Promise<Client> => {
  const password = readFileSync(join(kept, 'postgres/superuser.password'), 'utf8');
  const client = new Client({ host: '127.0.0.1', port: ports.postgres, user: 'postgres', password, database: 'osteon' });
  await client.connect();
  await client.query('set search_path = modality_gateway');
  return client;
};

/** True when everything that was received is filed. */
export const isAllFiled = async (tables: Client): Promise<boolean> =>
  (await tables.query('select 1 from instance_receipts where filed_at is null limit 1')).rowCount === 0;

/** Forgets all that was ever received; worklist, sites and patients stay. */
export const forgetAll = async (tables: Client): Promise<void> => {
  await tables.query('truncate events, outbox, instance_receipts, associations, acquisitions, acquisition_claims, acquisition_archives, forwarding_progress');
};

/** What Postgres knows of sizes comes up to date, as it does by itself after a while. */
export const settle = async (tables: Client): Promise<void> => {
  await tables.query('vacuum (analyze)');
  await tables.query('checkpoint');
};
