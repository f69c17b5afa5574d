import { Refusal, UnsettledConflict } from '@osteon/event-store';
import { z } from 'zod';
import { detailOf, isBrokenWorld, judge, pauseAfter } from './failure.js';
import { Unfit } from './unfit.js';

const withCode = (code: string): Error => Object.assign(new Error('from outside'), { code });
const refusal = new Refusal({ code: 'ALREADY_SIGNED', kind: 'conflict', sentence: 'It is signed.' });
const misfit = z.object({ birthDate: z.string() }).safeParse({ birthDate: 7 }).error;
const late = { failed: 9 };
const early = { failed: 1 };

describe('what follows from a failed message', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOSPC', '57P01', '57P03', '08006', '53300', '40001', '40P01', '28P01', '55000'])(
    'a broken world is waited for, however long: %s',
    (code) => expect(judge(withCode(code), late)).toEqual({ next: 'again' }),
  );

  it.each(['ENOENT', '23505', '22P02', '42P01'])('an error of its own is tried five times: %s', (code) => {
    expect(judge(withCode(code), { failed: 4 })).toEqual({ next: 'again' });
    expect(judge(withCode(code), { failed: 5 })).toEqual({ next: 'park', reason: 'failed' });
  });

  it('a connection that ends without a code is the world', () => {
    expect(isBrokenWorld(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isBrokenWorld(new Error('timeout exceeded when trying to connect'))).toBe(true);
  });

  it('looks at the cause: too many writers are the world, a unique row is not', () => {
    expect(isBrokenWorld(new UnsettledConflict('40001', 30, withCode('40001')))).toBe(true);
    expect(isBrokenWorld(new UnsettledConflict('claims_accession_number', 4, withCode('23505')))).toBe(false);
  });

  it('a no and a misfit are parked at once', () => {
    expect(judge(refusal, early)).toEqual({ next: 'park', reason: 'refused' });
    expect(judge(misfit, early)).toEqual({ next: 'park', reason: 'malformed' });
    expect(judge(new Unfit('newer-version', 'v2'), early)).toEqual({ next: 'park', reason: 'newer-version' });
  });

  it('tells a person codes and places, not values', () => {
    expect(detailOf(refusal)).toBe('ALREADY_SIGNED');
    expect(detailOf(misfit)).toBe('birthDate: invalid_type');
  });

  it('waits longer each time, up to two seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(pauseAfter)).toEqual([100, 200, 400, 800, 1600, 2000, 2000]);
  });
});
