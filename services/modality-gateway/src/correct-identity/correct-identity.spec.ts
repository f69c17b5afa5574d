import { itemOf, readKeywords, splitPart10, type Keywords } from '@osteon/dicom';
import { image } from '../testing/scan.story.js';
import { correctIdentity, isIdentifiedAs, type Correction } from './correct-identity.js';
import type { ExamIdentity } from './exam-identity.js';

const identity: ExamIdentity = {
  identifier: { value: '483920', authority: 'NORTH-HIS' },
  name: { family: 'Okafor', given: 'Zoë' },
  birthDate: '1958-11-20',
  sex: 'female',
  accessionNumber: 'A1',
  accessionNumbers: ['A1', 'A2'],
};
const correction: Correction = { identity, modifiedAt: '2026-03-02T09:00:00.000Z', reason: 'CORRECT', sourceOfPreviousValues: 'idxa-1' };

const sent = (changed: Keywords = {}): Buffer => image('AP Spine', '1.2.3.1', changed);
const copyOf = (file: Buffer, changed: Partial<ExamIdentity> = {}): Keywords => readKeywords(correctIdentity(file, { ...correction, identity: { ...identity, ...changed } }));
const previous = (copy: Keywords): Keywords => itemOf(itemOf(copy, 'OriginalAttributesSequence') ?? {}, 'ModifiedAttributesSequence') ?? {};

describe('an object whose exam is known', () => {
  it.each<[string, Keywords]>([
    ['it says what the worklist said', {}],
    ['the console wrote the name in capitals', { PatientName: 'OKAFOR^ZOË^^' }],
    ['it names another order of the exam', { AccessionNumber: 'A2' }],
    ['it names the authority of its number', { IssuerOfPatientID: 'NORTH-HIS' }],
  ])('goes as it is where %s', (_, changed) => {
    const file = sent(changed);
    expect(isIdentifiedAs(file, identity)).toBe(true);
    expect(correctIdentity(file, correction)).toBe(file);
  });

  it.each<[string, Keywords, Keywords]>([
    ['patient number', { PatientID: '999' }, { PatientID: '483920' }],
    ['name', { PatientName: 'Walk-in' }, { PatientName: 'Okafor^Zoë' }],
    ['birth date', { PatientBirthDate: '19000101' }, { PatientBirthDate: '19581120' }],
    ['sex', { PatientSex: '' }, { PatientSex: 'F' }],
    ['accession number, NONE on a GE console', { AccessionNumber: 'NONE' }, { AccessionNumber: 'A1' }],
    ['issuer', { IssuerOfPatientID: 'SOUTH' }, { IssuerOfPatientID: 'NORTH-HIS' }],
  ])('goes as a copy that says its %s, and what it said before', (_, wrong, right) => {
    const file = sent(wrong);
    expect(isIdentifiedAs(file, identity)).toBe(false);
    const copy = copyOf(file);
    expect(copy).toMatchObject({ ...right, IssuerOfPatientID: 'NORTH-HIS' });
    expect(previous(copy)).toEqual(wrong);
  });

  it('loses further numbers of another patient', () => {
    const copy = copyOf(sent({ PatientID: '999', OtherPatientIDs: '998', TypeOfPatientID: 'TEXT' }));
    expect(copy).not.toHaveProperty('OtherPatientIDs');
    expect(previous(copy)).toEqual({ PatientID: '999', OtherPatientIDs: '998', TypeOfPatientID: 'TEXT' });
  });

  it('keeps its UIDs, its private elements and its pixels', () => {
    const [file, copy] = [sent(), copyOf(sent({ PatientID: '999' }))];
    const { SOPInstanceUID, StudyInstanceUID, SeriesInstanceUID, '70031002': raw, PixelData } = readKeywords(file);
    expect(copy).toMatchObject({ SOPInstanceUID, StudyInstanceUID, SeriesInstanceUID, '70031002': raw, PixelData });
  });

  it('keeps what nobody knows of the patient', () => {
    const copy = copyOf(sent({ PatientID: '999', PatientBirthDate: '19600101', PatientSex: 'O' }), { birthDate: undefined, sex: 'unknown' });
    expect(copy).toMatchObject({ PatientID: '483920', PatientBirthDate: '19600101', PatientSex: 'O' });
  });

  it('is the same copy at each attempt', () => {
    const file = sent({ PatientID: '999' });
    expect(correctIdentity(file, correction)).toEqual(correctIdentity(Buffer.from(file), correction));
    expect(splitPart10(file).SOPInstanceUID).toBe('1.2.3.1');
  });
});
