import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** For whom, and in which database: that of the administrator's URL. */
export interface ServicePlace {
  readonly adminUrl: string;
  readonly service: string;
  /** Absent: a new one each time, known to nobody but the one who gets the URL. */
  readonly password?: string;
}

/** One service's own corner of a database. */
export interface ServiceDatabase {
  /** What the service connects with; its schema is the search path. */
  readonly url: string;
  readonly role: string;
  readonly schema: string;
}

/** One administrator at a time: two who alter one role or one database would fail. */
const alone = async (url: string, work: (client: Client) => Promise<void>): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('osteon-administration'), 0)`);
    await work(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
};

const withDatabase = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;

/** Roles belong to the whole server, so all who make them meet in its database `postgres`. */
const ensureRole = (adminUrl: string, role: string, password: string): Promise<void> =>
  alone(withDatabase(adminUrl, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    const secret = client.escapeLiteral(password);
    await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${client.escapeIdentifier(role)} login password ${secret}`);
  });

const ensureSchema = (adminUrl: string, name: string): Promise<void> =>
  alone(adminUrl, async (client) => {
    const [own, database] = [client.escapeIdentifier(name), client.escapeIdentifier(client.database ?? '')];
    await client.query(`revoke all on database ${database} from public`);
    await client.query('revoke all on schema public from public');
    await client.query(`create schema if not exists ${own} authorization ${own}`);
    // Temporary tables are where a projection is folded again beside the one in use.
    await client.query(`grant connect, temporary on database ${database} to ${own}`);
    await client.query(`alter role ${own} in database ${database} set search_path = ${own}`);
  });

/**
 * Role and schema of a service: it owns its schema and can read no other. Repeating it keeps the schema and renews the password.
 */
export const createServiceDatabase = async ({ adminUrl, service, password }: ServicePlace): Promise<ServiceDatabase> => {
  const name = service.replaceAll('-', '_');
  const secret = password ?? randomBytes(18).toString('base64url');
  await ensureRole(adminUrl, name, secret);
  await ensureSchema(adminUrl, name);
  return { url: Object.assign(new URL(adminUrl), { username: name, password: secret }).href, role: name, schema: name };
};
