import type { scheduling } from '@osteon/contracts';
import { serviceDatabase, type ServiceTestDatabase } from '@osteon/testing';
import { messagingMigrations } from './index.js';
import { patientsReplica } from './replica.js';

const numbered = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [married, formerly, typed, nobody] = [numbered(1), numbered(2), numbered(3), numbered(4)];

describe('the copy of the patients', () => {
  let database: ServiceTestDatabase;

  beforeAll(async () => {
    database = await serviceDatabase('reading', { folders: [messagingMigrations] });
  });
  afterAll(() => database?.close());

  const said = (patientId: string, changed: Partial<scheduling.PatientV1> = {}) => {
    const body = { patientId, version: 1, identifiers: [], name: { family: 'Okafor' }, sex: 'female', ...changed };
    return database.transactions.run((tx) => patientsReplica.apply(tx, { key: patientId, version: body.version, body }));
  };
  const familyOf = (patientId: string) => database.transactions.run(async (tx) => (await patientsReplica.find(tx, patientId))?.name.family);

  it('leaves a patient who they were while the one they were merged into is not here', async () => {
    await said(formerly, { mergedInto: married, name: { family: 'Brennan' } });
    expect(await familyOf(formerly)).toBe('Brennan');
  });

  it('gives the survivor under every number from before, over several merges', async () => {
    await said(married);
    await said(typed, { mergedInto: formerly, name: { family: 'Brenan' } });
    expect([await familyOf(typed), await familyOf(formerly), await familyOf(married)]).toEqual(['Okafor', 'Okafor', 'Okafor']);
    const all = await database.transactions.run((tx) => patientsReplica.many(tx, [typed, married, nobody]));
    expect([...all].map(([id, { patientId }]) => [id, patientId])).toEqual(expect.arrayContaining([[typed, married], [married, married]]));
    expect(all.size).toBe(2);
  });

  it('gives them back when the merge is undone', async () => {
    await said(formerly, { version: 2, name: { family: 'Brennan' } });
    expect([await familyOf(typed), await familyOf(formerly)]).toEqual(['Brennan', 'Brennan']);
  });

  it('forgets the survivor once erased, under every number', async () => {
    await said(formerly, { version: 3, mergedInto: married });
    await database.transactions.run((tx) => patientsReplica.apply(tx, { key: married, version: 9, body: null }));
    expect([await familyOf(typed), await familyOf(married)]).toEqual([undefined, undefined]);
  });
});
