import { isAway, outcomeOf } from './outcome-of.js';

const SOPInstanceUID = '1.2.3.4';

describe("an archive's answer", () => {
  it.each([
    [0x0000, '0000'],
    [0xb000, 'B000'],
  ])('%d is a delivery, with or without a warning', (status, written) => {
    expect(outcomeOf({ SOPInstanceUID, outcome: 'delivered', status })).toEqual({ outcome: 'delivered', status: written });
  });

  it.each([0x0122, 0xa900, 0xc000, 0x0111, 0xa6ff, 0xa800])('%d is a refusal for good', (status) => {
    expect(outcomeOf({ SOPInstanceUID, outcome: 'refused', status, why: '' })).toMatchObject({ outcome: 'refused' });
  });

  it.each([0x0110, 0x0124, 0xa700, 0xa701, 0xa7ff])('%d passes: the object goes again', (status) => {
    expect(outcomeOf({ SOPInstanceUID, outcome: 'refused', status, why: '' })).toMatchObject({ outcome: 'unsent' });
  });

  it('is a refusal for good where the class is not taken at all', () => {
    expect(outcomeOf({ SOPInstanceUID, outcome: 'refused', why: 'class not accepted' })).toEqual({ outcome: 'refused' });
  });

  it('is uncertain where the association broke, unsent for what came after', () => {
    expect(outcomeOf({ SOPInstanceUID, outcome: 'uncertain', why: 'lost' })).toEqual({ outcome: 'uncertain' });
    expect(outcomeOf({ SOPInstanceUID, outcome: 'unsent', why: 'lost' })).toEqual({ outcome: 'unsent' });
    expect(outcomeOf(undefined)).toEqual({ outcome: 'unsent' });
  });
});

describe('an archive is away', () => {
  it('when nothing got through at all, not even a status', () => {
    expect(isAway([{ outcome: 'unsent' }, { outcome: 'unsent' }])).toBe(true);
    expect(isAway([{ outcome: 'unsent', status: 'A700' }])).toBe(false);
    expect(isAway([{ outcome: 'uncertain' }, { outcome: 'unsent' }])).toBe(false);
    expect(isAway([{ outcome: 'delivered', status: '0000' }, { outcome: 'unsent' }])).toBe(false);
    expect(isAway([])).toBe(false);
  });
});
