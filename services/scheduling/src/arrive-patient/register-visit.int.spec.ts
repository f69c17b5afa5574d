import { scheduling } from '@osteon/contracts';
import { waitUntil } from '@osteon/testing';
import { ormOrder } from '../receive-order/orders.story.js';
import { north } from '../site/north.story.js';
import { adt } from '../testing/adt.story.js';
import { hl7Service, type Hl7Service } from '../testing/hl7-service.story.js';

const order = (id: string, number: string, changes = {}) =>
  ormOrder({ RIS000101: id, '4711^^^NORTH': `${number}^^^NORTH`, 'A-100': `A-${id}`, F9001: `F-${id}`, '10.999.100': `10.999.${id.slice(-3)}`, ...changes });
const of = (number: string) => ({ '4711^^^NORTH': `${number}^^^NORTH` });
const tomorrow = { '^^^20260504090000^^R||20260504': '^^^20260505090000^^R||20260504' };

describe('visits by ADT', () => {
  let his: Hl7Service;
  beforeAll(async () => {
    his = await hl7Service(north);
    for (const message of [order('ONE-101', '4711'), order('ONE-102', '4711', tomorrow), order('TWO-103', '4722'), order('TWO-104', '4722'), order('FAR-105', '4733', tomorrow)])
      expect(await his.send(message)).toBe('AA');
  }, 120_000);
  afterAll(() => his?.stop());

  const line = async (id: string) => his.line((await his.kept(id)).examId);

  it('A04 marks the one exam that the patient has here today as arrived, when it happened', async () => {
    expect(await his.send(adt('A04', 'COME-1', '085500'))).toBe('AA');
    expect(await line('ONE-101')).toMatchObject({ status: 'arrived', steps: [{ name: 'scheduled' }, { name: 'arrived', at: '2026-05-04T06:55:00.000Z', by: 'north-his' }] });
    expect(await line('ONE-102')).toMatchObject({ status: 'scheduled' });
    expect(await his.kept('COME-1')).toMatchObject({ outcome: 'applied', examId: (await line('ONE-101')).examId });
    const heard = await waitUntil(() => his.others.heard(scheduling.PatientArrived)[0], 'PatientArrived on Kafka');
    expect(heard.data).toMatchObject({ examId: (await line('ONE-101')).examId, arrivedAt: '2026-05-04T06:55:00Z' });
  });

  it('A04 said again changes nothing', async () => {
    expect(await his.send(adt('A04', 'COME-2', '085900'))).toBe('AA');
    expect(await his.facts(`exam-${(await line('ONE-101')).examId}`)).toEqual(['ExamScheduled', 'PatientArrived']);
  });

  it('A04 marks none of several exams of one day: a person says which', async () => {
    expect(await his.send(adt('A04', 'COME-3', '085500', of('4722')))).toBe('AA');
    expect((await his.kept('COME-3')).flags).toEqual(['SEVERAL_EXAMS_TODAY']);
    expect([(await line('TWO-103')).status, (await line('TWO-104')).status]).toEqual(['scheduled', 'scheduled']);
  });

  it('A04 does not count a cancelled exam', async () => {
    expect(await his.send(order('TWO-199', '4722', { 'ORC|NW': 'ORC|CA', 'F-TWO-199': 'F-TWO-104', '20260504073000||ORM': '20260504074000||ORM' }))).toBe('AA');
    expect(await his.send(adt('A04', 'COME-4', '085600', of('4722')))).toBe('AA');
    expect([(await line('TWO-103')).status, (await line('TWO-104')).status]).toEqual(['arrived', 'cancelled']);
  });

  it('A04 marks no exam of another day', async () => {
    expect(await his.send(adt('A04', 'COME-5', '085500', of('4733')))).toBe('AA');
    expect((await line('FAR-105')).status).toBe('scheduled');
  });

  it('A11 takes the arrival back, and the others hear of it', async () => {
    expect(await his.send(adt('A11', 'GONE-1', '090500'))).toBe('AA');
    expect(await line('ONE-101')).toMatchObject({ status: 'scheduled', steps: [{ name: 'scheduled' }, { name: 'arrival-taken-back', by: 'north-his' }] });
    const heard = await waitUntil(() => his.others.heard(scheduling.ArrivalTakenBack)[0], 'ArrivalTakenBack on Kafka');
    expect(heard).toMatchObject({ key: (await line('ONE-101')).examId, data: { takenBackAt: '2026-05-04T07:05:00Z' } });
  });

  it('an A04 from before is history then, and a later one brings the patient here again', async () => {
    expect(await his.send(adt('A04', 'COME-6', '085800'))).toBe('AA');
    expect((await line('ONE-101')).status).toBe('scheduled');
    expect(await his.send(adt('A04', 'COME-7', '091000'))).toBe('AA');
    expect((await line('ONE-101')).status).toBe('arrived');
  });

  it('A11 of somebody unknown, and A38 of anybody, are answered AA and change nothing', async () => {
    const before = await his.sql('select count(*) from events');
    expect(await his.send(adt('A11', 'GONE-2', '090500', of('4799')))).toBe('AA');
    expect(await his.send(adt('A38', 'GONE-3', '090500'))).toBe('AA');
    expect(await his.kept('GONE-2')).toMatchObject({ outcome: 'ignored', flags: ['PATIENT_UNKNOWN'] });
    expect(await his.kept('GONE-3')).toMatchObject({ outcome: 'ignored', flags: [] });
    expect(await his.sql('select count(*) from events')).toEqual(before);
  });

  it('the lines are the same when they are folded again', async () => {
    const before = await line('ONE-101');
    await his.service.store.rebuild('exam-lines');
    expect(await line('ONE-101')).toEqual(before);
  });
});
