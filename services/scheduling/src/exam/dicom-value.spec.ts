import { isApplicationEntity, isLongString, isShortString, isUniqueIdentifier } from './dicom-value.js';

describe('a value that a DICOM element can hold', () => {
  it.each([
    ['A-100', true],
    ['1234567890123456', true],
    ['12345678901234567', false],
    ['A\\B', false],
    ['A\u0007B', false],
    ['', false],
    ['   ', false],
  ])('SH %j: %s', (value, fits) => expect(isShortString(value)).toBe(fits));

  it('LO has room for 64 characters, whatever their bytes', () => {
    expect(isLongString('\u00dc'.repeat(64))).toBe(true);
    expect(isLongString('\u00dc'.repeat(65))).toBe(false);
  });

  it.each([
    ['IDXA1', true],
    ['\u00dc', false],
    ['ABCDEFGHIJKLMNOPQ', false],
  ])('AE %j: %s', (value, fits) => expect(isApplicationEntity(value)).toBe(fits));

  it.each([
    ['1.2.840.10008.1', true],
    ['2.25.0', true],
    ['1.02.3', false],
    ['1..2', false],
    ['1.2.', false],
    ['12', false],
    ['1.2.a', false],
    [`1.${'2'.repeat(62)}`, true],
    [`1.${'2'.repeat(63)}`, false],
  ])('UI %j: %s', (value, fits) => expect(isUniqueIdentifier(value)).toBe(fits));
});
