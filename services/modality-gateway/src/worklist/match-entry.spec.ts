import { entryA1 } from '../testing/entry-a1.story.js';
import { idxa1 } from '../testing/north.story.js';
import { matchesEntry } from './match-entry.js';
import type { WorklistEntry } from './worklist-entry.js';
import type { WorklistQuery } from './worklist-query.js';

const fits = (query: Omit<WorklistQuery, 'hasUnmatchedKey'>, changed: Partial<WorklistEntry> = {}): boolean =>
  matchesEntry({ ...entryA1, ...changed }, { ...query, hasUnmatchedKey: false }, idxa1);

describe('a worklist item fits', () => {
  it('a query for everything', () => {
    expect(fits({})).toBe(true);
  });

  it.each([
    ['PatientID', '483920', '483921'],
    ['AccessionNumber', 'A1', 'A2'],
    ['RequestedProcedureID', 'RP1', 'RP2'],
    ['ScheduledProcedureStepID', 'SPS1', 'SPS2'],
    ['PatientName', 'Okafor^Zoë', 'Okafor'],
  ] as const)('its own %s and no other', (key, own, other) => {
    expect([fits({ [key]: own }), fits({ [key]: other })]).toEqual([true, false]);
  });

  it.each(['48392*', '48392?', '*'])('no pattern in an identifier: %s is a letter there', (pattern) => {
    for (const key of ['PatientID', 'AccessionNumber', 'RequestedProcedureID', 'ScheduledProcedureStepID']) expect(fits({ [key]: pattern })).toBe(false);
    expect(fits({ AccessionNumber: 'A*' }, { accessionNumber: 'A*' })).toBe(true);
  });

  it.each(['oka*', 'OKAFOR^ZOË', 'Okafor^Zo?', '*^Zoë', 'Okafor^Zoë^^', 'Okafor^Zoe\u0308'])('a pattern of its name: %s', (PatientName) => {
    expect(fits({ PatientName })).toBe(true);
  });

  it('any code that means bone density to the device, and no other', () => {
    expect(fits({ Modality: 'BMD' })).toBe(true);
    expect(fits({ Modality: 'OT' })).toBe(true);
    expect(fits({ Modality: 'MR' })).toBe(false);
    expect(fits({ Modality: 'OT' }, { modality: 'CR' })).toBe(false);
    expect(fits({ Modality: 'CR' }, { modality: 'CR' })).toBe(true);
  });

  it('the station that it is planned for, or every one where none is planned', () => {
    expect(fits({ ScheduledStationAETitle: 'IDXA1' })).toBe(true);
    expect(fits({ ScheduledStationAETitle: 'IDXA1' }, { stationAETitle: 'IDXA1' })).toBe(true);
    expect(fits({ ScheduledStationAETitle: 'IDXA1' }, { stationAETitle: 'IDXA2' })).toBe(false);
    expect(fits({}, { stationAETitle: 'IDXA2' })).toBe(true);
  });

  it('no performing physician: none is planned', () => {
    expect(fits({ ScheduledPerformingPhysicianName: 'Lee' })).toBe(false);
  });
});

describe('the time of an item lies in', () => {
  const day = (from?: string, to?: string) => ({ from, to });

  it.each([
    ['its day', day('20260302', '20260302'), true],
    ['days around it', day('20260301', '20260303'), true],
    ['the days from it', day('20260302'), true],
    ['the days until it', day(undefined, '20260302'), true],
    ['any day', day(), true],
    ['the day before', day('20260301', '20260301'), false],
    ['the days after', day('20260303'), false],
  ])('%s: %j %s', (_, date, answer) => {
    expect(fits({ date })).toBe(answer);
  });

  it.each([
    ['its second', '092000', '092000', true],
    ['its hour', '09', '09', true],
    ['the morning', '0800', '1200', true],
    ['the minutes from it', '0920', undefined, true],
    ['the minutes until it', undefined, '0920', true],
    ['the minute after', '0921', '0930', false],
    ['the minutes before', '0800', '0919', false],
    ['a fraction of its second', '092000.000', '092000.500', true],
    ['a night', '2200', '0200', false],
    ['a night that ends late', '2200', '0930', true],
  ] as const)('%s, on any day: %s-%s %s', (_, from, to, answer) => {
    expect(fits({ time: { from, to } })).toBe(answer);
  });

  it('a night over midnight, on any day', () => {
    const night = { time: { from: '2200', to: '0200' } };
    expect(['215959', '220000', '235959', '000000', '020059', '020100'].map((time) => fits(night, { time }))).toEqual([false, true, true, true, true, false]);
  });

  it('one range of date and time together, not the hours of each day', () => {
    const range = { date: day('20260301', '20260303'), time: { from: '2200', to: '0200' } };
    expect(fits(range)).toBe(true);
    expect(fits(range, { date: '20260301', time: '215959' })).toBe(false);
    expect(fits(range, { date: '20260301', time: '220000' })).toBe(true);
    expect(fits(range, { date: '20260303', time: '020059' })).toBe(true);
    expect(fits(range, { date: '20260303', time: '020100' })).toBe(false);
  });

  it('a range that is open at one end', () => {
    expect(fits({ date: day('20260302'), time: { from: '0930', to: undefined } })).toBe(false);
    expect(fits({ date: day('20260302'), time: { from: '0930', to: undefined } }, { date: '20260303', time: '080000' })).toBe(true);
    expect(fits({ date: day(undefined, '20260302'), time: { from: undefined, to: '0915' } })).toBe(false);
  });
});
