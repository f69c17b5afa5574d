import { scheduling } from '@osteon/contracts';
import { msFrank, waitUntil } from '@osteon/testing';
import { ListenHl7 } from '../hl7-messages/listen-hl7.mllp.js';
import { ormOrder } from '../receive-order/orders.story.js';
import { north } from '../site/north.story.js';
import { adt, merge } from '../testing/adt.story.js';
import { hl7Connection, summary } from '../testing/hl7-connection.js';
import { hl7Service, type Hl7Service } from '../testing/hl7-service.story.js';

const at = (number: string): string => `${number}^^^NORTH^MR`;
const order = (number: string, id = `ORD-${number}`, changes = {}) =>
  ormOrder({ RIS000101: id, '4711^^^NORTH': `${number}^^^NORTH`, 'A-100': `A-${id}`, F9001: `F-${id}`, '10.999.100': `10.999.${id.slice(-4)}`, ...changes });

describe('merges over MLLP', () => {
  let his: Hl7Service;
  beforeAll(async () => {
    his = await hl7Service(north);
  }, 120_000);
  afterAll(() => his?.stop());

  const patientIdOf = async (number: string) =>
    (await his.sql<{ patient_id: string }>('select patient_id from patient_identifiers where value = $1', number))[0]?.patient_id ?? 'nobody';
  const facts = async (number: string) => his.facts(`patient-${await patientIdOf(number)}`);
  const a40 = (survivor: string, loser: string, id = `A40-${survivor}-${loser}`) => his.send(merge('A40', id, { survivor: at(survivor), loser: at(loser) }));
  const ordered = async (...numbers: string[]) => {
    for (const number of numbers) expect(await his.send(order(number))).toBe('AA');
  };
  const lineOf = async (id: string) => his.line((await his.kept(id)).examId);

  it('A40 of two patients links the loser to the survivor, and the topic says so', async () => {
    await ordered('1001', '1002');
    expect(await a40('1001', '1002')).toBe('AA');
    expect(await facts('1002')).toEqual(['PatientRegistered', 'IdentifierAdded', 'PatientMerged']);
    expect(await facts('1001')).toEqual(['PatientRegistered', 'IdentifierAdded', 'PatientAbsorbed']);
    const loser = await his.untilPatient('1002', 2);
    expect(loser).toMatchObject({ mergedInto: await patientIdOf('1001'), identifiers: [{ value: '1002' }] });
  });

  it('the loser\u2019s exams show the survivor, and are found by either', async () => {
    const survivor = await patientIdOf('1001');
    expect(await lineOf('ORD-1002')).toMatchObject({ patientId: survivor, patient: { patientId: survivor, identifiers: [{ value: '1001' }] } });
    for (const number of ['1001', '1002']) {
      const { body } = await his.service.ask({ by: msFrank, path: `/exams?patientId=${await patientIdOf(number)}` });
      expect(body).toMatchObject({ exams: [{ accessionNumber: 'A-ORD-1001' }, { accessionNumber: 'A-ORD-1002' }] });
    }
  });

  it('A40 said again changes nothing', async () => {
    expect(await a40('1001', '1002', 'AGAIN-1')).toBe('AA');
    expect(await facts('1002')).toHaveLength(3);
  });

  it('an order with the loser\u2019s number is the survivor\u2019s', async () => {
    expect(await his.send(order('1002', 'NEXT-1003'))).toBe('AA');
    const said = await waitUntil(() => his.others.heard(scheduling.ExamScheduled).find(({ data }) => data.accessionNumber === 'A-NEXT-1003'), 'the exam on Kafka');
    expect(said.data.patientId).toBe(await patientIdOf('1001'));
  });

  it('changes and cancels of an exam from before the merge are taken under either number', async () => {
    const later = (control: string, number: string, id: string, time: string) =>
      order('1002', 'ORD-1002', { 'ORC|NW': `ORC|${control}`, '|ORD-1002|': `|${id}|`, '1002^^^NORTH': `${number}^^^NORTH`, '20260504073000||ORM': `20260504${time}||ORM`, '^^^20260504090000^^R||2026': '^^^20260504110000^^R||2026' });
    expect(await his.send(later('XO', '1001', 'CHANGE-1', '080000'))).toBe('AA');
    expect(await lineOf('ORD-1002')).toMatchObject({ scheduledAt: '2026-05-04T09:00:00.000Z' });
    expect(await his.send(later('CA', '1001', 'CHANGE-2', '090000'))).toBe('AA');
    expect(await lineOf('ORD-1002')).toMatchObject({ status: 'cancelled' });
  });

  it('ADT about the loser\u2019s number changes the survivor', async () => {
    expect(await his.send(adt('A08', 'SURV-1', '110000', { '4711^^^NORTH': '1002^^^NORTH', OKAFOR: 'OKAFOR-LEE' }))).toBe('AA');
    expect(await his.untilPatient('1001', 2)).toMatchObject({ name: { family: 'OKAFOR-LEE' } });
  });

  it('A40 of two numbers of one patient retires MRG-1: it goes on finding the patient, behind the current one', async () => {
    expect(await his.send(order('1010', 'ORD-1010', { '1010^^^NORTH^MR': '1011^^^NORTH^MR~1010^^^NORTH^MR' }))).toBe('AA');
    expect(await a40('1010', '1011')).toBe('AA');
    expect(await facts('1010')).toEqual(['PatientRegistered', 'IdentifierAdded', 'IdentifierAdded', 'IdentifierRetired']);
    expect((await his.untilPatient('1010', 2)).identifiers).toMatchObject([{ value: '1010' }, { value: '1011', retired: true }]);
    expect(await his.send(order('1011', 'NEXT-1012'))).toBe('AA');
    expect((await lineOf('NEXT-1012')).patientId).toBe(await patientIdOf('1010'));
  });

  it('a loser who is unknown is remembered for orders to come', async () => {
    await ordered('1020');
    expect(await a40('1020', '1021')).toBe('AA');
    expect((await his.untilPatient('1020', 2)).identifiers).toMatchObject([{ value: '1020' }, { value: '1021', retired: true }]);
    expect(await his.send(order('1021', 'NEXT-1022'))).toBe('AA');
    expect((await lineOf('NEXT-1022')).patientId).toBe(await patientIdOf('1020'));
  });

  it('a survivor who is unknown is a new number of the loser', async () => {
    await ordered('1030');
    expect(await a40('1031', '1030')).toBe('AA');
    expect((await his.untilPatient('1031', 2)).identifiers).toMatchObject([{ value: '1031' }, { value: '1030', retired: true }]);
  });

  it('a merge of people without an exam is kept always', async () => {
    expect(await a40('1040', '1041')).toBe('AA');
    expect(await his.send(order('1041', 'NEXT-1042'))).toBe('AA');
    expect((await lineOf('NEXT-1042')).patient?.identifiers).toMatchObject([{ value: '1040' }, { value: '1041', retired: true }]);
  });

  it('A47 gives a patient another number', async () => {
    await ordered('1050');
    expect(await his.send(merge('A47', 'A47-1', { survivor: at('1051'), loser: at('1050') }))).toBe('AA');
    expect((await his.untilPatient('1051', 2)).identifiers).toMatchObject([{ value: '1051' }, { value: '1050', retired: true }]);
  });

  it.each([
    ['a patient with themselves', '1001', '1001'],
    ['the survivor of a merge into its loser', '1002', '1001'],
    ['the current number of a patient into a retired one', '1011', '1010'],
    ['a loser into a second survivor', '1010', '1002'],
  ])('refuses to merge %s: AE 205 with the position, and nothing is changed', async (_, survivor, loser) => {
    const before = await his.sql('select count(*) from events');
    expect(await a40(survivor, loser, `NO-${survivor}-${loser}`)).toBe('AE 205 MRG^1^1^1');
    expect(await his.sql('select count(*) from events')).toEqual(before);
  });

  it('refuses a circle over three patients', async () => {
    await ordered('1060', '1061', '1062');
    expect([await a40('1061', '1060'), await a40('1062', '1061'), await a40('1060', '1062')]).toEqual(['AA', 'AA', 'AE 205 MRG^1^1^1']);
    expect(await lineOf('ORD-1060')).toMatchObject({ patientId: await patientIdOf('1062') });
  });

  it('of several merges in one message takes all or none, and says which one is wrong', async () => {
    await ordered('1070', '1071');
    const good = { survivor: at('1070'), loser: at('1071') };
    expect(await his.send(merge('A40', 'SEV-1', good, { survivor: at('1002'), loser: at('1001') }))).toBe('AE 205 MRG^2^1^1');
    expect(await facts('1071')).toEqual(['PatientRegistered', 'IdentifierAdded']);
    expect(await his.send(merge('A40', 'SEV-2', good, { survivor: at('1070'), loser: at('1073') }))).toBe('AA');
    expect(await facts('1071')).toContain('PatientMerged');
    expect(await patientIdOf('1073')).toBe(await patientIdOf('1070'));
  });

  it('two merges that would close a circle do not, also at one moment', async () => {
    await ordered('1080', '1081');
    const connections = await Promise.all([1, 2].map(() => hl7Connection(his.service.get(ListenHl7).port)));
    const messages = [merge('A40', 'RACE-1', { survivor: at('1080'), loser: at('1081') }), merge('A40', 'RACE-2', { survivor: at('1081'), loser: at('1080') })];
    const answers = await Promise.all(connections.map((connection, index) => connection.send(messages[index] ?? Buffer.alloc(0))));
    connections.forEach((connection) => connection.end());
    expect(answers.map(([answer]) => summary(answer)).toSorted()).toEqual(['AA', 'AE 205 MRG^1^1^1']);
  });

  it('who stays is the same when the merges are folded again', async () => {
    const before = await his.sql('select * from patient_merges order by patient_id');
    await his.service.store.rebuild('patient-merges');
    expect(await his.sql('select * from patient_merges order by patient_id')).toEqual(before);
    const events = await his.sql<{ text: string }>(`select string_agg(data::text, ' ') as text from events where aggregate = 'patient'`);
    expect(events[0]?.text).not.toMatch(/OKAFOR|1001|1956/);
  });
});
