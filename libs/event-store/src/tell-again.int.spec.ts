import { context, msFrank } from '@osteon/testing';
import { book, bookings, changeRoom } from './testing/booking.js';
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
