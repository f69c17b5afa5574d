import { context, msFrank } from '@osteon/testing';
import { book, bookingList, bookings, changeRoom, type BookingEvent } from './testing/booking.js';
import { openBookingDesk, type BookingDesk } from './testing/booking-desk.js';

/** Rings once for whoever waits. */
const signal = () => {
  let ring = (): void => undefined;
  const rung = new Promise<void>((heard) => {
    ring = heard;
  });
  return { ring: () => ring(), rung };
};

const giveUp = (): BookingEvent[] => [{ type: 'BookingGivenUp', data: {} }];

let desk: BookingDesk;
beforeAll(async () => {
  desk = await openBookingDesk();
});
afterAll(() => desk.database.close());

const listed = () => desk.sql('select * from bookings order by booking_id');
const claimed = () => desk.sql('select * from accession_claims order by accession');

const write = async (from: number, to: number): Promise<void> => {
  for (let n = from; n < to; n += 1) {
    const asked = context(msFrank, { at: new Date(Date.UTC(2026, 2, 2, 8, n)).toISOString() });
    await desk.store.decide(bookings, `b${n}`, book('room 1', `A${n}`), asked);
    if (n % 2 === 0) await desk.store.decide(bookings, `b${n}`, changeRoom('room 2'), asked);
    if (n % 5 === 0) await desk.store.decide(bookings, `b${n}`, giveUp, asked);
  }
};

it('makes the same rows again from the facts alone', async () => {
  await write(0, 20);
  const [rows, claims] = [await listed(), await claimed()];
  await desk.sql(`update bookings set room = 'nowhere' where booking_id = 'b1'`);
  await desk.sql(`delete from bookings where booking_id in ('b2', 'b3')`);
  await desk.sql(`insert into bookings values ('never-booked', 'room 0', 0, now())`);
  await desk.sql(`delete from accession_claims`);

  expect(await desk.store.rebuild('booking-list')).toBe(34);
  expect(await desk.store.rebuild('accession')).toBe(34);

  expect(rows).toHaveLength(16);
  expect(await listed()).toEqual(rows);
  expect(await claimed()).toEqual(claims);
});

it('leaves the rows as they were when it fails half way', async () => {
  const rows = await listed();
  const broken = desk.reopened({
    projections: [
      {
        name: 'booking-list',
        aggregate: 'booking',
        tables: ['bookings'],
        project: (_, { id }) => (id === 'b7' ? Promise.reject(new Error('a bug')) : Promise.resolve()),
      },
    ],
  });
  await expect(broken.rebuild('booking-list')).rejects.toThrow('a bug');
  expect(await listed()).toEqual(rows);
});

it('finds what the facts do not make, and what is missing, and changes nothing', async () => {
  const unharmed = await desk.store.verify('booking-list');
  expect(unharmed).toMatchObject({ projection: 'booking-list', facts: 34, missing: 0, surplus: 0 });
  await desk.sql(`update bookings set room = 'nowhere' where booking_id = 'b1'`);
  await desk.sql(`delete from bookings where booking_id in ('b2', 'b3')`);
  const harmed = await listed();
  expect(await desk.store.verify('booking-list')).toEqual({ ...unharmed, rows: unharmed.rows - 2, missing: 3, surplus: 1 });
  expect(await listed()).toEqual(harmed);
  await desk.store.rebuild('booking-list');
  expect(await desk.store.verify('booking-list')).toEqual(unharmed);
});

it('lets others read and write while it folds, and takes what they have written', async () => {
  const [folding, goOn] = [signal(), signal()];
  const slow = desk.reopened({
    projections: [
      {
        ...bookingList,
        project: async (tx, fact) => {
          if (fact.id === 'b7') folding.ring();
          if (fact.id === 'b7') await goOn.rung;
          await bookingList.project(tx, fact);
        },
      },
    ],
  });
  const rebuilt = slow.rebuild('booking-list');
  await folding.rung;
  await desk.store.decide(bookings, 'meanwhile', book('room 9', 'A900'), context(msFrank));
  expect(await desk.sql(`select room from bookings where booking_id = 'meanwhile'`)).toEqual([{ room: 'room 9' }]);
  goOn.ring();
  await rebuilt;
  expect(await desk.sql(`select room from bookings where booking_id = 'meanwhile'`)).toEqual([{ room: 'room 9' }]);
  await desk.store.decide(bookings, 'meanwhile', giveUp, context(msFrank));
});

it('misses nothing of what is written meanwhile', async () => {
  const writers = [write(100, 130), write(200, 230)];
  for (let n = 0; n < 5; n += 1) await desk.store.rebuild('booking-list');
  await Promise.all(writers);
  const rows = await listed();
  await desk.store.rebuild('booking-list');
  expect(await listed()).toEqual(rows);
  expect(rows).toHaveLength(16 + 2 * 24);
});

it('folds more facts than fit one batch', async () => {
  await desk.sql(`
    insert into events (shard, aggregate, stream_id, stream_version, event_id, type, version, data, key, facility_id, at, by, correlation_id)
    select 0, 'booking', 'booking-many', n, gen_random_uuid(), case n when 1 then 'RoomBooked' else 'RoomChanged' end, 1,
           jsonb_build_object('room', 'room ' || n, 'accession', 'many'), 'many', 'NORTH', now(), 'ms-frank', 'c'
      from generate_series(1, 2500) n`);
  await desk.store.rebuild('booking-list');
  expect(await desk.sql(`select room, moves from bookings where booking_id = 'many'`)).toEqual([{ room: 'room 2500', moves: 2499 }]);
});

it('does not know a projection that the service does not have', () => {
  expect(() => desk.store.rebuild('unknown')).toThrow('scheduling has no projection unknown');
});
