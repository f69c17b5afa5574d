import type { Person } from '@osteon/identity';
import { testService, type TestRequest, type TestService } from '@osteon/platform/testing';
import { drLee, examA1, mrOps, mrTanaka, msBauer, msFrank, msNovak } from '@osteon/testing';
import { AppModule } from './app.module.js';

const people = { 'front-desk': msFrank, technologist: mrTanaka, physician: drLee, manager: msBauer, administrator: msNovak, operations: mrOps } as const;
type Role = keyof typeof people;
const everybody: readonly Role[] = ['front-desk', 'technologist', 'physician', 'manager', 'administrator', 'operations'];

const exam = `/exams/${examA1.examId}`;

/** Every door of the service, and to whom it opens. */
const doors: readonly (readonly [opens: readonly Role[], request: Omit<TestRequest, 'by'>])[] = [
  [everybody, { path: '/exams?date=2026-03-02' }],
  [everybody, { path: exam }],
  [everybody, { path: '/sites' }],
  [['front-desk', 'technologist'], { method: 'PUT', path: exam, body: {} }],
  [['front-desk', 'technologist'], { method: 'POST', path: `${exam}/arrival`, ifMatch: 1 }],
  [['administrator'], { method: 'PUT', path: '/sites/NORTH', body: {} }],
  [['operations'], { path: '/operations/streams/exam-1' }],
  [['operations'], { path: '/operations/events?key=1' }],
];

describe('the doors of scheduling', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await testService(AppModule, { environment: { OSTEON_MLLP_PORT: '0' } });
  }, 120_000);
  afterAll(() => service?.stop());

  const cases = doors.flatMap(([opens, request]) => everybody.map((role) => [`${request.method ?? 'GET'} ${request.path}`, role, opens.includes(role), request] as const));

  it.each(cases)('%s to %s: open is %s', async (_, role, isOpen, request) => {
    const by: Person = people[role];
    const { status } = await service.ask({ ...request, by });
    if (isOpen) expect([401, 403]).not.toContain(status);
    else expect(status).toBe(403);
  });

  it.each(doors.map(([, request]) => [`${request.method ?? 'GET'} ${request.path}`, request] as const))('%s stays shut for who has not signed in', async (_, request) => {
    expect((await service.ask(request)).status).toBe(401);
  });
});
