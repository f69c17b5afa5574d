import { bytesOf, readKeywords, splitPart10, writePart10 } from '@osteon/dicom';
import { content, documents, patient, signed, site } from '../testing/report-a1.story.js';
import { outcomeOfStore } from './outcome-of-store.js';
import { reportObject } from './report-object.js';

const file = (changed: Partial<typeof documents> = {}): Buffer => writePart10(reportObject({ ...documents, ...changed }, site.assigningAuthority));

describe('the report of exam A1 as Encapsulated PDF', () => {
  const keywords = readKeywords(file());

  it('lies in the study that was performed, under the facility’s own number of the patient', () => {
    expect(keywords).toMatchObject({
      SOPClassUID: '1.2.840.10008.5.1.4.1.1.104.1',
      PatientName: 'Okafor^Grace^^Ms',
      PatientID: '483920',
      IssuerOfPatientID: 'NORTH-HIS',
      PatientBirthDate: '19581120',
      PatientSex: 'F',
      StudyInstanceUID: signed.studyInstanceUID,
      StudyDate: '20260302',
      AccessionNumber: 'A1',
      ReferringPhysicianName: 'Novotná^Eva^^Dr',
      Modality: 'DOC',
      ContentDate: '20260302',
      ContentTime: '100500',
      MIMETypeOfEncapsulatedDocument: 'application/pdf',
    });
  });

  it('carries the PDF whole', () => {
    const odd = Buffer.from('%PDF-1.7 odd\n');
    const back = readKeywords(file({ pdf: odd }));
    expect(Buffer.from(bytesOf(back, 'EncapsulatedDocument') ?? []).subarray(0, Number(back['EncapsulatedDocumentLength']))).toEqual(odd);
  });

  it('is the same object at every attempt and in every archive, and another for the next revision', () => {
    expect(file()).toEqual(file());
    const uid = (revision: number): string => splitPart10(file({ signed: { ...signed, revision } })).SOPInstanceUID;
    expect(uid(1)).toBe(keywords['SOPInstanceUID']);
    expect(uid(1)).toMatch(/^2\.25\.\d{1,39}$/);
    expect(uid(2)).not.toBe(uid(1));
    expect(readKeywords(file({ signed: { ...signed, revision: 2 } }))['SeriesInstanceUID']).toBe(keywords['SeriesInstanceUID']);
  });

  it('is dated by the schedule where the device states no day', () => {
    const { performedOn: _, ...review } = content.review;
    expect(readKeywords(file({ content: { ...content, review } }))).toMatchObject({ StudyDate: '20260302', StudyTime: '083000' });
  });

  it('leaves empty what it does not know', () => {
    const { birthDate: _, ...unknown } = patient;
    const bare = file({ patient: { ...unknown, identifiers: [], sex: 'unknown' }, content: { ...content, details: {} } });
    expect(readKeywords(bare)).toMatchObject({ PatientID: '', PatientBirthDate: '', PatientSex: '', ReferringPhysicianName: '' });
  });
});

describe('the answer of an archive', () => {
  const SOPInstanceUID = '2.25.1';
  it.each([
    [{ outcome: 'delivered', status: 0 }, { kind: 'delivered', answer: '0000' }],
    [{ outcome: 'delivered', status: 0xb007 }, { kind: 'delivered', answer: 'B007' }],
    [{ outcome: 'refused', status: 0xa700, why: 'disk of Okafor full' }, { kind: 'again', why: 'A700' }],
    [{ outcome: 'refused', status: 0x0110, why: '' }, { kind: 'again', why: '0110' }],
    [{ outcome: 'refused', status: 0xa900, why: '' }, { kind: 'refused', answer: 'A900' }],
    [{ outcome: 'refused', status: 0xc001, why: '' }, { kind: 'refused', answer: 'C001' }],
    [{ outcome: 'refused', why: 'no context' }, { kind: 'refused', answer: 'class or transfer syntax not accepted' }],
    [{ outcome: 'uncertain', why: 'no answer' }, { kind: 'uncertain', why: 'no answer' }],
    [{ outcome: 'unsent', why: 'association lost' }, { kind: 'again', why: 'association lost' }],
  ] as const)('%j', (outcome, expected) => {
    expect(outcomeOfStore({ SOPInstanceUID, ...outcome })).toEqual(expected);
  });
});
