import { drLee, drSilva, examA1, msOkafor, NORTH, testDatabase, testKafka, waitUntil } from '@osteon/testing';
import type { Person } from '@osteon/identity';
import { AppModule } from '../testing/example/app.module.js';
import { testService, type TestService } from '../testing/index.js';

/** A page that listens: what has come so far, and whether the stream is still open. */
const page = async (service: TestService, by: Person) => {
  const answer = await fetch(`${service.url}/changes`, { headers: { authorization: `Bearer ${await service.token(by)}` } });
  const heard = { text: '', ended: false };
  const reading = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) heard.text += decoder.decode(chunk);
    heard.ended = true;
  };
  void reading();
  await waitUntil(() => heard.text.includes(': following'), 'the stream is open');
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    changes: () => [...heard.text.matchAll(/^data: (.*)$/gm)].map(([, data]): unknown => JSON.parse(data ?? '')),
    tells: (id: string) => heard.text.includes(`"id":"${id}"`),
    ended: () => heard.ended,
  };
};

const claim = (service: TestService, examId: string) =>
  service.ask({ by: drLee, method: 'PUT', path: `/desks/${examId}`, body: { facilityId: NORTH, patientId: msOkafor.patientId } });

describe('what open pages are told', () => {
  let one: TestService;
  let other: TestService;

  beforeAll(async () => {
    const [database, kafka] = await Promise.all([testDatabase(), testKafka()]);
    one = await testService(AppModule, { database, kafka });
    other = await testService(AppModule, { database, kafka });
  }, 180_000);
  afterAll(async () => {
    await one?.stop();
    await other?.stop();
  });

  it('is every change, whichever copy of the service made it', async () => {
    const before = '0190a000-0000-7000-8000-0000000000b1';
    await claim(one, before);
    const listening = await page(other, drLee);
    expect(listening).toMatchObject({ status: 200, type: 'text/event-stream' });
    await claim(one, examA1.examId);
    await waitUntil(() => listening.tells(examA1.examId), 'a change made by the other copy');
    expect(listening.changes()).toContainEqual({ id: examA1.examId, what: 'desk' });
  });

  it('is nothing of another hospital', async () => {
    const elsewhere = await page(one, drSilva);
    const here = await page(one, drLee);
    const examId = '0190a000-0000-7000-8000-0000000000b2';
    await claim(one, examId);
    await waitUntil(() => here.tells(examId), 'the change is told');
    expect(elsewhere.changes()).toEqual([]);
  });

  it('is nothing to somebody who has not signed in', async () => {
    expect((await one.ask({ path: '/changes' })).status).toBe(401);
  });

  it('comes to an end when the service stops', async () => {
    const listening = await page(other, drLee);
    await other.stop();
    await waitUntil(() => listening.ended(), 'the end of the stream');
  });
});
