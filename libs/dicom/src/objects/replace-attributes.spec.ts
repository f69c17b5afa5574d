import { encodeKeywords } from '../keywords/encode-keywords.js';
import { itemOf, itemsOf, type Keywords } from '../keywords/keywords.js';
import { readElements } from '../keywords/read-elements.js';
import { part10File, readKeywords, splitPart10, writePart10 } from '../part10.js';
import { generatedImage } from '../testing/generated-image.js';
import { SOPClass, TransferSyntax } from '../uids.table.js';
import { replaceAttributes, type Replacement } from './replace-attributes.js';

const said: Replacement = {
  values: { PatientName: 'Lee^Ada', PatientID: '4711', IssuerOfPatientID: 'NORTH', AccessionNumber: 'A1', PatientSex: 'F' },
  removed: ['TypeOfPatientID'],
  modifiedAt: '2026-03-02T09:00:00.123Z',
  modifyingSystem: 'OSTEON',
  sourceOfPreviousValues: 'idxa-1',
  reason: 'CORRECT',
};

/** Every element that is not about the identity, as it stands in the bytes. */
const rest = (file: Uint8Array, without: readonly string[]): Buffer => {
  const { dataSet, transferSyntaxUID } = splitPart10(file);
  const elements = readElements(dataSet, transferSyntaxUID);
  return Buffer.concat(elements.filter(({ tag }) => !without.includes(tag)).map(({ whole }) => whole));
};

const identity = ['00080050', '00100010', '00100020', '00100021', '00100022', '00100040', '04000561'];
const changed = (file: Uint8Array, replacement: Partial<Replacement> = {}): Buffer => replaceAttributes(file, { ...said, ...replacement });

const implicit = (keywords: Keywords): Buffer =>
  part10File(
    { SOPClassUID: SOPClass.EnhancedSRStorage, SOPInstanceUID: '1.2.4', transferSyntaxUID: TransferSyntax.ImplicitVRLittleEndian },
    encodeKeywords(keywords, TransferSyntax.ImplicitVRLittleEndian),
  );

describe('a copy with other values', () => {
  const image = generatedImage('1.2.3.4', 2_000);
  const copy = changed(image);

  it('says the new values and keeps its UIDs', () => {
    expect(readKeywords(copy, { until: 'PixelData' })).toMatchObject({
      ...said.values,
      SOPInstanceUID: '1.2.3.4',
      StudyInstanceUID: '1.2.3',
      SeriesInstanceUID: '1.2.3.1',
    });
    expect(splitPart10(copy).SOPInstanceUID).toBe('1.2.3.4');
  });

  it('keeps everything else to the byte, private elements and pixel data too', () => {
    expect(rest(copy, identity)).toEqual(rest(image, identity));
    expect(rest(copy, identity).length).toBeGreaterThan(6_000);
  });

  it('names what was replaced, when, by whom and why (PS3.3 C.12.1.1.9)', () => {
    expect(readKeywords(copy)['OriginalAttributesSequence']).toEqual([
      {
        ModifiedAttributesSequence: [{ PatientName: 'Okafor^Adaé', PatientID: 'P-1001' }],
        AttributeModificationDateTime: '20260302090000.123+0000',
        ModifyingSystem: 'OSTEON',
        SourceOfPreviousValues: 'idxa-1',
        ReasonForTheAttributeModification: 'CORRECT',
      },
    ]);
  });

  it('is the same file each time it is made, and leaves the object alone', () => {
    const before = Buffer.from(image);
    expect(changed(image)).toEqual(copy);
    expect(image).toEqual(before);
  });

  it('names an earlier change before its own', () => {
    const again = changed(copy, { values: { PatientID: '815' }, reason: 'COERCE' });
    const named = itemsOf(readKeywords(again), 'OriginalAttributesSequence').map((item) => itemOf(item, 'ModifiedAttributesSequence'));
    expect(named).toEqual([{ PatientName: 'Okafor^Adaé', PatientID: 'P-1001' }, { PatientID: '4711' }]);
  });

  it('loses what says something about the old values alone, and the length of a group that changed', () => {
    const numbered = writePart10({ SOPClassUID: SOPClass.RawDataStorage, SOPInstanceUID: '1.2', '00100000': 40, PatientID: 'X', TypeOfPatientID: 'TEXT' });
    const { OriginalAttributesSequence, ...other } = readKeywords(changed(numbered));
    expect(other).not.toHaveProperty('TypeOfPatientID');
    expect(other).not.toHaveProperty('00100000');
    expect(OriginalAttributesSequence).toMatchObject([{ ModifiedAttributesSequence: [{ PatientID: 'X', TypeOfPatientID: 'TEXT' }] }]);
  });

  it('is made of an object in implicit VR as well, with its sequences as they stand', () => {
    const content = { ContentSequence: [{ ValueType: 'TEXT', TextValue: 'T-score -2.6' }] };
    const report = implicit({ SOPClassUID: SOPClass.EnhancedSRStorage, SOPInstanceUID: '1.2.4', PatientID: 'X', ...content });
    const other = changed(report);
    expect(splitPart10(other).transferSyntaxUID).toBe(TransferSyntax.ImplicitVRLittleEndian);
    expect(readKeywords(other)).toMatchObject({ ...said.values, ...content });
    expect(rest(other, identity)).toEqual(rest(report, identity));
  });
});

describe('a new value that the character set of the object cannot hold', () => {
  const description = { StudyDescription: 'Hüfte', ContentSequence: [{ TextValue: 'Wirbelsäule' }] };
  const object = writePart10({
    SpecificCharacterSet: 'ISO_IR 100',
    SOPClassUID: SOPClass.EnhancedSRStorage,
    SOPInstanceUID: '1.2.5',
    PatientName: 'Müller^Eva',
    PatientID: 'X',
    ...description,
    '70030010': 'GEMS_LUNAR_RAW',
    '70031002': Uint8Array.of(1, 2, 0xc3, 4),
  });
  const copy = changed(object, { values: { PatientName: 'Dvořák^Jiřina' } });

  it('brings the texts of the copy into ISO_IR 192, whole', () => {
    expect(readKeywords(copy)).toMatchObject({ SpecificCharacterSet: 'ISO_IR 192', PatientName: 'Dvořák^Jiřina', PatientID: 'X', ...description });
  });

  it('still names the previous value as it was read', () => {
    const [entry] = itemsOf(readKeywords(copy), 'OriginalAttributesSequence');
    expect(itemsOf(entry ?? {}, 'ModifiedAttributesSequence')).toEqual([{ SpecificCharacterSet: 'ISO_IR 100', PatientName: 'Müller^Eva' }]);
  });

  it('leaves plain texts and private bytes as they are', () => {
    const texts = ['00080005', '00081030', '00100010', '0040A730', '04000561'];
    expect(rest(copy, texts)).toEqual(rest(object, texts));
  });

  it('keeps an earlier change readable', () => {
    const once = changed(object, { values: { PatientName: 'Möller^Eva' } });
    const twice = changed(once, { values: { PatientName: 'Dvořák^Jiřina' } });
    const names = itemsOf(readKeywords(twice), 'OriginalAttributesSequence').map((item) => itemOf(item, 'ModifiedAttributesSequence')?.['PatientName']);
    expect(names).toEqual(['Müller^Eva', 'Möller^Eva']);
  });
});
