import { changed, firstDemographics, isSameIdentifier, type Demographics } from './demographics.js';

const known: Demographics = { name: { family: 'Okafor' }, birthDate: '1956-03-02', sex: 'female', ethnicGroup: 'Black' };

describe('a newer word about a person', () => {
  it('replaces what it says and leaves the rest', () => {
    expect(changed(known, { name: { family: 'Mueller' }, deleted: [] })).toEqual({ ...known, name: { family: 'Mueller' } });
    expect(changed(known, { birthDate: '1956-03-03', sex: 'other', ethnicGroup: 'White', deleted: [] })).toEqual({
      name: known.name,
      birthDate: '1956-03-03',
      sex: 'other',
      ethnicGroup: 'White',
    });
  });

  it('forgets what it deletes, and never the name', () => {
    expect(firstDemographics(changed(known, { deleted: ['birthDate', 'sex', 'ethnicGroup'] }))).toEqual({ name: known.name, sex: 'unknown' });
  });

  it('makes nobody known who has no name', () => {
    expect(firstDemographics(changed({}, { birthDate: '1956-03-02', deleted: [] }))).toBeUndefined();
  });
});

describe('two identifiers', () => {
  it('are one with the same authority alone', () => {
    expect(isSameIdentifier({ value: '4711', authority: 'NORTH', type: 'MR' }, { value: '4711', authority: 'NORTH' })).toBe(true);
    expect(isSameIdentifier({ value: '4711', authority: 'NORTH' }, { value: '4711', authority: 'SOUTH' })).toBe(false);
  });
});
