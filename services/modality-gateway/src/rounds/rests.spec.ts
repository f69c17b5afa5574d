import { pauseAfter } from './pause-after.js';
import { afterFailure, afterSuccess, noRests, restingAt } from './rests.js';

const at = (time: string): string => `2026-03-02T08:${time}Z`;

describe('the pause after failures', () => {
  it.each([
    [1, '20:01.000'],
    [2, '20:02.000'],
    [3, '20:04.000'],
    [9, '24:16.000'],
    [10, '25:00.000'],
    [1000, '25:00.000'],
  ])('doubles from a second to five minutes: %d', (failures, until) => {
    expect(pauseAfter(failures, at('20:00'))).toBe(at(until));
  });
});

describe('what fails', () => {
  it('rests, longer each time, and nothing else with it', () => {
    const once = afterFailure(noRests, 'A1', at('20:00.000'));
    expect(restingAt(once, at('20:00.999'))).toEqual(['A1']);
    expect(restingAt(once, at('20:01.000'))).toEqual([]);
    const twice = afterFailure(once, 'A1', at('20:01.000'));
    expect(restingAt(twice, at('20:02.999'))).toEqual(['A1']);
    expect(restingAt(twice, at('20:03.000'))).toEqual([]);
  });

  it('begins anew after it went well', () => {
    const rests = afterFailure(afterFailure(noRests, 'A1', at('20:00.000')), 'B2', at('20:00.000'));
    expect(restingAt(afterSuccess(rests, 'A1'), at('20:00.500'))).toEqual(['B2']);
    const again = afterFailure(afterSuccess(rests, 'A1'), 'A1', at('20:00.000'));
    expect(restingAt(again, at('20:01.000'))).toEqual([]);
  });

  it('is told in a new list: the old one stays as it was', () => {
    afterFailure(noRests, 'A1', at('20:00.000'));
    expect(restingAt(noRests, at('20:00.000'))).toEqual([]);
  });
});
