import { refuse, refusals, type Aggregate } from '@osteon/event-store';
import { given } from './given.js';

const doors = refusals({ LOCKED: { kind: 'conflict', sentence: 'The door is locked.' }, GONE: { kind: 'absent', sentence: 'There is no door.' } });

type DoorEvent = { readonly type: 'DoorLocked'; readonly data: { readonly by: string } };
const door: Aggregate<{ locked: boolean }, DoorEvent> = {
  name: 'door',
  initial: { locked: false },
  evolve: () => ({ locked: true }),
  facilityOf: () => 'NORTH',
};
const locked: DoorEvent = { type: 'DoorLocked', data: { by: 'dr-lee' } };

const lock = given(door).when((_, { by }) => [{ type: 'DoorLocked', data: { by: by.userId } }]);
const again = given(door, locked).when(({ locked }) => (locked ? refuse(doors.LOCKED, { by: 'dr-lee' }) : []));
const nothing = given(door).when(() => []);

it('holds where the rule answers as the story says', () => {
  lock.then(locked);
  again.thenRefused(doors.LOCKED, { by: 'dr-lee' });
  nothing.thenNothing();
});

it.each([
  ['other facts', () => lock.then({ type: 'DoorLocked', data: { by: 'dr-kim' } })],
  ['facts instead of none', () => lock.thenNothing()],
  ['facts instead of a refusal', () => lock.thenRefused(doors.LOCKED)],
  ['another refusal', () => again.thenRefused(doors.GONE)],
  ['other values', () => again.thenRefused(doors.LOCKED, { by: 'dr-kim' })],
  ['a refusal instead of facts', () => again.then(locked)],
])('fails for %s', (_, story) => {
  expect(story).toThrow();
});

it('lets an error that is no refusal through', () => {
  const broken = given(door).when(() => {
    throw new TypeError('a bug');
  });
  expect(() => broken.thenRefused(doors.LOCKED)).toThrow(TypeError);
});
