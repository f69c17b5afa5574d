import { figure, median, percentile, ratio, spread } from './figures.js';

describe('figures', () => {
  it('have the nearest rank as their percentile', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.95), percentile(hundred, 1)]).toEqual([50, 95, 100]);
    expect(percentile([7], 0.95)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('have a median that one slow round does not move', () => {
    expect(median([3, 1, 900])).toBe(3);
  });

  it('are divided round by round', () => {
    expect(ratio([10, 200, 30], [20, 100, 60])).toBe(0.5);
  });

  it('are told with three digits and their range', () => {
    expect([figure(12_345.6), figure(1_234_567), figure(99.94), figure(1.234), figure(NaN)]).toEqual(['12,346', '1,234,567', '99.9', '1.23', '–']);
    expect([spread([5, 1, 9]), spread([5])]).toEqual(['5.00 (1.00 to 9.00)', '5.00']);
  });
});
