import { z } from 'zod';
import type { Aggregate } from '../aggregate.js';
import { message } from '../message.js';
import { claim, projection } from '../projection.js';
import { refuse, refusals } from '../refusal.js';

/** The smallest aggregate that uses all of the store: an exam room is booked, and can be changed until it is given up. */
export type BookingEvent =
  | { readonly type: 'RoomBooked'; readonly data: { readonly room: string; readonly accession: string; readonly examId?: string } }
  | { readonly type: 'RoomChanged'; readonly data: { readonly room: string } }
  | { readonly type: 'BookingGivenUp'; readonly data: Record<string, never> };

export type Booking =
  | { readonly status: 'none' }
  | { readonly status: 'booked' | 'given-up'; readonly room: string; readonly examId?: string };

export const bookingRefusals = refusals({
  NOT_BOOKED: { kind: 'absent', sentence: 'No room is booked.' },
});

/** What the others hear of it. */
export const RoomTaken = {
  type: 'osteon.scheduling.RoomTaken.v1',
  topic: 'scheduling.events',
  version: 1,
  schema: z.strictObject({ room: z.string().regex(/^room /) }),
};

/** A compacted state beside it. */
export const RoomState = { ...RoomTaken, type: 'osteon.scheduling.RoomState.v1', topic: 'rooms' };

const evolve = (booking: Booking, event: BookingEvent): Booking => {
  switch (event.type) {
    case 'RoomBooked':
      return { status: 'booked', ...event.data };
    case 'RoomChanged':
      return { ...booking, status: 'booked', room: event.data.room };
    case 'BookingGivenUp':
      return booking.status === 'none' ? booking : { ...booking, status: 'given-up' };
  }
};

export const bookings: Aggregate<Booking, BookingEvent> = {
  name: 'booking',
  initial: { status: 'none' },
  evolve,
  facilityOf: () => 'NORTH',
  keyOf: (booking) => (booking.status === 'none' ? undefined : booking.examId),
  published: {
    RoomBooked: ({ event }) => message(RoomTaken, { room: event.data.room }),
    RoomChanged: ({ event }) => [message(RoomTaken, { room: event.data.room }), message(RoomTaken, { room: event.data.room }, event.data.room)],
  },
};

export const book =
  (room: string, accession: string, examId?: string) =>
  (booking: Booking): BookingEvent[] =>
    booking.status === 'none' ? [{ type: 'RoomBooked', data: { room, accession, ...(examId === undefined ? {} : { examId }) } }] : [];

export const changeRoom =
  (room: string) =>
  (booking: Booking): BookingEvent[] => {
    if (booking.status === 'none') refuse(bookingRefusals.NOT_BOOKED);
    return [{ type: 'RoomChanged', data: { room } }];
  };

export const bookingList = projection(bookings, 'booking-list', ['bookings'], {
  RoomBooked: (tx, { id, event, at }) =>
    tx.query('insert into bookings (booking_id, room, moves, last_at) values ($1, $2, 0, $3)', [id, event.data.room, at]),
  RoomChanged: (tx, { id, event, at }) =>
    tx.query('update bookings set room = $2, moves = moves + 1, last_at = $3 where booking_id = $1', [id, event.data.room, at]),
  BookingGivenUp: (tx, { id }) => tx.query('delete from bookings where booking_id = $1', [id]),
});

export const accessionClaim = claim(bookings, 'accession', ['accession_claims'], {
  RoomBooked: (tx, { id, event }) =>
    tx.query('insert into accession_claims (accession, booking_id) values ($1, $2)', [event.data.accession, id]),
});
