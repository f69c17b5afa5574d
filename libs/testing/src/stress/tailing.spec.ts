import { faultsOf } from './tailing.js';

const seen = (...versions: number[]) => versions.map((version) => ({ streamId: 'counter-s1', version }));
const streams = (from: number, to: number) => new Map([['counter-s1', { from, to }]]);

describe('what a reader did wrong', () => {
  it('is nothing where it saw each version once and in its order', () => {
    expect(faultsOf(seen(1, 2, 3), streams(0, 3))).toEqual({ missed: 0, doubled: 0, outOfOrder: 0 });
    expect(faultsOf(seen(3), streams(2, 3))).toEqual({ missed: 0, doubled: 0, outOfOrder: 0 });
  });

  it('is counted where it missed one, also the last, or a whole stream', () => {
    expect(faultsOf(seen(1, 3), streams(0, 4))).toEqual({ missed: 2, doubled: 0, outOfOrder: 0 });
    expect(faultsOf([], streams(0, 2))).toEqual({ missed: 2, doubled: 0, outOfOrder: 0 });
  });

  it('is counted where one came twice or too late', () => {
    expect(faultsOf(seen(1, 2, 2, 3), streams(0, 3))).toEqual({ missed: 0, doubled: 1, outOfOrder: 1 });
    expect(faultsOf(seen(1, 3, 2), streams(0, 3))).toEqual({ missed: 0, doubled: 0, outOfOrder: 1 });
  });
});
