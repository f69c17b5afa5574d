import { context, msFrank } from '@osteon/testing';
import type { EventStore } from './event-store.js';
import { message } from './message.js';
import { CursorAhead } from './read-all.js';
import type { StateSource } from './say-states.js';
import { book, bookings, changeRoom, RoomState } from './testing/booking.js';
import type { Unit } from './unit.js';
import { openBookingDesk, type BookingDesk } from './testing/booking-desk.js';

let desk: BookingDesk;
beforeAll(async () => {
  desk = await openBookingDesk();
  for (let n = 0; n < 300; n += 1) {
    const asked = context(msFrank, { at: new Date(Date.UTC(2026, 2, 2, 8, 0, n)).toISOString() });
    await desk.store.decide(bookings, `b${n % 150}`, n < 150 ? book('room 1', `A${n}`) : changeRoom('room 2'), asked);
  }
});
afterAll(() => desk.database.close());

const said = () => desk.sql<{ position: string }>('select position, shard, event_id, topic, key, headers, payload from outbox order by position');
const withoutPosition = (rows: readonly { position: string }[]) => rows.map(({ position: _, ...row }) => row);

it('says again what facts have said, with the same ids and in the same order', async () => {
  const before = await said();
  // One message for a booking, two for each change.
  expect(before).toHaveLength(150 + 2 * 150);
  expect(await desk.store.tellAgain({})).toEqual({ facts: 300, messages: 450 });
  expect(withoutPosition((await said()).slice(450))).toEqual(withoutPosition(before));
});

it('says what lies between positions, between times, and of some types alone', async () => {
  const count = (again: Parameters<typeof desk.store.tellAgain>[0]) => desk.store.tellAgain(again, { dryRun: true });
  const [first] = await desk.sql<{ position: number }>('select min(position)::int as position from events');
  const from = first?.position ?? 0;
  expect(await count({ fromPosition: from + 10, toPosition: from + 19 })).toEqual({ facts: 10, messages: 10 });
  expect(await count({ from: '2026-03-02T08:02:28.000Z', to: '2026-03-02T08:02:31.000Z' })).toEqual({ facts: 4, messages: 6 });
  expect(await count({ types: ['RoomChanged'] })).toEqual({ facts: 150, messages: 300 });
  expect(await count({ types: ['Unheard'] })).toEqual({ facts: 0, messages: 0 });
});

it('says a change as it was, though the room has changed since', async () => {
  await desk.store.decide(bookings, 'b7', changeRoom('room 3'), context(msFrank));
  const [last] = (await said()).slice(-1);
  await desk.store.tellAgain({ types: ['RoomBooked'] });
  const again = (await said()).filter(({ position }) => Number(position) > Number(last?.position));
  expect(again).toHaveLength(150);
  expect(again.every((row) => JSON.stringify(row).includes('room 1'))).toBe(true);
});

it('writes nothing when it only counts', async () => {
  const before = (await said()).length;
  await desk.store.tellAgain({}, { dryRun: true });
  expect(await said()).toHaveLength(before);
});

