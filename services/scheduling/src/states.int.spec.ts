import { scheduling } from '@osteon/contracts';
import { conversation, testService, type Conversation, type TestService } from '@osteon/platform/testing';
import { mrOps, msFrank, msNovak, testKafka, waitUntil } from '@osteon/testing';
import { AppModule } from './app.module.js';
import { north, south } from './site/north.story.js';

const examId = '0190a000-0000-7000-8000-0000000000a1';

describe('the states that scheduling keeps for the others', () => {
  let service: TestService;
  let others: Conversation;
  beforeAll(async () => {
    const kafka = await testKafka();
    others = conversation(kafka, ['patients', 'sites']);
    service = await testService(AppModule, { kafka, environment: { OSTEON_MLLP_PORT: '0' } });
    for (const body of [north, south]) await service.ask({ by: msNovak, method: 'PUT', path: `/sites/${body.facilityId}`, body });
    await service.ask({ by: msNovak, method: 'PUT', path: '/sites/NORTH', body: { ...north, name: 'North Clinic' }, ifMatch: 1 });
    const patient = { identifier: { value: '483920' }, name: { family: 'Okafor', given: 'Grace' }, birthDate: '1958-11-20', sex: 'female' };
    const body = { facilityId: 'NORTH', patient, scheduledAt: '2026-03-02T08:15:00Z', procedure: { code: 'DXASH', meaning: 'DXA', scheme: 'L' }, priority: 'routine' };
    await service.ask({ by: msFrank, method: 'PUT', path: `/exams/${examId}`, body });
    await waitUntil(() => said().length === 4, 'three documents and one patient');
  }, 180_000);
  afterAll(async () => {
    await service?.stop();
    await others?.close();
  });

  const said = () => [
    ...others.heard(scheduling.Site).map(({ key, data }) => `${key} v${data.version} ${data.name}`),
    ...others.heard(scheduling.Patient).map(({ data }) => `${data.name.family} v${data.version}`),
  ];
  const states = (body: object, by = mrOps) => service.ask({ by, method: 'POST', path: '/operations/replays/states', body });

  it('are counted first', async () => {
    expect((await states({ dryRun: true })).body).toEqual({ states: { sites: 2, patients: 1 } });
    expect((await states({ topics: ['sites'], dryRun: true })).body).toEqual({ states: { sites: 2 } });
    expect((await states({ topics: ['scheduling.events'] })).body).toMatchObject({ status: 404, code: 'TOPIC_UNKNOWN' });
    expect((await states({}, msFrank)).status).toBe(403);
  });

  it('are said again, the latest of each and no older one, and that is on record', async () => {
    const before = said().length;
    expect((await states({ reason: 'a replica was wiped' })).body).toEqual({ states: { sites: 2, patients: 1 } });
    await waitUntil(() => said().length === before + 3, 'three states again');
    expect(others.heard(scheduling.Site).slice(-2).map(({ key, data, headers }) => [key, data.version, headers['ce_streamversion']])).toEqual(
      expect.arrayContaining([['NORTH', 2, '2'], ['SOUTH', 1, '1']]),
    );
    expect(others.heard(scheduling.Site).filter(({ key }) => key === 'NORTH').at(-1)?.data.name).toBe('North Clinic');
    expect(others.heard(scheduling.Patient).at(-1)?.data).toEqual(others.heard(scheduling.Patient)[0]?.data);
    const audit = await service.ask({ by: mrOps, path: '/operations/audit?what=replay-states' });
    expect(audit.body).toMatchObject({ operations: [{ target: { topics: ['sites', 'patients'] }, counts: { sites: 2, patients: 1 }, reason: 'a replica was wiped' }] });
  });

  it('are left out where facts are told again', async () => {
    const count = async (types?: readonly string[]) => (await service.ask({ by: mrOps, method: 'POST', path: '/operations/replays', body: { dryRun: true, ...(types ? { types } : {}) } })).body;
    expect(await count(['SiteApplied'])).toEqual({ facts: 3, messages: 0 });
    expect(await count(['ExamScheduled'])).toEqual({ facts: 1, messages: 1 });
  });
});
