import { scheduling } from '@osteon/contracts';
import { conversation, testService, type Conversation, type TestService } from '@osteon/platform/testing';
import { msNovak, testKafka, waitUntil } from '@osteon/testing';
import { AppModule } from '../app.module.js';
import { ListenHl7 } from '../hl7-messages/listen-hl7.mllp.js';
import { north, south } from '../site/north.story.js';
import { hl7Connection, summary, type Hl7Connection } from '../testing/hl7-connection.js';
import { hisOrder, omiOrder, ormOrder } from './orders.story.js';

interface Kept {
  readonly outcome: string;
  readonly answer: string;
  readonly flags: string[];
  readonly copies: number;
  readonly exam_ids: string[];
  readonly problem: { code: string; location: string } | null;
  readonly object_key: string;
  readonly correlation_id: string;
}

describe('orders over MLLP', () => {
  let service: TestService;
  let others: Conversation;
  let ris: Hl7Connection;

  beforeAll(async () => {
    const kafka = await testKafka();
    others = conversation(kafka, ['scheduling.events', 'patients']);
    service = await testService(AppModule, { kafka, environment: { OSTEON_MLLP_PORT: '0' } });
    for (const site of [north, south]) {
      const applied = await service.ask({ by: msNovak, method: 'PUT', path: `/sites/${site.facilityId}`, body: site });
      expect(applied.status).toBe(200);
    }
    ris = await hl7Connection(service.get(ListenHl7).port);
  }, 180_000);
  afterAll(async () => {
    ris?.end();
    await service?.stop();
    await others?.close();
  });

  const sql = async <Row>(text: string, ...params: readonly unknown[]): Promise<Row[]> => (await service.database.pool.query(text, [...params])).rows;
  const kept = (controlId: string) => sql<Kept>('select * from hl7_messages where control_id = $1 order by received_at', controlId);
  const send = async (bytes: Buffer) => summary((await ris.send(bytes))[0]);
  const examOf = async (controlId: string): Promise<string> => (await kept(controlId))[0]?.exam_ids[0] ?? '';
  const facts = async (examId: string) => (await service.store.readStream(`exam-${examId}`)).map(({ event }) => event.type);
  const count = async (table: string): Promise<number> => (await sql<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count ?? 0;
  const published = (examId: string) => others.heard(scheduling.ExamScheduled).filter(({ data }) => data.examId === examId);

  it('a new order becomes an exam with what it brings, and the others hear of it', async () => {
    expect(await send(ormOrder())).toBe('AA');
    const examId = await examOf('RIS000101');
    const [heard] = await waitUntil(() => (published(examId).length > 0 ? published(examId) : undefined), 'the exam on Kafka');
    expect(heard).toMatchObject({ key: examId, headers: { ce_facilityid: 'NORTH', ce_streamversion: '1' } });
    expect(heard?.data).toMatchObject({
      examId,
      facilityId: 'NORTH',
      patientVersion: 1,
      accessionNumber: 'A-100',
      studyInstanceUID: '1.2.826.0.1.3680043.10.999.100',
      requestedProcedureId: 'RP-100',
      scheduledProcedureStepId: 'SPS-100',
      scheduledAt: '2026-05-04T07:00:00Z',
      zone: 'Europe/Berlin',
      heightM: 1.62,
      weightKg: 64,
      orders: [{ placerOrderNumber: { value: 'P7001', namespace: 'EMR' }, fillerOrderNumber: { value: 'F9001', namespace: 'RIS' } }],
    });
    const details = await service.objects.getJson(heard?.data.details.key ?? '', scheduling.examDetails);
    expect(details).toMatchObject({ indication: 'Screening for osteoporosis', referrer: { family: 'LEE', given: 'MIN' } });
  });

  it('its patient becomes known, on the topic of patients and never in an event', async () => {
    const patientId = published(await examOf('RIS000101'))[0]?.data.patientId;
    const patient = await waitUntil(() => others.heard(scheduling.Patient).find(({ data }) => data.patientId === patientId), 'the patient on Kafka');
    expect(patient).toMatchObject({ topic: 'patients', key: patientId, headers: { ce_streamversion: '1' } });
    expect(patient.data).toEqual({
      patientId,
      version: 1,
      identifiers: [{ value: '4711', authority: 'NORTH', type: 'MR' }],
      name: { family: 'OKAFOR', given: 'ADA', middle: 'MAE', suffix: 'JR', prefix: 'MRS' },
      birthDate: '1956-03-02',
      sex: 'female',
      ethnicGroup: 'White',
    });
    const [{ events } = { events: '' }] = await sql<{ events: string }>(`select string_agg(data::text, ' ') as events from events where aggregate <> 'site'`);
    expect(events).not.toMatch(/OKAFOR|4711|1956|Screening|LEE/);
  });

  it('its message is kept byte for byte, with the thread that leads to all that came of it', async () => {
    const [message] = await kept('RIS000101');
    expect(message).toMatchObject({ outcome: 'applied', answer: 'AA', flags: [], copies: 0 });
    expect(await service.objects.get(message?.object_key ?? '')).toEqual(ormOrder());
    const [fact] = await service.store.readStream(`exam-${await examOf('RIS000101')}`);
    expect(fact).toMatchObject({ correlationId: message?.correlation_id, by: 'north-ris', facilityId: 'NORTH' });
  });

  it('OMI^O23 with IPC is taken too, with the letters of its character set', async () => {
    expect(await send(omiOrder())).toBe('AA');
    const examId = await examOf('RIS000102');
    const [heard] = await waitUntil(() => (published(examId).length > 0 ? published(examId) : undefined), 'the second exam on Kafka');
    expect(heard?.data).toMatchObject({ accessionNumber: 'A-101', stationAETitle: 'IDXA1', scheduledAt: '2026-05-04T07:30:00Z' });
    const [known] = await sql<{ name: { given: string } }>('select name from patient_demographics where patient_id = $1', heard?.data.patientId);
    expect(known?.name.given).toBe('J\u00dcRGEN');
  });

  it('the same message again gets AA again, with one effect', async () => {
    const before = [await count('events'), await count('outbox')];
    expect(await send(ormOrder())).toBe('AA');
    expect(await send(ormOrder())).toBe('AA');
    expect([await count('events'), await count('outbox')]).toEqual(before);
    expect(await kept('RIS000101')).toMatchObject([{ copies: 2 }]);
  });

  it('the same message on many connections at once has one effect', async () => {
    const bytes = ormOrder({ RIS000101: 'RACE-1', 'A-100': 'A-RACE', F9001: 'F-RACE', '10.999.100': '10.999.900' });
    const connections = await Promise.all([1, 2, 3, 4, 5].map(() => hl7Connection(service.get(ListenHl7).port)));
    const answers = await Promise.all(connections.map((connection) => connection.send(bytes)));
    connections.forEach((connection) => connection.end());
    expect(answers.map(([answer]) => summary(answer))).toEqual(['AA', 'AA', 'AA', 'AA', 'AA']);
    expect(await kept('RACE-1')).toMatchObject([{ copies: 4 }]);
    expect(await facts(await examOf('RACE-1'))).toEqual(['ExamScheduled']);
  });

  it('the same MSH-10 with other bytes is processed and flagged: senders reuse ids', async () => {
    expect(await send(ormOrder({ '20260504073000||ORM': '20260504074000||ORM', '^^^20260504090000^^R||20260504': '^^^20260504110000^^R||20260504' }))).toBe('AA');
    expect((await kept('RIS000101'))[1]).toMatchObject({ outcome: 'applied', flags: ['MESSAGE_ID_REUSED'] });
  });

  it('a new order that is known is an upsert: the exam moves, and the others hear the whole of it again', async () => {
    const examId = await examOf('RIS000101');
    expect(await facts(examId)).toEqual(['ExamScheduled', 'ExamRescheduled']);
    const moved = await waitUntil(() => published(examId)[1], 'the moved exam on Kafka');
    expect(moved.data).toMatchObject({ examId, scheduledAt: '2026-05-04T09:00:00Z', accessionNumber: 'A-100' });
  });

  it('an older word about an order changes nothing', async () => {
    const examId = await examOf('RIS000101');
    expect(await send(ormOrder({ RIS000101: 'OLD-1', '20260504073000||ORM': '20260504072000||ORM' }))).toBe('AA');
    expect(await facts(examId)).toEqual(['ExamScheduled', 'ExamRescheduled']);
  });

  it('an order that brings no numbers gets them issued', async () => {
    const his = await hl7Connection(service.get(ListenHl7).port);
    expect(summary((await his.send(hisOrder()))[0])).toBe('AA');
    his.end();
    const [line] = await sql<Record<string, string>>('select * from exam_lines where exam_id = $1', await examOf('HIS000001'));
    expect(line?.['accession_number']).toMatch(/^OST\d{10}$/);
    expect(line?.['study_instance_uid']).toMatch(/^2\.25\.\d+$/);
    expect(line?.['schedule']).toMatchObject({ requestedProcedureId: expect.stringMatching(/^ORP\d{10}$/), priority: 'stat' });
  });

  it('two orders that race for one new patient: one creates, the other runs again and finds', async () => {
    const orders = [1, 2, 3, 4, 5, 6].map((n) =>
      ormOrder({ RIS000101: `PAT-${n}`, '4711^^^NORTH': '9999^^^NORTH', 'A-100': `A-P${n}`, F9001: `F-P${n}`, '10.999.100': `10.999.80${n}` }),
    );
    const connections = await Promise.all(orders.map(() => hl7Connection(service.get(ListenHl7).port)));
    const answers = await Promise.all(connections.map((connection, index) => connection.send(orders[index] ?? Buffer.alloc(0))));
    connections.forEach((connection) => connection.end());
    expect(answers.map(([answer]) => summary(answer))).toEqual(Array(6).fill('AA'));
    expect(await sql(`select 1 from patient_identifiers where authority = 'NORTH' and value = '9999'`)).toHaveLength(1);
    const patients = await sql(`select distinct patient_id from exam_lines where accession_number like 'A-P%'`);
    const exams = await sql(`select 1 from exam_lines where accession_number like 'A-P%'`);
    expect([patients.length, exams.length]).toEqual([1, 6]);
  });

  it('PID in an order never overwrites what is known, and what differs is flagged', async () => {
    const change = { RIS000101: 'PID-1', OKAFOR: 'MISTYPED', '19560302|F': '19600302|F', 'A-100': 'A-PID', F9001: 'F-PID', '10.999.100': '10.999.700' };
    expect(await send(ormOrder(change))).toBe('AA');
    expect(await kept('PID-1')).toMatchObject([{ flags: ['PATIENT_DIFFERS'] }]);
    const [patient] = await sql<{ name: { family: string }; version: number }>(
      `select name, version from patient_demographics join patient_identifiers using (patient_id) where authority = 'NORTH' and value = '4711'`,
    );
    expect(patient).toMatchObject({ name: { family: 'OKAFOR' }, version: 1 });
  });

  it('a second order with the same accession number is answered by the same exam', async () => {
    expect(await send(ormOrder({ RIS000101: 'VFA-1', F9001: 'F9101', '77080^DXA': '77085^DXA with VFA and', '10.999.100': '10.999.110' }))).toBe('AA');
    const examId = await examOf('VFA-1');
    expect(examId).toBe(await examOf('RIS000101'));
    const added = await waitUntil(() => published(examId)[2], 'the exam with two orders on Kafka');
    expect(added.data.orders.map(({ fillerOrderNumber }) => fillerOrderNumber?.value)).toEqual(['F9001', 'F9101']);
    expect(added.data.orders.map(({ studyInstanceUID }) => studyInstanceUID)).toEqual(['1.2.826.0.1.3680043.10.999.100', '1.2.826.0.1.3680043.10.999.110']);
  });

  it.each([
    ['AE 205 PID^1^3', { RIS000101: 'NO-1', '4711^^^NORTH': '4799^^^NORTH', 'A-100': 'A-NO1', '10.999.100': '10.999.601' }],
    ['AE 205 PID^1^3', { RIS000101: 'NO-2', '4711^^^NORTH': '4799^^^NORTH', F9001: 'F-NO2', '10.999.100': '10.999.602' }],
    ['AE 205 ZDS^1^1', { RIS000101: 'NO-3', '10.999.100': '10.999.101' }],
    ['AE 205 OBR^1^18', { RIS000101: 'NO-4', 'A-100': 'A-101' }],
  ])('an order whose numbers belong to another exam or patient is answered %s and leaves nothing behind', async (answer, change) => {
    const before = [await count('events'), await count('patient_demographics')];
    expect(await send(ormOrder(change))).toBe(answer);
    expect([await count('events'), await count('patient_demographics')]).toEqual(before);
    expect(await kept(change.RIS000101)).toMatchObject([{ outcome: 'refused', answer: 'AE' }]);
  });

  it.each([
    ['AE 102 OBR^1^18', ormOrder({ RIS000101: 'BAD-1', 'A-100': 'A-100-AND-MUCH-LONGER' })],
    ['AE 102 IPC^1^1^1', omiOrder({ RIS000102: 'BAD-2', 'A-101^RIS': 'A-101-AND-MUCH-LONGER' })],
    ['AE 101 PID^1^5', ormOrder({ RIS000101: 'BAD-3', 'OKAFOR^ADA': '^ADA' })],
    ['AE 103 ORC^1^1', ormOrder({ RIS000101: 'BAD-4', 'ORC|NW': 'ORC|RP' })],
    ['AE 103 ORC^1^1^1', omiOrder({ RIS000102: 'BAD-5', 'ORC|NW': 'ORC|HD' })],
    ['AE 102 MSH^1^7', ormOrder({ RIS000101: 'BAD-6', '20260504073000||ORM': 'today||ORM' })],
    ['AR 200 MSH^1^9', ormOrder({ RIS000101: 'BAD-7', 'ORM^O01': 'SIU^S12' })],
    ['AR 201 MSH^1^9', ormOrder({ RIS000101: 'BAD-10', 'ORM^O01': 'ORM^O02' })],
    ['AR 204 MSH^1^3', ormOrder({ RIS000101: 'BAD-8', 'RIS|NORTH': 'RIS|WEST' })],
    ['AE 100 MSH^1', ormOrder({ RIS000101: 'BAD-9', 'PV1|1': 'garbage' })],
  ])('answers %s in the version of the sender, and stores nothing but the message', async (answer, bytes) => {
    const before = [await count('events'), await count('outbox'), await count('patient_demographics'), await count('hl7_messages')];
    const [said] = await ris.send(bytes);
    expect(summary(said)).toBe(answer);
    const [events = 0, outbox = 0, patients = 0, messages = 0] = before;
    expect([await count('events'), await count('outbox'), await count('patient_demographics'), await count('hl7_messages')]).toEqual([events, outbox, patients, messages + 1]);
  });

  it('a message that was refused is taken when it comes again and can be', async () => {
    const bytes = ormOrder({ RIS000101: 'LATE-1', 'RIS|NORTH': 'RIS|LATE', 'A-100': 'A-LATE', F9001: 'F-LATE', '10.999.100': '10.999.500' });
    expect(await send(bytes)).toBe('AR 204 MSH^1^3');
    const late = { ...south, senders: [...south.senders, { ...south.senders[0], id: 'late-ris', sendingFacility: 'LATE' }] };
    expect((await service.ask({ by: msNovak, method: 'PUT', path: '/sites/SOUTH', body: late, ifMatch: 1 })).status).toBe(200);
    expect(await send(bytes)).toBe('AA');
    const [line] = await sql('select facility_id from exam_lines where accession_number = $1', 'A-LATE');
    expect(line).toEqual({ facility_id: 'SOUTH' });
  });

  it('an order for another modality is answered AA, counted and ignored', async () => {
    const before = [await count('events'), await count('patient_demographics')];
    expect(await send(ormOrder({ RIS000101: 'CT-1', '|BMD|': '|CT|', '4711^^^NORTH': '4788^^^NORTH' }))).toBe('AA');
    expect([await count('events'), await count('patient_demographics')]).toEqual(before);
    expect(await kept('CT-1')).toMatchObject([{ outcome: 'ignored', flags: ['OTHER_MODALITY'], exam_ids: [] }]);
  });

  it('bytes that are no HL7 are answered AR and kept for inspection', async () => {
    expect(await send(Buffer.from('GET / HTTP/1.1\r\n'))).toMatch(/^AR 100 MSH/);
    expect(await sql(`select 1 from hl7_messages where outcome = 'unreadable'`)).toHaveLength(1);
  });

  it('several messages in one TCP segment are answered each, in order', async () => {
    const [first, second] = [ormOrder({ RIS000101: 'TWO-1' }), ormOrder({ RIS000101: 'TWO-2' })];
    const answers = await ris.send(first, second);
    expect(answers.map((answer) => answer.segments[1]?.fields[1]?.[0]?.[0]?.[0])).toEqual(['TWO-1', 'TWO-2']);
  });

  it('is answered as its sender asks by MSH-15 and MSH-16, and once where the sender is configured so', async () => {
    const asking = (id: string, asks: string, from = 'RIS|NORTH') =>
      ormOrder({ RIS000101: id, 'RIS|NORTH': from, '|P|2.3.1||||||': `|P|2.3.1|||${asks}||` });
    const answers = async (...messages: readonly Buffer[]) => (await ris.send(...messages)).map(summary);
    expect(await answers(asking('ASK-1', 'AL|AL'), asking('ASK-2', 'NE|NE'))).toEqual(['CA', 'AA']);
    expect(await answers(asking('ASK-3', 'AL|NE'))).toEqual(['CA']);
    expect(await answers(asking('ASK-4', 'AL|AL', 'HIS|NORTH'))).toEqual(['AA']);
  });

  it('AA is said only after the commit: while the database holds the transaction there is no answer', async () => {
    const holder = await service.database.pool.connect();
    await holder.query(`begin; lock table hl7_messages in exclusive mode`);
    let answered = false;
    const answer = ris.send(ormOrder({ RIS000101: 'HELD-1' })).then(([said]) => {
      answered = true;
      return summary(said);
    });
    await waitUntil(async () => (await sql(`select 1 from pg_locks where not granted`)).length > 0, 'the order to wait for the table');
    expect(answered).toBe(false);
    await holder.query('commit');
    holder.release();
    expect(await answer).toBe('AA');
  });

  it('AR is said where the message could not be made durable, and it can be sent again', async () => {
    await sql('alter table hl7_messages rename to hl7_messages_away');
    const bytes = ormOrder({ RIS000101: 'AWAY-1', 'A-100': 'A-AWAY', F9001: 'F-AWAY', '10.999.100': '10.999.400' });
    expect(await send(bytes)).toBe('AR 207 MSH^1');
    await sql('alter table hl7_messages_away rename to hl7_messages');
    expect(await send(bytes)).toBe('AA');
  });
});
