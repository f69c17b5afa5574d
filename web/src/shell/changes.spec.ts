import { changedId, isStale, withChange, type Stale } from './changes.js';

const nothing: Stale = new Set();

describe('a change', () => {
  it('names an id; one that cannot be read names none', () => {
    expect([
      changedId('{"id":"e1","what":"report"}'),
      changedId('{"what":"report"}'),
      changedId('not json'),
      changedId('null'),
    ]).toEqual(['e1', undefined, undefined, undefined]);
  });

  it('makes every list of its service stale, and what is about its id', () => {
    const stale = withChange(withChange(nothing, 'e1'), 'e2');
    expect(isStale(['reading', 'list', 'open'], 'reading', stale)).toBe(true);
    expect(isStale(['reading', 'study', 'e2'], 'reading', stale)).toBe(true);
    expect(isStale(['reading', 'study', 'e3'], 'reading', stale)).toBe(false);
    expect(isStale(['reporting', 'report', 'e1'], 'reading', stale)).toBe(false);
  });

  it('without an id makes everything of its service stale', () => {
    const stale = withChange(withChange(nothing, undefined), 'e1');
    expect([isStale(['reading', 'study', 'e3'], 'reading', stale), isStale(['scheduling', 'list'], 'reading', stale)]).toEqual([
      true,
      false,
    ]);
  });
});
