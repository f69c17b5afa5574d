import { context, msFrank } from '@osteon/testing';
import { v5 } from 'uuid';
import { message } from './message.js';
import { shardOf } from './shard.js';
import { book, bookings, changeRoom, RoomState, RoomTaken } from './testing/booking.js';
import { noon, openBookingDesk, type BookingDesk } from './testing/booking-desk.js';

const asked = context(msFrank, { causationId: 'the-order' });

let desk: BookingDesk;
beforeAll(async () => {
  desk = await openBookingDesk();
});
afterAll(() => desk.database.close());

const said = (key: string) => desk.sql(`select * from outbox where key = $1 order by position`, [key]);

it('what a fact says waits beside it, with the headers of a CloudEvent', async () => {
  await desk.store.decide(bookings, 'b1', book('room 1', 'A1', 'exam-1'), asked);
  const [fact] = await desk.store.readStream('booking-b1');
  expect(await said('exam-1')).toEqual([
    {
      position: expect.any(String),
      shard: shardOf('exam-1'),
      event_id: fact?.eventId,
      topic: 'scheduling.events',
      key: 'exam-1',
      payload: { room: 'room 1' },
      created_at: noon,
      published_at: null,
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: fact?.eventId,
        ce_source: '/osteon/scheduling',
        ce_type: 'osteon.scheduling.RoomTaken.v1',
        ce_time: asked.at,
        ce_subject: 'booking-b1',
        ce_traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/),
        ce_correlationid: asked.correlationId,
        ce_causationid: 'the-order',
        ce_streamversion: '1',
        ce_facilityid: 'NORTH',
      },
    },
  ]);
});

it('a fact that says two things says each under its own key and id, in its shard', async () => {
  await desk.store.decide(bookings, 'b1', changeRoom('room 2'), asked);
  const eventId = (await desk.store.readStream('booking-b1'))[1]?.eventId ?? '';
  expect((await said('exam-1')).slice(1)).toMatchObject([{ event_id: eventId, payload: { room: 'room 2' } }]);
  expect(await said('room 2')).toMatchObject([{ event_id: v5('1', eventId), shard: shardOf('room 2'), headers: { ce_streamversion: '2' } }]);
});

it('a state is said under its key with its version, and a tombstone without a payload', async () => {
  await desk.store.transact(asked, async (unit) => {
    unit.publish({ contract: RoomState, key: 'r1', version: 7, data: { room: 'room 1' }, facilityId: 'NORTH' });
    unit.publish({ contract: RoomState, key: 'r1', version: 8, data: null });
  });
  const [state, tombstone] = await said('r1');
  expect(state).toMatchObject({ topic: 'rooms', payload: { room: 'room 1' }, headers: { ce_subject: 'rooms/r1', ce_streamversion: '7', ce_facilityid: 'NORTH' } });
  expect(tombstone).toMatchObject({ payload: null, headers: { ce_streamversion: '8', ce_facilityid: '*' } });
});

it.each([
  ['a value that the contract forbids', { room: 'cellar' }],
  ['a field that the contract does not know', { room: 'room 1', patientName: 'x' }],
])('%s stores nothing at all', async (_, data) => {
  const loose = { ...bookings, published: { RoomBooked: () => message<unknown>(RoomTaken, data) } };
  await expect(desk.store.decide(loose, 'b2', book('room 1', 'A2'), asked)).rejects.toThrow();
  expect(await desk.store.readStream('booking-b2')).toEqual([]);
  expect(await said('b2')).toEqual([]);
});
