import { TransferSyntax } from '../uids.table.js';
import { TextNotEncodable } from './character-sets.js';
import { dateFromDA, dateToDA, instantFromDAandTM, instantToDAandTM } from './dates-and-times.js';
import { decodeKeywords } from './decode-keywords.js';
import { encodeKeywords, ValueNotEncodable } from './encode-keywords.js';
import { fitsVR } from './fits-vr.js';
import { bytesOf, itemOf, itemsOf, numberOf, textOf, textsOf, type Keywords } from './keywords.js';
import { personNameFromPN, personNameToPN } from './person-name.js';
import { DataSetNotReadable } from './read-elements.js';

const { ImplicitVRLittleEndian, ExplicitVRLittleEndian } = TransferSyntax;

/** Hex of a data set, blanks allowed. */
const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/\s/g, ''), 'hex');

describe('a data set', () => {
  const whole: Keywords = {
    SpecificCharacterSet: 'ISO_IR 192',
    SOPInstanceUID: '1.2.3',
    StudyDate: '20260302',
    PatientName: 'Müller^Zoë',
    PatientSize: '1.62',
    PatientComments: 'a\\b is one value',
    ImageType: ['ORIGINAL', 'PRIMARY'],
    Rows: 780,
    ExposedArea: [180, 197],
    FrameIncrementPointer: ['00181063', '00181065'],
    AccessionNumber: '',
    ReferencedStudySequence: [],
    ScheduledProcedureStepSequence: [{ Modality: 'BMD', ScheduledProtocolCodeSequence: [{ CodeValue: '77080' }] }, {}],
    '70030010': 'GEMS_LUNAR_RAW',
    '70031002': Uint8Array.of(1, 2, 3, 4),
    PixelData: Uint8Array.of(9, 8, 7, 6),
  };

  test.each([
    ['implicit', ImplicitVRLittleEndian],
    ['explicit', ExplicitVRLittleEndian],
  ])('is read as it was written, in %s VR', (_vr, syntax) => {
    const read = decodeKeywords(encodeKeywords(whole, syntax), syntax);
    expect(read).toEqual({ ...whole, '70031002': Buffer.of(1, 2, 3, 4), PixelData: Buffer.of(9, 8, 7, 6) });
  });

  test('stands in the order of its tags, padded to even length', () => {
    expect(encodeKeywords({ PatientID: 'A', SOPInstanceUID: '1.2' }, ExplicitVRLittleEndian)).toEqual(
      bytes('0800 1800 5549 0400 312E3200  1000 2000 4C4F 0200 4120'),
    );
  });

  test('ends a text of blanks with a letter behind them at once, a million of them too', () => {
    const written = { TextValue: `${' '.repeat(500_000)}\0${' '.repeat(500_000)}x`, PatientComments: `${' '.repeat(1000)}\0 ` };
    const began = process.cpuUsage().user;
    const read = decodeKeywords(encodeKeywords(written, ExplicitVRLittleEndian), ExplicitVRLittleEndian);
    expect(read).toEqual({ TextValue: written.TextValue, PatientComments: '' });
    // In one pass it is milliseconds, blank by blank minutes: no machine is so slow or so busy that the two could be mixed up.
    expect(process.cpuUsage().user - began).toBeLessThan(30_000_000);
  });

  test('is read up to an element without needing what follows', () => {
    const cut = encodeKeywords(whole, ExplicitVRLittleEndian).subarray(0, -4);
    expect(decodeKeywords(cut, ExplicitVRLittleEndian, { until: 'PixelData' })).toMatchObject({
      Rows: 780,
      '70030010': 'GEMS_LUNAR_RAW',
    });
    expect(() => decodeKeywords(cut, ExplicitVRLittleEndian)).toThrow(DataSetNotReadable);
  });

  test('may have sequences and items of undefined length, and sequences of unknown VR', () => {
    const item = 'FEFF 00E0 FFFFFFFF 0800 6000 4353 0200 4352 FEFF 0DE0 00000000 FEFF DDE0 00000000';
    expect(decodeKeywords(bytes(`4000 7502 5351 0000 FFFFFFFF ${item}`), ExplicitVRLittleEndian)).toEqual({
      RequestAttributesSequence: [{ Modality: 'CR' }],
    });
    const implicit = 'FEFF 00E0 0A000000 0800 6000 02000000 4352 FEFF DDE0 00000000';
    expect(decodeKeywords(bytes(`4000 7502 554E 0000 FFFFFFFF ${implicit}`), ExplicitVRLittleEndian)).toEqual({
      RequestAttributesSequence: [{ Modality: 'CR' }],
    });
  });

  test('keeps encapsulated pixel data as fragments', () => {
    const fragments = 'FEFF 00E0 00000000 FEFF 00E0 02000000 FFD8';
    expect(decodeKeywords(bytes(`E07F 1000 4F42 0000 FFFFFFFF ${fragments} FEFF DDE0 00000000`), ExplicitVRLittleEndian)).toEqual(
      { PixelData: bytes(fragments) },
    );
  });

  test.each([
    ['a length beyond its end', '1000 2000 4C4F FF00 41'],
    ['an unknown VR', '1000 2000 3F3F 0000'],
    ['half a header', '1000 20'],
    ['a sequence without an end', '4000 7502 5351 0000 FFFFFFFF FEFF 00E0 00000000'],
    ['no item in a sequence', '4000 7502 5351 0000 08000000 0800 6000 00000000'],
    ['endless nesting', '4000 7502 5351 0000 FFFFFFFF FEFF 00E0 FFFFFFFF'.repeat(40)],
  ])('with %s is not readable', (_fault, hex) => {
    expect(() => decodeKeywords(bytes(hex), ExplicitVRLittleEndian)).toThrow(DataSetNotReadable);
  });

  test('of more than 200,000 elements or items is not readable: each costs more than it has bytes', () => {
    const empty = (hex: string): Buffer => Buffer.alloc(200_001 * 8, bytes(hex));
    const items = Buffer.concat([bytes('4000 7502 5351 0000 FFFFFFFF'), empty('FEFF 00E0 00000000')]);
    expect(() => decodeKeywords(items, ExplicitVRLittleEndian)).toThrow('too many elements');
  });

  test('is refused where a letter would be lost, a value would become two, or a name is unknown', () => {
    const write =
      (keywords: Keywords): (() => Buffer) =>
      () =>
        encodeKeywords(keywords, ExplicitVRLittleEndian);
    expect(write({ SpecificCharacterSet: 'ISO_IR 100', PatientName: '김^희중' })).toThrow(TextNotEncodable);
    expect(write({ PatientName: 'Müller' })).toThrow(TextNotEncodable);
    expect(write({ PatientID: 'A\\B' })).toThrow(ValueNotEncodable);
    expect(write({ Rows: 'many' })).toThrow(ValueNotEncodable);
    expect(write({ PatientNmae: 'x' })).toThrow('PatientNmae is neither');
  });
});

