import { serviceDatabase, testDatabase, type ServiceTestDatabase } from '@osteon/testing';

let reading: ServiceTestDatabase;
let gateway: ServiceTestDatabase;
beforeAll(async () => {
  const database = await testDatabase();
  reading = await serviceDatabase('reading', { database });
  gateway = await serviceDatabase('modality-gateway', { database });
});
afterAll(async () => {
  await reading.close();
  await gateway.close();
});

it('a service finds its own tables without naming its schema', async () => {
  const { rows } = await gateway.pool.query('select current_user, current_schema(), (select count(*)::int from events) as events');
  expect(rows).toEqual([{ current_user: 'modality_gateway', current_schema: 'modality_gateway', events: 0 }]);
});

it.each([
  ['select * from modality_gateway.events', 'permission denied for schema modality_gateway'],
  ['insert into modality_gateway.outbox default values', 'permission denied for schema modality_gateway'],
  ['create table modality_gateway.planted ()', 'permission denied for schema modality_gateway'],
  ['create table public.planted ()', 'permission denied for schema public'],
  ['set role modality_gateway', 'permission denied to set role'],
  ['create schema planted', 'permission denied for database'],
])('a planted statement fails: %s', async (statement, message) => {
  await expect(reading.pool.query(statement)).rejects.toThrow(message);
});

it('nobody gets in without the password', async () => {
  const url = Object.assign(new URL(reading.url), { password: 'guessed' }).href;
  const { Client } = await import('pg');
  await expect(new Client({ connectionString: url }).connect()).rejects.toThrow('password authentication failed');
});
