import { worklistQuery } from './worklist-query.js';

const step = (keys: object) => ({ ScheduledProcedureStepSequence: [{ ...keys }] });

describe('what a device asks for', () => {
  it('is everything where all keys are empty or a lone star', () => {
    const open = { PatientName: '', PatientID: '*', AccessionNumber: '', ...step({ Modality: '*', ScheduledStationAETitle: '' }) };
    expect(worklistQuery(open)).toEqual({ hasUnmatchedKey: false });
    expect(worklistQuery({})).toEqual({ hasUnmatchedKey: false });
    expect(worklistQuery({ ScheduledProcedureStepSequence: [] })).toEqual({ hasUnmatchedKey: false });
  });

  it('is each key that has a value', () => {
    const keys = {
      ...{ PatientID: '483920', PatientName: 'Oka*', AccessionNumber: 'A1', RequestedProcedureID: 'RP1' },
      ...step({ ScheduledProcedureStepID: 'SPS1', ScheduledStationAETitle: 'IDXA1', Modality: 'OT', ScheduledPerformingPhysicianName: 'Lee' }),
    };
    expect(worklistQuery(keys)).toEqual({
      ...{ PatientID: '483920', PatientName: 'Oka*', AccessionNumber: 'A1', RequestedProcedureID: 'RP1' },
      ...{ ScheduledProcedureStepID: 'SPS1', ScheduledStationAETitle: 'IDXA1', Modality: 'OT', ScheduledPerformingPhysicianName: 'Lee' },
      hasUnmatchedKey: false,
    });
  });

  it.each([
    ['20261124', { from: '20261124', to: '20261124' }],
    ['20261124-20261125', { from: '20261124', to: '20261125' }],
    ['20261124-', { from: '20261124' }],
    ['-20261125', { to: '20261125' }],
    ['2026.11.24', { from: '20261124', to: '20261124' }],
    ['-', {}],
  ])('is a day or days: %s', (ScheduledProcedureStepStartDate, date) => {
    expect(worklistQuery(step({ ScheduledProcedureStepStartDate }))).toEqual({ date, hasUnmatchedKey: false });
  });

  it.each([
    ['0800-1200', { from: '0800', to: '1200' }],
    ['080000.000', { from: '080000.000', to: '080000.000' }],
    ['08:00-', { from: '0800' }],
  ])('is a time or times: %s', (ScheduledProcedureStepStartTime, time) => {
    expect(worklistQuery(step({ ScheduledProcedureStepStartTime }))).toEqual({ time, hasUnmatchedKey: false });
  });

  it.each([
    ['a key that is not matched on', { PatientBirthDate: '19581120' }],
    ['such a key in the step', step({ ScheduledStationName: 'Room 1' })],
    ['such a key in a sequence', step({ ScheduledProtocolCodeSequence: [{ CodeValue: '77080' }] })],
    ['one deep in a sequence', { RequestedProcedureCodeSequence: [{ CodeValue: '', EquivalentCodeSequence: [{ CodeValue: '1' }] }] }],
  ])('names %s: the answers say so', (_, keys) => {
    expect(worklistQuery(keys).hasUnmatchedKey).toBe(true);
  });

  it('may name what it wants to get without matching on it', () => {
    const wanted = { PatientBirthDate: '', SpecificCharacterSet: 'ISO_IR 100', TimezoneOffsetFromUTC: '+0100', ...step({ ScheduledProtocolCodeSequence: [{ CodeValue: '' }] }) };
    expect(worklistQuery(wanted)).toEqual({ hasUnmatchedKey: false });
  });
});
