import { Hl7Error, parseMessage } from '@osteon/hl7';
import { merge, type MergedPair } from '../testing/adt.story.js';
import { readMerges } from './read-merges.js';

const read = (...pairs: MergedPair[]) => readMerges(parseMessage(merge('A40', 'HIS-1', ...pairs)), 'NORTH');
const problem = (...pairs: MergedPair[]): string => {
  try {
    read(...pairs);
  } catch (error) {
    if (error instanceof Hl7Error) return `${error.code} ${error.location}`;
  }
  return 'none';
};
const good = { survivor: '1^^^NORTH', loser: '2^^^NORTH' };

describe('a merge', () => {
  it('says who stays and by which numbers they were known before', () => {
    expect(read({ survivor: '9^^^STATE~1^^^NORTH', loser: '2^^^NORTH~3^^^NORTH' })).toMatchObject([
      { key: { value: '1', authority: 'NORTH' }, others: [{ value: '9' }], losers: [{ value: '2' }, { value: '3' }], said: { name: { family: 'OKAFOR' } } },
    ]);
  });

  it('is repeated for several people in one message', () => {
    expect(read(good, { survivor: '4^^^NORTH', loser: '5^^^NORTH' }).map(({ key, losers }) => [key.value, losers[0]?.value])).toEqual([['1', '2'], ['4', '5']]);
  });

  it('does not take a number that both have for the loser', () => {
    expect(read({ survivor: '1^^^NORTH~77^^^STATE', loser: '2^^^NORTH~77^^^STATE' })[0]?.losers).toMatchObject([{ value: '2' }]);
  });

  it('of a patient with themselves is refused', () => {
    expect(problem({ survivor: '1^^^NORTH', loser: '1^^^NORTH' })).toBe('205 MRG-1');
  });

  it('is malformed where it does not say who, at its place among several', () => {
    expect(problem({ survivor: '1', loser: '2^^^NORTH' })).toBe('101 PID-3.4');
    expect(problem({ survivor: '1^^^NORTH', loser: '2' })).toBe('101 MRG-1.4');
    expect(problem({ survivor: '1^^^NORTH', loser: '' })).toBe('101 MRG-1');
    expect(problem(good, { survivor: '3^^^NORTH', loser: '' })).toBe('101 MRG[2]-1');
    expect(problem(good, { survivor: '3^^^NORTH', loser: '3^^^NORTH' })).toBe('205 MRG[2]-1');
    const withoutMRG = parseMessage(Buffer.from(merge('A40', 'HIS-1', good).toString().replace('MRG|', 'ZRG|')));
    expect(() => readMerges(withoutMRG, 'NORTH')).toThrow(expect.objectContaining({ code: '100', location: 'MRG' }));
    expect(() => readMerges({ ...withoutMRG, segments: withoutMRG.segments.slice(0, 2) }, 'NORTH')).toThrow(expect.objectContaining({ code: '100', location: 'PID' }));
  });
});