test('values are taken out by what they should be', () => {
  const keywords: Keywords = {
    PatientID: '',
    ImageType: ['A', 'B'],
    Rows: 2,
    PatientSize: '1.62',
    DS: '1,62',
    Items: [{ Rows: 1 }],
    Raw: Uint8Array.of(1),
  };
  expect([
    textOf(keywords, 'PatientID'),
    textOf(keywords, 'Absent'),
    textOf(keywords, 'ImageType'),
    textOf(keywords, 'Rows'),
  ]).toEqual([undefined, undefined, 'A', '2']);
  expect([textsOf(keywords, 'ImageType'), textsOf(keywords, 'PatientID')]).toEqual([['A', 'B'], []]);
  expect([numberOf(keywords, 'PatientSize'), numberOf(keywords, 'DS'), numberOf(keywords, 'PatientID')]).toEqual([
    1.62,
    undefined,
    undefined,
  ]);
  expect([itemsOf(keywords, 'Items'), itemOf(keywords, 'Items'), itemsOf(keywords, 'PatientID')]).toEqual([
    [{ Rows: 1 }],
    { Rows: 1 },
    [],
  ]);
  expect([bytesOf(keywords, 'Raw'), bytesOf(keywords, 'Rows')]).toEqual([Uint8Array.of(1), undefined]);
});

describe('fitsVR', () => {
  test.each([
    ['SH', 'A'.repeat(16), true],
    ['SH', 'A'.repeat(17), false],
    ['LO', 'A\\B', false],
    ['LO', 'line\nbreak', false],
    ['LT', 'line\nbreak \\ and more', true],
    ['UI', '1.2.840.10008.1.1', true],
    ['UI', '1.02.3', false],
    ['UI', '1.2.', false],
    ['DA', '20260302', true],
    ['DA', '2026-03-02', false],
    ['TM', '0820', true],
    ['DS', '1.62', true],
    ['DS', '1,62', false],
    ['CS', 'ISO_IR 100', true],
    ['CS', 'lower', false],
    ['PN', `${'A'.repeat(64)}=${'B'.repeat(64)}`, true],
    ['PN', 'A'.repeat(65), false],
    ['OB', 'bytes', false],
  ])('%s %j: %s', (vr, value, fits) => {
    expect(fitsVR(vr, value)).toBe(fits);
  });
});

test('a person name is family, given, middle, prefix, suffix, and no part can hold a delimiter', () => {
  expect(personNameToPN({ family: 'Okafor', given: 'Grace' })).toBe('Okafor^Grace');
  expect(personNameToPN({ family: 'Lee', prefix: 'Dr', given: 'A^n=a' })).toBe('Lee^A n a^^Dr');
  expect(personNameFromPN('Lee^Ana^^Dr=李^安')).toEqual({ family: 'Lee', given: 'Ana', prefix: 'Dr' });
});

test('dates and times are those of the clocks of a zone, in summer and in winter', () => {
  expect([
    dateToDA('2026-03-02'),
    dateFromDA('20260302'),
    dateFromDA('2026.03.02'),
    dateFromDA('20260231'),
    dateFromDA(undefined),
  ]).toEqual(['20260302', '2026-03-02', '2026-03-02', undefined, undefined]);
  expect(instantToDAandTM('2026-07-01T22:30:00Z', 'Europe/Berlin')).toEqual({ DA: '20260702', TM: '003000' });
  expect(instantFromDAandTM('20260702', '0030', 'Europe/Berlin')).toBe('2026-07-01T22:30:00.000Z');
  expect(instantFromDAandTM('20261201', '083015.123456', 'America/New_York')).toBe('2026-12-01T13:30:15.000Z');
  expect(instantFromDAandTM('20261201', undefined, 'UTC')).toBe('2026-12-01T00:00:00.000Z');
  expect(instantFromDAandTM('', '0830', 'UTC')).toBeUndefined();
  expect(() => instantToDAandTM('yesterday', 'UTC')).toThrow('no instant');
});
