import { scheduling } from '@osteon/contracts';
import { conversation, testService, type Conversation, type TestService } from '@osteon/platform/testing';
import { drSilva, examA1, mrOps, msFrank, msNovak, testKafka, waitUntil } from '@osteon/testing';
import { AppModule } from '../app.module.js';
import { north, south } from '../site/north.story.js';
import type { ExamEntry } from './exam-entry.js';

const entry: ExamEntry = {
  facilityId: 'NORTH',
  patient: { identifier: { value: '4711' }, name: { family: 'Okafor', given: 'Ada', prefix: 'Ms' }, birthDate: '1956-03-02', sex: 'female', ethnicGroup: 'White' },
  scheduledAt: '2026-05-04T07:00:00Z',
  procedure: { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' },
  priority: 'urgent',
  stationAETitle: 'IDXA1',
  heightM: 1.62,
  weightKg: 64,
  indication: 'Screening',
  referrer: { family: 'Lee', given: 'Min', prefix: 'Dr' },
};
const idOf = (n: number) => `0190a000-0000-7000-8000-0000000000${n}`;

describe('an exam entered at the front desk', () => {
  let service: TestService;
  let others: Conversation;

  beforeAll(async () => {
    const kafka = await testKafka();
    others = conversation(kafka, ['scheduling.events', 'sites']);
    service = await testService(AppModule, { kafka, environment: { OSTEON_MLLP_PORT: '0' } });
  }, 180_000);
  afterAll(async () => {
    await service?.stop();
    await others?.close();
  });

  const apply = (body: object, ifMatch?: number, by = msNovak) => service.ask({ by, method: 'PUT', path: '/sites/NORTH', body, ifMatch });
  const enter = (body: object = entry, examId: string = examA1.examId, by = msFrank) => service.ask({ by, method: 'PUT', path: `/exams/${examId}`, body });

  it('has to wait for its facility: a site document comes first', async () => {
    expect(await enter()).toMatchObject({ status: 422, body: { code: 'FACILITY_UNKNOWN' } });
    expect(await apply(north)).toMatchObject({ status: 200, body: { facilityId: 'NORTH', version: 1 } });
    const said = await waitUntil(() => others.heard(scheduling.Site)[0], 'the site on Kafka');
    expect(said).toMatchObject({ topic: 'sites', key: 'NORTH' });
    expect(said.data).toEqual({ ...north, version: 1 });
  });

  it('is at a facility whose document changes only under the version that was seen', async () => {
    const renamed = { ...north, name: 'North Clinic' };
    expect(await apply({ ...north, version: 1 })).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await apply(renamed)).toMatchObject({ status: 428 });
    expect(await apply(renamed, 7)).toMatchObject({ status: 412, body: { code: 'STALE_VERSION' } });
    expect(await apply(renamed, 1)).toMatchObject({ status: 200, body: { version: 2 }, headers: { etag: '"2"' } });
    const listed = await service.ask({ by: msFrank, path: '/sites' });
    expect(listed.body).toEqual({ sites: [{ ...renamed, version: 2 }] });
    expect((await service.ask({ by: mrOps, path: '/sites' })).status).toBe(200);
    expect((await service.ask({ by: drSilva, path: '/sites' })).body).toEqual({ sites: [] });
  });

  it('is at a facility whose document is whole, unambiguous and an administrator\'s', async () => {
    expect(await apply({ ...north, zone: undefined }, 2)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/zone' }] } });
    expect(await apply({ ...north, colour: 'red' }, 2)).toMatchObject({ status: 400 });
    expect(await apply(north, 2, msFrank)).toMatchObject({ status: 403 });
    expect(await apply(south, 2)).toMatchObject({ status: 422, body: { code: 'SITE_OTHER_FACILITY' } });
    const twice = { ...north, devices: [...north.devices, ...north.devices.map((device) => ({ ...device, id: 'copy' }))] };
    expect(await apply(twice, 2)).toMatchObject({
      status: 422,
      body: { code: 'SITE_AMBIGUOUS', values: { problems: [{ at: '/devices/1', code: 'DEVICE_AMBIGUOUS', facilityId: 'NORTH' }] } },
    });
  });

  it('two hospitals that claim one sender at the same moment are not both right', async () => {
    const rivals = ['EAST', 'WEST'].map((facilityId) => ({
      ...south,
      facilityId,
      devices: [],
      senders: south.senders.map((sender) => ({ ...sender, sendingFacility: 'SHARED' })),
    }));
    const answers = await Promise.all(rivals.map((body) => service.ask({ by: msNovak, method: 'PUT', path: `/sites/${body.facilityId}`, body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('is scheduled, and the same body again is 200', async () => {
    const first = await enter();
    expect(first).toMatchObject({ status: 201, body: { examId: examA1.examId, version: 1 }, headers: { etag: '"1"' } });
    expect(first.body).toMatchObject({ accessionNumber: expect.stringMatching(/^OST\d{10}$/), studyInstanceUID: expect.stringMatching(/^2\.25\.\d+$/) });
    const again = await enter();
    expect(again).toMatchObject({ status: 200, body: first.body });
    const [heard] = await waitUntil(() => (others.heard(scheduling.ExamScheduled).length > 0 ? others.heard(scheduling.ExamScheduled) : undefined), 'the exam');
    expect(heard?.data).toMatchObject({ examId: examA1.examId, zone: 'Europe/Berlin', priority: 'urgent', modality: 'BMD', heightM: 1.62 });
    expect(await service.objects.getJson(heard?.data.details.key ?? '', scheduling.examDetails)).toMatchObject({ indication: 'Screening', referrer: { family: 'Lee' } });
  });

  it('is not overwritten by other values under its id', async () => {
    expect(await enter({ ...entry, priority: 'stat' })).toMatchObject({ status: 409, body: { code: 'EXAM_ENTERED_OTHERWISE' } });
  });

  it('is scheduled once when it is sent twice at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => enter({ ...entry, accessionNumber: 'DESK-2' }, idOf(22))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(await service.store.readStream(`exam-${idOf(22)}`)).toHaveLength(1);
  });

  it('does not take an accession number that another exam has', async () => {
    expect(await enter({ ...entry, accessionNumber: 'DESK-2' }, idOf(23))).toMatchObject({ status: 409, body: { code: 'ACCESSION_NUMBER_TAKEN' } });
  });

  it('is refused where the number belongs to a person with another birth date: the wrong chart is open', async () => {
    const other = { ...entry, patient: { ...entry.patient, birthDate: '1960-03-02' } };
    expect(await enter(other, idOf(24))).toMatchObject({ status: 409, body: { code: 'PATIENT_DIFFERS' } });
  });

  it('is refused at a station that the facility does not have', async () => {
    expect(await enter({ ...entry, stationAETitle: 'IDXA9' }, idOf(25))).toMatchObject({ status: 422, body: { code: 'STATION_UNKNOWN' } });
  });

  it('is refused to whoever may not schedule at that facility, and to nobody', async () => {
    expect(await enter({ ...entry, facilityId: 'SOUTH' }, idOf(26))).toMatchObject({ status: 403, body: { code: 'EXAM_NOT_ALLOWED' } });
    expect((await enter(entry, idOf(26), msNovak)).status).toBe(403);
    expect((await service.ask({ method: 'PUT', path: `/exams/${idOf(26)}`, body: entry })).status).toBe(401);
  });

  it('is refused with every place that does not fit', async () => {
    const answer = await enter({ ...entry, accessionNumber: 'MUCH-TOO-LONG-NUMBER', heightM: 162, colour: 'red' }, idOf(27));
    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
    expect((await enter(entry, 'not-an-id')).status).toBe(400);
  });
});
