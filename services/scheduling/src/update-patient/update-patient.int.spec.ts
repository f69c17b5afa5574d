import { msFrank } from '@osteon/testing';
import { ormOrder } from '../receive-order/orders.story.js';
import { north, south } from '../site/north.story.js';
import { adt } from '../testing/adt.story.js';
import { hl7Service, type Hl7Service } from '../testing/hl7-service.story.js';

/** Each event with the number of somebody who has no exam. */
const upserts = [['A01', '5001'], ['A04', '5004'], ['A05', '5005'], ['A08', '5008'], ['A28', '5028'], ['A31', '5031']] as const;
const of = (number: string, changes = {}) => ({ '4711^^^NORTH': `${number}^^^NORTH`, ...changes });
const order = (id: string, number: string, changes = {}) =>
  ormOrder({ RIS000101: id, '4711^^^NORTH': `${number}^^^NORTH`, 'A-100': `A-${id}`, F9001: `F-${id}`, '10.999.100': `10.999.${number}`, ...changes });

describe('ADT over MLLP', () => {
  let his: Hl7Service;
  beforeAll(async () => {
    const everybody = { id: 'south-his', sendingApplication: 'HIS', sendingFacility: 'SOUTH', ackMode: 'original', role: 'his' } as const;
    his = await hl7Service(north, { ...south, keepPatients: 'all', senders: [...south.senders, everybody] });
  }, 120_000);
  afterAll(() => his?.stop());

  const known = (number: string) => his.sql('select 1 from patient_identifiers where value = $1', number);
  const count = async (table: string) => (await his.sql<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count ?? 0;

  it.each(upserts)('%s of a patient without an exam is answered AA and kept: nobody becomes known by it', async (event, number) => {
    expect(await his.send(adt(event, `WAIT-${event}`, '070000', of(number)))).toBe('AA');
    expect(await his.kept(`WAIT-${event}`)).toMatchObject({ outcome: 'kept', flags: ['PATIENT_WITHOUT_EXAM'] });
    expect(await known(number)).toEqual([]);
  });

  it.each(upserts)('what %s has said is taken up by the first exam, whatever PID says in its order', async (event, number) => {
    expect(await his.send(order(`FIRST-${event}`, number, { OKAFOR: 'MISTYPED' }))).toBe('AA');
    expect(await his.untilPatient(number, 1)).toMatchObject({ version: 1, name: { family: 'OKAFOR' }, birthDate: '1956-03-02' });
  });

  it('what is said is forgotten after 30 days where no exam came', async () => {
    expect(await his.send(adt('A28', 'MONTH-1', '070000', of('5100')))).toBe('AA');
    const now = his.time.clock.iso();
    his.time.moveTo('2026-06-04T06:00:00Z');
    expect(await his.send(order('MONTH-2', '5100', { OKAFOR: 'ORDERED' }))).toBe('AA');
    his.time.moveTo(now);
    expect(await his.untilPatient('5100', 1)).toMatchObject({ name: { family: 'ORDERED' } });
  });

  it('several words about somebody without an exam add up, and an older one changes nothing', async () => {
    expect(await his.send(adt('A28', 'SUM-1', '070000', of('5101')))).toBe('AA');
    expect(await his.send(adt('A08', 'SUM-2', '072000', of('5101', { 'OKAFOR^ADA^MAE^JR^MRS||19560302': '||19560303' })))).toBe('AA');
    expect(await his.send(adt('A08', 'SUM-3', '071000', of('5101', { OKAFOR: 'OLDER' })))).toBe('AA');
    expect(await his.kept('SUM-3')).toMatchObject({ outcome: 'ignored', flags: ['OLDER_MESSAGE'] });
    expect(await his.send(order('SUM-4', '5101'))).toBe('AA');
    expect(await his.untilPatient('5101', 1)).toMatchObject({ name: { family: 'OKAFOR' }, birthDate: '1956-03-03' });
  });

  it('an exam entered by hand takes it up too', async () => {
    expect(await his.send(adt('A28', 'HAND-1', '070000', of('5102')))).toBe('AA');
    const body = {
      facilityId: 'NORTH',
      patient: { identifier: { value: '5102' }, name: { family: 'Okafor' }, birthDate: '1956-03-02', sex: 'female' },
      scheduledAt: '2026-05-04T08:00:00Z',
      procedure: { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' },
      priority: 'routine',
    };
    expect((await his.service.ask({ by: msFrank, method: 'PUT', path: '/exams/0190a000-0000-7000-8000-0000000000f1', body })).status).toBe(201);
    expect(await his.untilPatient('5102', 1)).toMatchObject({ name: { family: 'OKAFOR', given: 'ADA' }, ethnicGroup: 'White' });
  });

  it('A08 changes what is known, and the new version goes out', async () => {
    expect(await his.send(order('RIS-1', '4711'))).toBe('AA');
    expect(await his.send(adt('A08', 'UPD-1', '080000', { 'OKAFOR^ADA': 'OKAFOR-LEE^ADA', '4711^^^NORTH^MR': '4711^^^NORTH^MR~123^^^STATE^SS' }))).toBe('AA');
    expect(await his.untilPatient('4711', 2)).toMatchObject({
      version: 2,
      name: { family: 'OKAFOR-LEE' },
      identifiers: [{ value: '4711', authority: 'NORTH' }, { value: '123', authority: 'STATE', type: 'SS' }],
    });
    expect(await his.kept('UPD-1')).toMatchObject({ outcome: 'applied', flags: [] });
  });

  it('PID in an order never overwrites what ADT has said', async () => {
    expect(await his.send(order('RIS-2', '4711', { '20260504073000||ORM': '20260504090000||ORM' }))).toBe('AA');
    expect(await his.patient('4711')).toMatchObject({ version: 2, name: { family: 'OKAFOR-LEE' } });
  });

  it('an older MSH-7 never overwrites what a newer one said', async () => {
    expect(await his.send(adt('A31', 'UPD-2', '075959', { OKAFOR: 'OLDER' }))).toBe('AA');
    expect(await his.kept('UPD-2')).toMatchObject({ outcome: 'ignored', flags: ['OLDER_MESSAGE'] });
    expect(await his.sql(`select 1 from patient_demographics where name->>'family' = 'OLDER'`)).toEqual([]);
  });

  it('empty leaves as it is, and "" deletes', async () => {
    expect(await his.send(adt('A08', 'UPD-3', '081000', { 'OKAFOR^ADA^MAE^JR^MRS||19560302|F||2106-3^White^HL70005': '""||""|' }))).toBe('AA');
    const patient = await his.untilPatient('4711', 3);
    expect(patient).toMatchObject({ name: { family: 'OKAFOR-LEE' }, sex: 'female', ethnicGroup: 'White' });
    expect(patient.birthDate).toBeUndefined();
  });

  it('the same again, or the same under another MSH-10, makes no new version', async () => {
    const bytes = adt('A08', 'UPD-4', '082000', { 'OKAFOR^ADA': '' });
    expect([await his.send(bytes), await his.send(bytes), await his.send(adt('A31', 'UPD-5', '082100', { 'OKAFOR^ADA': '' }))]).toEqual(['AA', 'AA', 'AA']);
    expect(await his.kept('UPD-4')).toMatchObject({ copies: 1 });
    const [row] = await his.sql<{ version: number }>(`select version from patient_demographics join patient_identifiers using (patient_id) where value = '4711'`);
    expect(row).toEqual({ version: 4 });
  });

  it('a facility can keep everybody at once (keepPatients)', async () => {
    expect(await his.send(adt('A28', 'ALL-1', '070000', { 'HIS|NORTH': 'HIS|SOUTH', '4711^^^NORTH': '5200^^^SOUTH' }))).toBe('AA');
    expect(await known('5200')).toHaveLength(1);
    expect(await his.kept('ALL-1')).toMatchObject({ outcome: 'applied' });
  });

  it.each([
    ['BAD-1', 'AE 100 PID^1', { 'PID|1': 'ZID|1' }],
    ['BAD-2', 'AE 101 PID^1^3', { '4711^^^NORTH^MR': '4711' }],
    ['BAD-3', 'AE 102 PID^1^3', { '4711^^^NORTH^MR': '47\\E\\11^^^NORTH^MR' }],
    ['BAD-4', 'AE 102 PID^1^7', { '19560302': '19561302' }],
    ['BAD-5', 'AE 102 MSH^1^7', { '20260504080000||ADT': 'today||ADT' }],
    ['BAD-6', 'AR 201 MSH^1^9', { 'ADT^A08': 'ADT^A02' }],
  ])('%s is answered %s, and nothing is stored but the message', async (id, answer, changes) => {
    const before = [await count('events'), await count('outbox'), await count('awaited_patients')];
    expect(await his.send(adt('A08', id, '080000', changes))).toBe(answer);
    expect([await count('events'), await count('outbox'), await count('awaited_patients')]).toEqual(before);
    expect((await his.kept(id)).outcome).toBe('refused');
  });
});
