import { serviceNames } from '@osteon/local/platform';
import { z } from 'zod';
import { roles, signedIn, stranger, type Ask, type Role } from './src/hospital/person.js';

jest.setTimeout(90_000);

const everybody = ['physician', 'front-desk', 'technologist', 'manager', 'administrator', 'operations'] as const satisfies readonly Role[];

/** Who may do what, as the hospital network wants it. */
const allowed: Readonly<Record<string, readonly Role[]>> = {
  'see-schedule': everybody,
  'schedule-exam': ['front-desk', 'technologist'],
  'arrive-patient': ['front-desk', 'technologist'],
  'see-studies': ['front-desk', 'technologist', 'physician'],
  'match-study': ['front-desk', 'technologist'],
  'see-images': ['technologist', 'physician'],
  'see-reading-list': ['technologist', 'physician', 'manager'],
  'type-values': ['technologist', 'physician'],
  'read-exam': ['physician'],
  'sign-report': ['physician'],
  'see-report': ['physician', 'manager'],
  'see-deliveries': ['physician', 'manager', 'operations'],
  'resend-report': ['manager', 'operations'],
  'configure-site': ['administrator'],
  'see-streams': ['operations'],
  'handle-parked': ['operations'],
  'rebuild-projections': ['operations'],
  'replay-events': ['operations'],
};

const methods = { get: 'GET', put: 'PUT', post: 'POST' } as const;
const operation = z.object({ 'x-permission': z.string() });
const description = z.object({ paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'put', 'post']), operation)) });

interface Door {
  readonly service: string;
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly permission: string;
}

const doorsOf = async (service: string): Promise<Door[]> => {
  const { paths } = description.parse(await (await stranger()(`/${service}/openapi.json`)).json());
  return Object.entries(paths).flatMap(([path, operations]) =>
    z
      .array(z.enum(['get', 'put', 'post']))
      .parse(Object.keys(operations))
      .map((method) => ({ service, method: methods[method], path, permission: operations[method]?.['x-permission'] ?? 'none' })),
  );
};

const nobody = '0190a000-0000-7000-8000-00000000ffff';
const addressOf = ({ service, path }: Door): string => `/${service}${path.replace('{facilityId}', 'NORTH').replaceAll(/\{\w+\}/g, nobody)}`;

const knock = async (ask: Ask, door: Door): Promise<number> => {
  const answer = await ask(addressOf(door), { method: door.method, ...(door.method === 'GET' ? {} : { version: 1, body: {} }) });
  await answer.body?.cancel();
  return answer.status;
};

describe('the doors of every service', () => {
  let doors: readonly Door[];
  let people: readonly (readonly [Role, Ask])[];

  beforeAll(async () => {
    doors = (await Promise.all(serviceNames.map(doorsOf))).flat();
    people = await Promise.all(everybody.map(async (role) => [role, await signedIn(role)] as const));
  });

  test('say which permission they want; only health is open', () => {
    expect(doors.filter(({ permission }) => permission === 'open').map(({ path }) => path)).toEqual(serviceNames.flatMap(() => ['/health/live', '/health/ready']));
    expect(new Set(doors.map(({ permission }) => permission))).toEqual(new Set(['open', ...Object.keys(allowed)]));
    expect(Object.keys(roles).sort()).toEqual([...everybody].sort());
  });

  test('answer 401 to somebody who has not signed in, and to a token that is not ours', async () => {
    const guarded = [...doors.filter(({ permission }) => permission !== 'open'), ...serviceNames.map((service) => ({ service, method: 'GET', path: '/changes', permission: '' }) as const)];
    expect((await Promise.all(guarded.map((door) => knock(stranger(), door)))).filter((status) => status !== 401)).toEqual([]);
    const forged = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"lee","aud":"osteon"}').toString('base64url')}.`;
    expect((await stranger(forged)('/reading/reading-list')).status).toBe(401);
  });

  test.each(everybody)('answer 403 to a %s where the role does not open them, and never where it does', async (role) => {
    const ask = people.find(([each]) => each === role)?.[1] ?? stranger();
    const answers = await Promise.all(
      doors.filter(({ permission }) => permission !== 'open').map(async (door) => ({ ...door, status: await knock(ask, door), opens: allowed[door.permission]?.includes(role) })),
    );
    expect(answers.filter(({ status, opens }) => (opens ? [401, 403].includes(status) : status !== 403))).toEqual([]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });
});