describe('the latest states of a compacted topic', () => {
  const roomState = (unit: Unit, room: string, version: number): void =>
    unit.publish({ contract: { ...RoomState, schema: { parse: (it: unknown) => it } }, key: room, data: { room, version }, version });
  /** The rooms as a service keeps them: a row with a version each. */
  const rooms: StateSource = {
    topic: RoomState.topic,
    keys: async ({ tx }, after, limit) => (await tx.query<{ room: string }>('select room from rooms where room > $1 order by room limit $2', [after, limit])).map(({ room }) => room),
    say: async (unit, room) => {
      const [row] = await unit.tx.query<{ version: number }>('select version from rooms where room = $1 for share', [room]);
      if (row) roomState(unit, room, row.version);
    },
  };
  const change = (store: EventStore, room: string) =>
    store.transact(context(msFrank), async (unit) => {
      const [row] = await unit.tx.query<{ version: number }>('update rooms set version = version + 1 where room = $1 returning version', [room]);
      roomState(unit, room, row?.version ?? 0);
    });
  const topic = async () => (await desk.sql<{ key: string; payload: { version: number } }>(`select key, payload from outbox where topic = 'rooms' order by position`)).map(({ key, payload }) => `${key} v${payload.version}`);

  beforeAll(async () => {
    await desk.sql('create table rooms (room text primary key, version integer not null)');
    await desk.sql(`insert into rooms select 'room ' || to_char(n, 'FM000'), 1 from generate_series(1, 250) n`);
  });

  it('are each said once, page by page, and counted', async () => {
    const store = desk.reopened({ states: [rooms] });
    const told: number[] = [];
    expect(await store.sayStates(['rooms'], context(msFrank), { dryRun: true })).toEqual({ rooms: 250 });
    expect(await topic()).toEqual([]);
    expect(await store.sayStates(['rooms'], context(msFrank), { dryRun: false, told: (all) => told.push(all) })).toEqual({ rooms: 250 });
    expect(new Set(await topic()).size).toBe(250);
    expect(told).toEqual([100, 200, 250]);
    expect(await store.sayStates(['others'], context(msFrank), { dryRun: false })).toEqual({});
  });

  it('end with the newest also where it was written while they were said', async () => {
    let meanwhile = 0;
    const store: EventStore = desk.reopened({
      states: [
        {
          ...rooms,
          // Between the snapshot of the page and the reading of the state somebody is quicker, once.
          say: async (unit, room) => {
            if (room === 'room 007' && meanwhile++ === 0) await change(desk.reopened({}), room);
            await rooms.say(unit, room);
          },
        },
      ],
    });
    await store.sayStates(['rooms'], context(msFrank), { dryRun: false });
    expect((await topic()).filter((said) => said.startsWith('room 007')).at(-1)).toBe('room 007 v2');
  });

  it('are not among the facts that are told again: an old one must not become the last one under its key', async () => {
    const before = (await topic()).length;
    const stated: typeof bookings = { ...bookings, published: { RoomBooked: ({ event }) => message(RoomState, { room: event.data.room }) } };
    const own = (parts: object) => desk.reopened({ aggregates: [stated], ...parts }).tellAgain({ types: ['RoomBooked'] }, { dryRun: true });
    expect((await own({})).messages).toBeGreaterThan(0);
    expect((await own({ states: [rooms] })).messages).toBe(0);
    expect(await topic()).toHaveLength(before);
  });
});

it('finds the objects that facts name, page by page', async () => {
  const key = (digit: string) => `scheduling/${digit.repeat(64)}`;
  const paper: typeof bookings = { ...bookings, name: 'paper', published: {} };
  const store = desk.reopened({ aggregates: [paper], projections: [] });
  for (const digit of ['a', 'b', 'a']) {
    await store.decide(paper, digit, () => [{ type: 'RoomChanged' as const, data: { room: key(digit) } }], context(msFrank));
  }
  const [{ last }] = (await desk.sql<{ last: number }>(`select max(position)::int as last from events where aggregate <> 'paper'`)) as [{ last: number }];
  const page = await store.referencedObjects(last, 2);
  expect(page).toEqual({ facts: 2, objects: [{ key: key('a'), streamId: 'paper-a', position: last + 1 }, { key: key('b'), streamId: 'paper-b', position: last + 2 }], after: last + 2 });
  expect(await store.referencedObjects(last + 2, 2)).toEqual({ facts: 1, objects: [{ key: key('a'), streamId: 'paper-a', position: last + 3 }] });
});

describe('stored facts and the contracts of today', () => {
  it('fit, page by page', async () => {
    const narrow = desk.reopened({ projections: [], aggregates: [bookings, { ...bookings, name: 'paper', published: {} }] });
    const first = await narrow.verifySaid(0, 100);
    expect(first).toMatchObject({ facts: 100, misfits: [], after: expect.any(Number) });
    expect(first.messages).toBeGreaterThan(0);
  });

  it('are named where a message would not fit, and where they cannot be read', async () => {
    const [{ last }] = (await desk.sql<{ last: number }>('select max(position)::int as last from events')) as [{ last: number }];
    await desk.store.decide(bookings, 'misfit', book('room 9', 'A900'), context(msFrank));
    await desk.store.decide(bookings, 'unread', book('room 9', 'A901'), context(msFrank));
    await desk.sql(`update events set data = jsonb_set(data, '{room}', '"cellar"') where stream_id = 'booking-misfit'`);
    await desk.sql(`update events set version = 9 where stream_id = 'booking-unread'`);
    const { misfits } = await desk.store.verifySaid(last, 10);
    expect(misfits.map(({ streamId, type, why }) => [streamId, type, why])).toEqual([
      ['booking-misfit', 'RoomBooked', 'room: invalid_format'],
      ['booking-unread', 'RoomBooked', 'UnknownStoredEvent'],
    ]);
  });
});

it('says so where a reader is ahead of a store that was restored', async () => {
  const { after } = await desk.store.readAll({ after: {}, limit: 10_000 });
  expect((await desk.store.readAll({ after, limit: 10 })).facts).toEqual([]);
  const shard = Number(Object.keys(after)[0]);
  await expect(desk.store.readAll({ after: { ...after, [shard]: (after[shard] ?? 0) + 1 }, limit: 10 })).rejects.toEqual(new CursorAhead([shard]));
});
