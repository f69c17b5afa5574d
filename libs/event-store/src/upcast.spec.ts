import { UnknownStoredEvent, upcast } from './upcast.js';

const kind = {
  name: 'booking',
  versions: { RoomBooked: 3 },
  upcasters: {
    'RoomBooked.v1': (data: unknown) => ({ was: data, now: 2 }),
    'RoomBooked.v2': (data: unknown) => ({ was: data, now: 3 }),
    'RoomChanged.v1': (data: unknown) => ({ was: data, now: 2 }),
  },
};

it('raises an old event step by step to the shape of today', () => {
  expect(upcast(kind, 'RoomBooked', { version: 1, data: 'old' })).toEqual({ was: { was: 'old', now: 2 }, now: 3 });
  expect(upcast(kind, 'RoomBooked', { version: 2, data: 'old' })).toEqual({ was: 'old', now: 3 });
  expect(upcast(kind, 'RoomBooked', { version: 3, data: 'today' })).toBe('today');
});

it('leaves a type that never changed as it is', () => {
  expect(upcast(kind, 'BookingGivenUp', { version: 1, data: {} })).toEqual({});
});

it('reads one version more than this release writes', () => {
  expect(upcast(kind, 'RoomChanged', { version: 2, data: 'next' })).toBe('next');
  expect(upcast(kind, 'RoomChanged', { version: 1, data: 'today' })).toEqual({ was: 'today', now: 2 });
});

it.each([
  ['RoomBooked', 4],
  ['RoomBooked', 0],
  ['BookingGivenUp', 2],
])('refuses %s in version %i, which this release does not know', (type, version) => {
  expect(() => upcast(kind, type, { version, data: {} })).toThrow(UnknownStoredEvent);
});
