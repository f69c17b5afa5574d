import type { Actor, Context } from '@osteon/identity';

/** One morning at NORTH, in UTC. */
export const at = {
  ordered: '2026-03-02T07:30:00.000Z',
  arrived: '2026-03-02T08:00:00.000Z',
  scanned: '2026-03-02T08:20:00.000Z',
  read: '2026-03-02T09:00:00.000Z',
  signed: '2026-03-02T09:05:00.000Z',
  delivered: '2026-03-02T09:06:00.000Z',
} as const;

/** Someone asks, at a fixed time and in one thread. */
export const context = (by: Actor, asked: Partial<Omit<Context, 'by'>> = {}): Context => ({
  at: at.read,
  correlationId: 'the-morning-of-exam-a1',
  ...asked,
  by,
});
