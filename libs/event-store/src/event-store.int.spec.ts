import { context, msFrank, serviceDatabase } from '@osteon/testing';
import { DataSource } from 'typeorm';
import { UnsettledConflict } from './conflict.js';
import { openEventStore } from './event-store.js';
import { Refusal, storeRefusals } from './refusal.js';
import { shardOf } from './shard.js';
import { book, bookingList, bookings, changeRoom, type BookingEvent } from './testing/booking.js';
import { openBookingDesk, type BookingDesk } from './testing/booking-desk.js';
import { managerTransactions } from './typeorm-transactions.js';

const asked = context(msFrank, { causationId: 'the-order' });
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });

let desk: BookingDesk;
beforeAll(async () => {
  desk = await openBookingDesk();
});
afterAll(() => desk.database.close());

/** Lets two transactions read before either of them writes; who comes again passes. */
const meeting = (parties: number) => {
  let missing = parties;
  let open = (): void => undefined;
  const met = new Promise<void>((resolve) => {
    open = resolve;
  });
  return (): Promise<void> => {
    missing -= 1;
    if (missing === 0) open();
    return met;
  };
};

describe('a decision', () => {
  it('stores its facts with their envelope, and the next load sees them', async () => {
    const decided = await desk.store.decide(bookings, 'b1', book('room 1', 'A1', 'exam-1'), asked);
    expect(decided).toEqual({
      state: expect.objectContaining({ status: 'booked', room: 'room 1' }),
      version: 1,
      events: [{ type: 'RoomBooked', data: { room: 'room 1', accession: 'A1', examId: 'exam-1' } }],
    });
    expect(await desk.store.load(bookings, 'b1')).toEqual({ state: decided.state, version: 1 });
    expect(await desk.store.readStream('booking-b1')).toEqual([
      {
        event: decided.events[0],
        eventId: expect.stringMatching(/^[0-9a-f-]{14}7/),
        streamId: 'booking-b1',
        id: 'b1',
        streamVersion: 1,
        position: expect.any(Number),
        at: asked.at,
        by: 'ms-frank',
        facilityId: 'NORTH',
        correlationId: asked.correlationId,
        causationId: 'the-order',
      },
    ]);
  });

  it('that finds nothing to do stores nothing', async () => {
    const decided = await desk.store.decide(bookings, 'b1', book('room 9', 'A9'), asked);
    expect(decided).toMatchObject({ version: 1, events: [] });
  });

  it('follows from another one of the same transaction', async () => {
    const seen = await desk.store.transact(asked, async (unit) => {
      await unit.decide(bookings, 'b2', book('room 1', 'A2'));
      await unit.decide(bookings, 'b2', changeRoom('room 2'), 1);
      const listed = await unit.tx.query('select room, moves from bookings where booking_id = $1', ['b2']);
      return { listed, loaded: await unit.load(bookings, 'b2') };
    });
    expect(seen.listed).toEqual([{ room: 'room 2', moves: 1 }]);
    expect(seen.loaded).toMatchObject({ state: { room: 'room 2' }, version: 2 });
  });

  it('keeps its first key for good', async () => {
    const rows = await desk.sql(`select distinct key, shard from events where stream_id = 'booking-b1'`);
    expect(rows).toEqual([{ key: 'exam-1', shard: shardOf('exam-1') }]);
    const renamed = { ...bookings, keyOf: () => 'another key' };
    await desk.store.decide(renamed, 'b1', changeRoom('room 3'), asked);
    expect((await desk.store.readKey('exam-1')).map(({ streamVersion }) => streamVersion)).toEqual([1, 2]);
  });

  it('is refused where the person has seen another version', async () => {
    const stale = desk.store.decide(bookings, 'b2', changeRoom('room 5'), asked, 1);
    await expect(stale).rejects.toEqual(refusal(storeRefusals.STALE_VERSION.code));
    await expect(stale).rejects.toMatchObject({ values: { version: 2 }, kind: 'conflict' });
  });

  it('that refuses leaves nothing of its transaction', async () => {
    const refused = desk.store.transact(asked, async (unit) => {
      await unit.decide(bookings, 'b3', book('room 1', 'A3'));
      await unit.decide(bookings, 'b4', changeRoom('room 2'));
    });
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    expect(await desk.store.readStream('booking-b3')).toEqual([]);
    expect(await desk.sql(`select * from bookings where booking_id = 'b3'`)).toEqual([]);
    expect(await desk.sql(`select * from accession_claims where accession = 'A3'`)).toEqual([]);
    expect(await desk.sql(`select * from outbox where key = 'b3'`)).toEqual([]);
  });
});

