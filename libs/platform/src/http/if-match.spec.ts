import { versionOf } from './if-match.js';

describe('If-Match', () => {
  it.each([
    ['"0"', 0],
    ['"7"', 7],
    ['W/"12"', 12],
    [' "3" ', 3],
  ])('%s is a version', (header, version) => {
    expect(versionOf(header)).toBe(version);
  });

  it.each(['*', '7', '"07"', '"-1"', '"1.5"', '"1", "2"', '""', '"12345678901234567890"'])('%s is none', (header) => {
    expect(() => versionOf(header)).toThrow(expect.objectContaining({ status: 400, code: 'IF_MATCH_MALFORMED' }));
  });

  it('must be there', () => {
    expect(() => versionOf(undefined)).toThrow(expect.objectContaining({ status: 428, code: 'IF_MATCH_MISSING' }));
  });
});
