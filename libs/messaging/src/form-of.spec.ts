import { formOf } from './form-of.js';

describe('the form of a parked payload', () => {
  it('names fields and kinds, and no value', () => {
    expect(formOf(JSON.stringify({ examId: 'a1', orders: [1, 2], name: { family: 'Okafor' }, sex: null, weightKg: 64 }))).toEqual([
      'examId: string',
      'orders: list of 2',
      'name: object',
      'sex: null',
      'weightKg: number',
    ]);
    expect(formOf('"Ms Okafor"')).toEqual(['string']);
  });

  it('shows no name that could be a value', () => {
    expect(formOf(JSON.stringify({ 'Okafor^Grace': 1 }))).toEqual(['?: number']);
  });

  it('tells a tombstone from what is no JSON', () => {
    expect(formOf(null)).toEqual(['tombstone']);
    expect(formOf('{"examId')).toBeUndefined();
  });
});
