import { managerTransaction } from '@osteon/event-store';
import { serviceDatabase, waitUntil, type ServiceTestDatabase } from '@osteon/testing';
import { Log } from '../log/index.js';
import { Loops } from './loops.js';

describe('loops', () => {
  let database: ServiceTestDatabase;
  const open: Loops[] = [];
  const lines: string[] = [];

  const loops = (leaseMs = 10_000): Loops => {
    const log = new Log({ service: 'reading', destination: { write: (line: string) => lines.push(line) } });
    const sql = managerTransaction({ query: async (text, params) => (await database.pool.query(text, params)).rows });
    const made = new Loops({ sql, log, leaseMs });
    open.push(made);
    return made;
  };
  const query = async (sql: string) => (await database.pool.query<Record<string, unknown>>(sql)).rows;

  beforeAll(async () => {
    database = await serviceDatabase('reading');
  }, 180_000);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((made) => made.stop()));
    lines.length = 0;
  });
  afterAll(() => database?.close());

  it('never run two rounds at once, neither in one copy nor in two', async () => {
    let under = 0;
    let most = 0;
    let rounds = 0;
    const work = async () => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setTimeout(resolve, 15));
      under -= 1;
      rounds += 1;
    };
    const [one, two] = [loops(), loops()];
    const begun = [one.start('send', { everyMs: 1 }, work), two.start('send', { everyMs: 1 }, work)];
    await waitUntil(() => {
      for (const loop of begun) loop.wake();
      return rounds >= 10;
    }, 'ten rounds');
    expect(most).toBe(1);
  });

  it('go over to another copy when one stops', async () => {
    const ran: string[] = [];
    const first = loops().start('send', { everyMs: 5 }, async () => void ran.push('first'));
    await waitUntil(() => ran.length > 0, 'the first round');
    loops().start('send', { everyMs: 5 }, async () => void ran.push('second'));
    await first.stop();
    await waitUntil(() => ran.includes('second'), 'a round of the other copy');
    expect(ran.slice(ran.indexOf('second'))).not.toContain('first');
  });

  it('go over to another copy when one is killed and its lease has run out', async () => {
    await query(
      `insert into leases (name, holder, expires_at) values ('loop-killed', 'a dead process', now() + interval '300 milliseconds')`,
    );
    const begun = Date.now();
    let ranAt = 0;
    loops().start('killed', { everyMs: 20 }, async () => void (ranAt ||= Date.now()));
    await waitUntil(() => ranAt > 0, 'a round of the other copy');
    expect(ranAt - begun).toBeGreaterThanOrEqual(250);
  });

  it('keep the lease while a round lasts longer than it', async () => {
    let finish = () => {};
    const long = new Promise<void>((resolve) => (finish = resolve));
    let began = false;
    loops(150).start('long', { everyMs: 5 }, () => {
      began = true;
      return long;
    });
    await waitUntil(() => began, 'the long round');
    let second = 0;
    loops(150).start('long', { everyMs: 5 }, async () => void (second += 1));
    const until = Date.now() + 500;
    await waitUntil(() => Date.now() > until, 'three lives of the lease');
    expect(second).toBe(0);
    finish();
  });

  it('tell a round that its lease is lost', async () => {
    let lost: AbortSignal | undefined;
    let finish = () => {};
    const long = new Promise<void>((resolve) => (finish = resolve));
    loops(150).start('robbed', { everyMs: 5 }, (signal) => {
      lost ??= signal;
      return long;
    });
    await waitUntil(() => lost, 'the round');
    await query(`update leases set holder = 'somebody else', expires_at = now() + interval '1 hour' where name = 'loop-robbed'`);
    await waitUntil(() => lost?.aborted, 'the signal');
    finish();
  });

  it('go on after a round that fails, later each time, and log it without its message', async () => {
    let rounds = 0;
    loops().start('failing', { everyMs: 5 }, async () => {
      rounds += 1;
      if (rounds < 3) throw new Error('Okafor');
    });
    await waitUntil(() => rounds > 3, 'rounds after the failed ones');
    expect(lines.filter((line) => line.includes('loop-failed'))).toHaveLength(2);
    expect(lines.join()).not.toContain('Okafor');
  });

  it('write their lease three times in its life, not in every round', async () => {
    let rounds = 0;
    loops(600).start('resting', { everyMs: 1 }, async () => void (rounds += 1));
    const written = async () => String((await query(`select xmin::text from leases where name = 'loop-resting'`))[0]?.xmin);
    await waitUntil(() => rounds > 0, 'the first round');
    const [first, before] = [await written(), rounds];
    await waitUntil(() => rounds > before + 10, 'ten rounds more');
    expect(await written()).toBe(first);
    await waitUntil(async () => (await written()) !== first, 'the renewal');
  });

  it('run at once when they are woken', async () => {
    let rounds = 0;
    const loop = loops().start('rare', { everyMs: 3_600_000 }, async () => void (rounds += 1));
    await waitUntil(() => rounds === 1, 'the first round');
    loop.wake();
    await waitUntil(() => rounds === 2, 'the round after waking');
  });

  it('stop when the round under way has ended, and leave the lease free', async () => {
    let finish = () => {};
    const long = new Promise<void>((resolve) => (finish = resolve));
    let signal: AbortSignal | undefined;
    const loop = loops().start('stopping', { everyMs: 5 }, (given) => {
      signal = given;
      return long;
    });
    await waitUntil(() => signal, 'the round');
    let stopped = false;
    const stopping = loop.stop().then(() => (stopped = true));
    await waitUntil(() => signal?.aborted, 'the signal to begin nothing new');
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(await query(`select 1 from leases where name = 'loop-stopping' and expires_at > now()`)).toEqual([]);
  });
});
