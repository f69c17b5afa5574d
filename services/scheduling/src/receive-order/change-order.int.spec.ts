import { modalityGateway, scheduling } from '@osteon/contracts';
import { conversation, testService, type Conversation, type TestService } from '@osteon/platform/testing';
import { msNovak, testKafka, waitUntil } from '@osteon/testing';
import { AppModule } from '../app.module.js';
import { ListenHl7 } from '../hl7-messages/listen-hl7.mllp.js';
import { north } from '../site/north.story.js';
import { hl7Connection, summary, type Hl7Connection } from '../testing/hl7-connection.js';
import { omiOrder, ormOrder } from './orders.story.js';

describe('changes and cancels over MLLP', () => {
  let service: TestService;
  let others: Conversation;
  let ris: Hl7Connection;

  beforeAll(async () => {
    const kafka = await testKafka();
    others = conversation(kafka, ['scheduling.events']);
    service = await testService(AppModule, { kafka, environment: { OSTEON_MLLP_PORT: '0' } });
    expect((await service.ask({ by: msNovak, method: 'PUT', path: '/sites/NORTH', body: north })).status).toBe(200);
    ris = await hl7Connection(service.get(ListenHl7).port);
  }, 180_000);
  afterAll(async () => {
    ris?.end();
    await service?.stop();
    await others?.close();
  });

  const sql = async <Row>(text: string, ...params: readonly unknown[]): Promise<Row[]> => (await service.database.pool.query(text, [...params])).rows;
  const send = async (bytes: Buffer) => summary((await ris.send(bytes))[0]);
  const kept = async (controlId: string) => {
    const [row] = await sql<{ outcome: string; flags: string[]; exam_ids: string[] }>('select * from hl7_messages where control_id = $1', controlId);
    return { outcome: row?.outcome, flags: row?.flags, examId: row?.exam_ids[0] ?? '' };
  };
  const facts = async (examId: string) => (await service.store.readStream(`exam-${examId}`)).map(({ event }) => event.type);
  const steps = async (examId: string) => (await sql<{ name: string }>('select name from exam_line_steps where exam_id = $1 order by version', examId)).map(({ name }) => name);
  const orm = (control: string, id: string, at: string, changes = {}) =>
    ormOrder({ 'ORC|NW': `ORC|${control}`, RIS000101: id, '20260504073000||ORM': `20260504${at}||ORM`, ...changes });

  it('XO of an unknown order is an upsert, and XO of a known one changes it', async () => {
    expect(await send(orm('XO', 'XO-1', '073000'))).toBe('AA');
    const { examId } = await kept('XO-1');
    expect(await send(orm('XO', 'XO-2', '074000', { '^^^20260504090000^^R||20260504': '^^^20260504110000^^R||20260504' }))).toBe('AA');
    expect(await facts(examId)).toEqual(['ExamScheduled', 'ExamRescheduled']);
  });

  it('CA takes the exam away, and the others hear of it', async () => {
    expect(await send(orm('CA', 'CA-1', '075000'))).toBe('AA');
    const { examId } = await kept('CA-1');
    const heard = await waitUntil(() => others.heard(scheduling.ExamCancelled).find(({ data }) => data.examId === examId), 'the cancelled exam on Kafka');
    expect(heard).toMatchObject({ key: examId, data: { accessionNumber: 'A-100', facilityId: 'NORTH' } });
    expect(await steps(examId)).toEqual(['scheduled', 'cancelled']);
  });

  it('an older change does not bring a cancelled exam back, a newer one does', async () => {
    const { examId } = await kept('CA-1');
    expect(await send(orm('XO', 'XO-3', '074500'))).toBe('AA');
    expect(await facts(examId)).toEqual(['ExamScheduled', 'ExamRescheduled', 'ExamCancelled']);
    expect(await send(orm('XO', 'XO-4', '080000'))).toBe('AA');
    expect(await facts(examId)).toEqual(['ExamScheduled', 'ExamRescheduled', 'ExamCancelled', 'ExamRescheduled']);
    expect(await steps(examId)).toEqual(['scheduled']);
  });

  it.each(['CA', 'DC', 'OC'])('%s of an unknown order is answered AA and leaves nothing, not even its patient', async (control) => {
    expect(await send(orm(control, `NO-${control}`, '080000', { '4711^^^NORTH': '4799^^^NORTH', F9001: `F-${control}` }))).toBe('AA');
    expect(await kept(`NO-${control}`)).toMatchObject({ outcome: 'ignored', flags: ['ORDER_UNKNOWN'], examId: '' });
    expect(await sql(`select 1 from patient_identifiers where value = '4799'`)).toEqual([]);
  });

  it('OMI^O23 changes and cancels too', async () => {
    const omi = (control: string, id: string, at: string) =>
      omiOrder({ 'ORC|NW': `ORC|${control}`, RIS000102: id, '20260504073100||OMI': `20260504${at}||OMI` });
    expect(await send(omi('XO', 'OMI-1', '073100'))).toBe('AA');
    expect(await send(omi('DC', 'OMI-2', '074000'))).toBe('AA');
    expect(await facts((await kept('OMI-2')).examId)).toEqual(['ExamScheduled', 'ExamCancelled']);
  });

  it('CA after the scan began is answered AA, and a person decides', async () => {
    const changes = { 'A-100': 'A-SCAN', F9001: 'F-SCAN', '10.999.100': '10.999.300' };
    expect(await send(orm('NW', 'SCAN-1', '073000', changes))).toBe('AA');
    const { examId } = await kept('SCAN-1');
    const begun = { stepId: '0190a000-0000-7000-8000-0000000000cc', examId, facilityId: 'NORTH', deviceId: 'north-idxa' };
    await others.say(modalityGateway.ScanStarted, begun, { key: examId, subject: 'procedure-step-1' });
    await waitUntil(async () => (await steps(examId)).includes('scan-started'), 'the scan to have begun');
    expect(await send(orm('CA', 'SCAN-2', '080000', changes))).toBe('AA');
    expect(await kept('SCAN-2')).toMatchObject({ outcome: 'applied', flags: ['CANCEL_AFTER_SCAN'] });
    expect(await steps(examId)).toEqual(['scheduled', 'scan-started', 'cancel-asked']);
    expect(others.heard(scheduling.ExamCancelled).map(({ data }) => data.examId)).not.toContain(examId);
  });

  it('refuses a cancel that is about another patient, with the position', async () => {
    expect(await send(omiOrder({ 'ORC|NW': 'ORC|XO', RIS000102: 'OMI-3', '20260504073100||OMI': '20260504080000||OMI' }))).toBe('AA');
    expect(await send(omiOrder({ 'ORC|NW': 'ORC|CA', RIS000102: 'OMI-4', '20260504073100||OMI': '20260504081000||OMI', '4712^^^NORTH': '4711^^^NORTH' }))).toBe('AE 205 PID^1^3^1');
  });
});