describe('two writers', () => {
  it('of one stream both get in: the second decides again on what the first has left', async () => {
    await desk.store.decide(bookings, 'b5', book('room 1', 'A5'), asked);
    const met = meeting(2);
    const seen: string[] = [];
    const move = (room: string) =>
      desk.store.transact(asked, async (unit) => {
        const { state } = await unit.load(bookings, 'b5');
        await met();
        seen.push(state.status === 'none' ? 'none' : state.room);
        return unit.decide(bookings, 'b5', changeRoom(room));
      });
    const answers = await Promise.all([move('room 2'), move('room 3')]);
    expect(answers.map(({ version }) => version).sort()).toEqual([2, 3]);
    expect(seen.slice(0, 2)).toEqual(['room 1', 'room 1']);
    expect(seen).toHaveLength(3);
    expect(['room 2', 'room 3']).toContain(seen[2]);
  });

  it('of one claim: one creates, the other runs again and finds', async () => {
    const met = meeting(2);
    const findOrBook = (id: string) =>
      desk.store.transact(asked, async (unit) => {
        const [found] = await unit.tx.query<{ booking_id: string }>(`select booking_id from accession_claims where accession = 'A6'`);
        await met();
        if (found !== undefined) return found.booking_id;
        await unit.decide(bookings, id, book('room 1', 'A6'));
        return id;
      });
    const [first, second] = await Promise.all([findOrBook('b6'), findOrBook('b7')]);
    expect(first).toBe(second);
    const stored = [...(await desk.store.readStream('booking-b6')), ...(await desk.store.readStream('booking-b7'))];
    expect(stored).toHaveLength(1);
  });

  it('of a claim that the rule does not look for: the second fails and the constraint is named', async () => {
    const taken = desk.store.decide(bookings, 'b8', book('room 1', 'A1'), asked);
    await expect(taken).rejects.toBeInstanceOf(UnsettledConflict);
    await expect(taken).rejects.toMatchObject({ constraint: 'accession_claimed_once' });
    expect(await desk.store.readStream('booking-b8')).toEqual([]);
  });

  it('of one event id: it is stored once, and the second transaction leaves nothing', async () => {
    const store = desk.reopened({ ids: () => '0190a000-0000-7000-8000-0000000000e1' });
    await store.decide(bookings, 'b9', book('room 1', 'A9'), asked);
    await expect(store.decide(bookings, 'b9', changeRoom('room 2'), asked)).rejects.toMatchObject({ constraint: 'events_event_id' });
    expect(await desk.sql(`select room, moves from bookings where booking_id = 'b9'`)).toEqual([{ room: 'room 1', moves: 0 }]);
  });
});

it('what is stored is what is decided on: no Date or undefined lives in memory only', async () => {
  const written = { room: 'room 1', accession: 'A10', examId: undefined, on: new Date(asked.at) };
  const event: BookingEvent = { type: 'RoomBooked', data: written };
  const { state } = await desk.store.decide(bookings, 'b10', () => [event], asked);
  expect(state).toStrictEqual((await desk.store.load(bookings, 'b10')).state);
});

it('tells after the commit what was stored, and nothing where nothing was', async () => {
  const told: string[][] = [];
  const store = desk.reopened({ committed: (facts) => told.push(facts.map(({ event }) => event.type)) });
  await store.decide(bookings, 'b11', book('room 1', 'A11'), asked);
  await store.decide(bookings, 'b11', book('room 1', 'A11'), asked);
  await expect(store.decide(bookings, 'b12', changeRoom('room 1'), asked)).rejects.toBeInstanceOf(Refusal);
  expect(told).toEqual([['RoomBooked']]);
});

it('shares the transaction of a TypeORM DataSource', async () => {
  const { url, close } = await serviceDatabase('reading');
  const source = await new DataSource({ type: 'postgres', url, entities: [] }).initialize();
  const transactions = managerTransactions(source);
  const store = openEventStore({ service: 'reading', transactions, aggregates: [bookings], projections: [] });
  await source.query('create table notes (note text)');
  const write = (note: string) =>
    store.transact(asked, async (unit) => {
      await unit.tx.query('insert into notes values ($1)', [note]);
      const updated = await unit.tx.query('update notes set note = note returning note');
      await unit.decide(bookings, 'b1', note === 'kept' ? book('room 1', 'A1') : () => refuseAll());
      return updated;
    });
  expect(await write('kept')).toEqual([{ note: 'kept' }]);
  await expect(write('lost')).rejects.toThrow('no');
  expect(await transactions.run((tx) => tx.query('select note from notes'))).toEqual([{ note: 'kept' }]);
  expect(await transactions.run((tx) => tx.query('show transaction_isolation'))).toEqual([{ transaction_isolation: 'repeatable read' }]);
  await source.destroy();
  await close();
});

const refuseAll = (): never => {
  throw new Error('no');
};

it('does not open where names clash or a projection follows nothing', () => {
  const { transactions } = desk.database;
  const open = (parts: object) => () => openEventStore({ service: 'x', transactions, aggregates: [], projections: [], ...parts });
  expect(open({ aggregates: [bookings, bookings] })).toThrow('two aggregates are named booking');
  expect(open({ aggregates: [bookings], projections: [bookingList, bookingList] })).toThrow('two projections are named booking-list');
  expect(open({ projections: [bookingList] })).toThrow('no aggregate booking');
});
