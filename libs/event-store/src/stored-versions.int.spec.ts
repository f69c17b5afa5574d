import { context, msFrank } from '@osteon/testing';
import type { Aggregate } from './aggregate.js';
import { book, bookings, changeRoom, type Booking, type BookingEvent } from './testing/booking.js';
import { openBookingDesk, type BookingDesk } from './testing/booking-desk.js';
import { UnknownStoredEvent } from './upcast.js';

const asked = context(msFrank);

/** A later release calls a room by number. */
const nextRelease: Aggregate<Booking, BookingEvent> = {
  ...bookings,
  versions: { RoomBooked: 2 },
  upcasters: { 'RoomBooked.v1': (data) => ({ ...Object(data), examId: 'raised' }) },
};

let desk: BookingDesk;
beforeAll(async () => {
  desk = await openBookingDesk();
});
afterAll(() => desk.database.close());

it('an old event is raised when it is loaded and stays as it was stored', async () => {
  await desk.store.decide(bookings, 'b1', book('room 1', 'A1'), asked);
  expect((await desk.store.load(nextRelease, 'b1')).state).toMatchObject({ room: 'room 1', examId: 'raised' });
  expect((await desk.store.readStream('booking-b1'))[0]?.event.data).toEqual({ room: 'room 1', accession: 'A1' });
});

it('a new event is stored in the version of the release that wrote it', async () => {
  const store = desk.reopened({ aggregates: [nextRelease] });
  await store.decide(nextRelease, 'b2', book('room 1', 'A2', 'exam-2'), asked);
  expect(await desk.sql(`select version, data from events where stream_id = 'booking-b2'`)).toEqual([
    { version: 2, data: { room: 'room 1', accession: 'A2', examId: 'exam-2' } },
  ]);
});

it('a release that can read the next version still writes its own', async () => {
  const between = { ...nextRelease, versions: {} };
  const { state } = await desk.store.decide(between, 'b3', book('room 1', 'A3'), asked);
  expect(state).toMatchObject({ examId: 'raised' });
  expect(await desk.sql(`select version, data from events where stream_id = 'booking-b3'`)).toEqual([
    { version: 1, data: { room: 'room 1', accession: 'A3' } },
  ]);
});

it('a version from the future refuses the command and the rebuild, and nothing is skipped', async () => {
  await expect(desk.store.decide(bookings, 'b2', changeRoom('room 2'), asked)).rejects.toBeInstanceOf(UnknownStoredEvent);
  await expect(desk.store.rebuild('booking-list')).rejects.toThrow('a stored RoomBooked in version 2');
});

it('a type from the future refuses the command', async () => {
  await desk.store.decide(bookings, 'b4', book('room 1', 'A4'), asked);
  await desk.sql(`update events set type = 'RoomPainted' where stream_id = 'booking-b4'`);
  await expect(desk.store.decide(bookings, 'b4', changeRoom('room 2'), asked)).rejects.toThrow('a stored RoomPainted in version 1');
});
