import { serviceDatabase, type ServiceTestDatabase } from '@osteon/testing';
import type { Transaction } from './transaction.js';
import { writtenTogether, type WritingTogether } from './written-together.js';

let database: ServiceTestDatabase;
beforeAll(async () => {
  database = await serviceDatabase('scheduling');
  await database.pool.query(`create table rooms (
    room_id uuid primary key, name text unique, seats integer, open boolean, tags text[], grid integer[], said jsonb, at timestamptz, bytes bytea, size double precision)`);
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('truncate rooms'));

const insert = 'insert into rooms (room_id, name, seats, open, tags, grid, said, at, bytes, size) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)';
const idOf = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const room = (n: number, name: string | null = `room ${n}`): unknown[] => [idOf(n), name, n, n % 2 === 0, [], [], {}, '2026-03-02T09:00:00.000Z', null, 0.5];

/** Work on a transaction as it is, and as it writes together. */
const both = async (work: (tx: Transaction) => Promise<unknown>): Promise<[unknown, unknown]> => {
  const rows = async (tx: Transaction): Promise<unknown> => tx.query('select * from rooms order by room_id');
  const plain = await database.transactions.run(async (tx) => [await work(tx), await rows(tx)]);
  await database.pool.query('truncate rooms');
  const together = await database.transactions.run(async (tx) => {
    const writing = writtenTogether(tx);
    const answer = await work(writing);
    await writing.end();
    return [answer, await rows(tx)];
  });
  return [plain, together];
};

const writing = <T>(work: (writing: WritingTogether, tx: Transaction) => Promise<T>): Promise<T> => database.transactions.run((tx) => work(writtenTogether(tx), tx));

it('stores every kind of value as a single write would', async () => {
  const [plain, together] = await both(async (tx) => {
    await tx.query(insert, [idOf(1), `it's "a" \\ {room}, $1`, 12, true, ['a "b"', 'c\\d', null, 'e,f', ''], [[1, 2], [3, 4]], { name: 'O\'Neill "x"', n: [1, null] }, new Date('2026-03-02T09:00:00.123Z'), Buffer.from([0, 255, 7]), -1.5e-7]);
    await tx.query(insert, [idOf(2), undefined, null, false, null, null, JSON.stringify('text'), null, null, 1e300]);
    await tx.query(insert, [idOf(3), 'Żółć Παπαδοπούλου 骨密度', 0, null, ['NULL', 'null'], [], '[]', '2026-03-02T09:00:00+02:00', Buffer.alloc(0), 0]);
  });
  expect(together).toEqual(plain);
});

it('writes in the order in which it was asked, whatever the statement', async () => {
  const [plain, together] = await both(async (tx) => {
    for (let n = 0; n < 50; n += 1) {
      await tx.query(insert, room(n));
      await tx.query('update rooms set seats = seats * 2 + $2 where room_id = $1', [idOf(n), n]);
      // The name goes from room to room: each write needs what the one before has left.
      if (n > 0) await tx.query('update rooms set name = null where name = $1', ['the best']);
      await tx.query('update rooms set name = $2 where room_id = $1', [idOf(n), 'the best']);
      if (n % 7 === 0) await tx.query('delete from rooms where room_id = $1', [idOf(n)]);
    }
  });
  expect(together).toEqual(plain);
});

it('answers a question with all that was written before it', async () => {
  const [plain, together] = await both(async (tx) => {
    await tx.query(insert, room(1));
    const seen = await tx.query('select name from rooms');
    const changed = await tx.query('update rooms set seats = 99 where room_id = $1 returning seats', [idOf(1)]);
    await tx.query(insert, room(2));
    const counted = await tx.query(`with gone as (delete from rooms where room_id = $1 returning name) select name from gone`, [idOf(2)]);
    return [seen, changed, counted];
  });
  expect(together).toEqual(plain);
  expect(together).toEqual([[[{ name: 'room 1' }], [{ seats: 99 }], [{ name: 'room 2' }]], expect.anything()]);
});

it('serves those who do not wait in turn', async () => {
  const [plain, together] = await both((tx) => Promise.all([tx.query(insert, room(1)), tx.query('update rooms set seats = 5'), tx.query(insert, room(2)), tx.query('select count(*)::int as count from rooms')]));
  expect(together).toEqual(plain);
});

it('sends thousands of writes in a few statements', async () => {
  let sent = 0;
  await database.transactions.run(async (tx) => {
    const counting: Transaction = { query: (sql, params) => ((sent += 1), tx.query(sql, params)) };
    const together = writtenTogether(counting);
    for (let n = 0; n < 5000; n += 1) await together.query(insert, room(n));
    await together.end();
  });
  expect((await database.pool.query('select count(*)::int as count from rooms')).rows).toEqual([{ count: 5000 }]);
  expect(sent).toBeLessThan(15);
});

it('fails with what Postgres says of the write that failed', async () => {
  const twice = writing(async (together) => {
    await together.query(insert, room(1, 'the best'));
    await together.query(insert, room(2, 'the best'));
    await together.end();
  });
  await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'rooms_name_key' });
  await expect(writing((together) => together.query('insert into nowhere values ($1)', [1]))).rejects.toMatchObject({ code: '42P01' });
});

it('leaves nothing of its own behind', async () => {
  await writing(async (together, tx) => {
    await together.query(insert, room(1));
    await together.end();
    expect(await tx.query(`select proname from pg_proc where pronamespace = pg_my_temp_schema()`)).toEqual([]);
    expect(await tx.query('select name from pg_prepared_statements')).toEqual([]);
  });
});
