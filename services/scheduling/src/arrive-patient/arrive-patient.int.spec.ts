import { scheduling } from '@osteon/contracts';
import { conversation, testService, type Conversation, type TestService } from '@osteon/platform/testing';
import { drLee, examA1, msFrank, msNovak, mrTanaka, NORTH, testKafka, waitUntil } from '@osteon/testing';
import { AppModule } from '../app.module.js';
import { north } from '../site/north.story.js';

const path = `/exams/${examA1.examId}`;

describe('the arrival of a patient', () => {
  let service: TestService;
  let others: Conversation;
  beforeAll(async () => {
    const kafka = await testKafka();
    others = conversation(kafka, ['scheduling.events']);
    service = await testService(AppModule, { kafka, environment: { OSTEON_MLLP_PORT: '0' } });
    await service.ask({ by: msNovak, method: 'PUT', path: '/sites/NORTH', body: north });
    const body = {
      facilityId: NORTH,
      patient: { identifier: { value: '4711' }, name: { family: 'Okafor', given: 'Ada' }, birthDate: '1956-03-02', sex: 'female' },
      scheduledAt: '2026-05-04T08:00:00Z',
      procedure: { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' },
      priority: 'routine',
    };
    expect((await service.ask({ by: msFrank, method: 'PUT', path, body })).status).toBe(201);
  }, 120_000);
  afterAll(async () => {
    await service?.stop();
    await others?.close();
  });

  const arrive = (by: typeof msFrank, ifMatch?: number) => service.ask({ by, method: 'POST', path: `${path}/arrival`, ifMatch });

  it('needs the version that was seen', async () => {
    expect((await arrive(msFrank)).status).toBe(428);
    expect((await arrive(msFrank, 7)).status).toBe(412);
  });

  it('stands on the line of the exam, with its time and who said it', async () => {
    const answer = await arrive(msFrank, 1);
    expect(answer).toMatchObject({ status: 200, body: { examId: examA1.examId, arrivedAt: expect.any(String), version: 2 } });
    expect((await service.ask({ by: drLee, path })).body).toMatchObject({
      status: 'arrived',
      version: 2,
      steps: [{ name: 'scheduled' }, { name: 'arrived', by: 'ms-frank' }],
    });
  });

  it('is said once, however often the button is pressed', async () => {
    expect((await arrive(mrTanaka, 1)).body).toMatchObject({ version: 2 });
    const said = await waitUntil(() => others.heard(scheduling.PatientArrived), 'PatientArrived', { timeoutMs: 30_000 });
    expect(said).toMatchObject([{ key: examA1.examId, data: { examId: examA1.examId, facilityId: NORTH, arrivedAt: expect.any(String) } }]);
  });

  it('is the same when the line is folded again', async () => {
    const before = (await service.ask({ by: drLee, path })).body;
    await service.store.rebuild('exam-lines');
    expect((await service.ask({ by: drLee, path })).body).toEqual(before);
  });

  it('is nothing for an exam that nobody knows', async () => {
    const unknown = await service.ask({ by: msFrank, method: 'POST', path: '/exams/0190a000-0000-7000-8000-0000000000ff/arrival', ifMatch: 0 });
    expect(unknown.body).toMatchObject({ status: 404, code: 'EXAM_UNKNOWN' });
  });
});
