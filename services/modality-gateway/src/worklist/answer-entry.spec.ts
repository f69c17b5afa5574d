import { encodeKeywords, fitsVR, itemOf, textOf, TransferSyntax } from '@osteon/dicom';
import { entryA1 } from '../testing/entry-a1.story.js';
import { idxa1, patient } from '../testing/north.story.js';
import { answerEntry } from './answer-entry.js';
import { lacks, type WorklistEntry } from './worklist-entry.js';
import { worklistQuery } from './worklist-query.js';

const open = worklistQuery({});
const answer = (changed: Partial<WorklistEntry> = {}, query = open) => answerEntry({ ...entryA1, ...changed }, query, idxa1);
const step = (...of: Parameters<typeof answer>) => itemOf(answer(...of), 'ScheduledProcedureStepSequence') ?? {};

describe('the answer to a worklist query', () => {
  it('has all that the densitometer copies into its objects', () => {
    expect(answer()).toMatchObject({
      SpecificCharacterSet: 'ISO_IR 100',
      AccessionNumber: 'A1',
      PatientName: 'Okafor^Zoë',
      PatientID: '483920',
      PatientBirthDate: '19581120',
      PatientSex: 'F',
      PatientSize: '1.625',
      PatientWeight: '64',
      EthnicGroup: 'African',
      StudyInstanceUID: entryA1.studyInstanceUID,
      RequestedProcedureID: 'RP1',
      RequestedProcedureDescription: 'DXA bone density axial',
      RequestedProcedureCodeSequence: [{ CodeValue: '77080', CodingSchemeDesignator: 'C4', CodeMeaning: 'DXA bone density axial' }],
      RequestedProcedurePriority: 'ROUTINE',
    });
    expect(step()).toMatchObject({
      ScheduledStationAETitle: 'IDXA1',
      ScheduledProcedureStepStartDate: '20260302',
      ScheduledProcedureStepStartTime: '092000',
      Modality: 'BMD',
      ScheduledProcedureStepID: 'SPS1',
    });
  });

  it('has every element of type 1 with a value, and every one of type 2 (PS3.4 table K.6-1)', () => {
    for (const name of ['PatientName', 'PatientID', 'StudyInstanceUID', 'RequestedProcedureID']) expect(textOf(answer(), name)).toBeTruthy();
    const ofStep = ['ScheduledStationAETitle', 'ScheduledProcedureStepStartDate', 'ScheduledProcedureStepStartTime', 'Modality', 'ScheduledProcedureStepID'];
    for (const name of ofStep) expect(textOf(step(), name)).toBeTruthy();
    for (const name of [
      ...['ReferringPhysicianName', 'ReferencedStudySequence', 'ReferencedPatientSequence', 'RequestingPhysician', 'AdmissionID', 'SpecialNeeds'],
      ...['CurrentPatientLocation', 'PatientState', 'PatientTransportArrangements', 'ConfidentialityConstraintOnPatientDataDescription'],
      ...['MedicalAlerts', 'Allergies', 'PregnancyStatus', 'PatientBirthDate', 'PatientSex', 'PatientWeight', 'RequestedProcedurePriority'],
    ])
      expect(answer()).toHaveProperty(name);
    for (const name of ['ScheduledPerformingPhysicianName', 'ScheduledStationName', 'ScheduledProcedureStepLocation']) expect(step()).toHaveProperty(name);
  });

  it('leaves empty what is not known', () => {
    const bare = { ...patient, birthDate: undefined, ethnicGroup: undefined, sex: 'unknown' as const };
    expect(answer({ heightM: undefined, weightKg: undefined, patient: bare })).toMatchObject({
      ...{ PatientSize: '', PatientWeight: '', PatientBirthDate: '', PatientSex: '', EthnicGroup: '' },
    });
    expect(answer({ procedure: { code: '', meaning: 'DXA', scheme: '' } })).toMatchObject({ RequestedProcedureCodeSequence: [] });
  });

  it.each([
    ['female', 'F'],
    ['male', 'M'],
    ['other', 'O'],
    ['unknown', ''],
  ] as const)('says %s as %s', (sex, PatientSex) => {
    expect(answer({ patient: { ...patient, sex } })).toMatchObject({ PatientSex });
  });

  it.each([
    ['routine', 'ROUTINE'],
    ['urgent', 'HIGH'],
    ['stat', 'STAT'],
  ] as const)('says %s as %s', (priority, RequestedProcedurePriority) => {
    expect(answer({ priority })).toMatchObject({ RequestedProcedurePriority });
  });

  it('uses the code and the station that the device asked for', () => {
    const asked = worklistQuery({ ScheduledProcedureStepSequence: [{ Modality: 'OT', ScheduledStationAETitle: 'POLE' }] });
    expect(step({}, asked)).toMatchObject({ Modality: 'OT', ScheduledStationAETitle: 'POLE' });
    expect(step({ stationAETitle: 'IDXA2' }, open)).toMatchObject({ ScheduledStationAETitle: 'IDXA2' });
  });

  it('shortens long texts in whole letters, and takes out what would make two values of one', () => {
    const long = { code: 'C'.repeat(20), meaning: `Knochendichte\\Hüfte\r${'😀'.repeat(70)}`, scheme: 'S'.repeat(20) };
    const name = { family: 'Ó'.repeat(70), given: 'Zoe\u0308' };
    const shown = answer({ procedure: long, patient: { ...patient, name, ethnicGroup: 'Afro\\Caribbean' } });
    const [code] = [itemOf(shown, 'RequestedProcedureCodeSequence') ?? {}];
    for (const [vr, value] of [
      ['LO', textOf(shown, 'RequestedProcedureDescription')],
      ['SH', textOf(shown, 'EthnicGroup')],
      ['PN', textOf(shown, 'PatientName')],
      ['SH', textOf(code, 'CodeValue')],
      ['SH', textOf(code, 'CodingSchemeDesignator')],
    ] as const)
      expect([value, vr === 'LO' || fitsVR(vr, value ?? '\\')]).toEqual([value, true]);
    expect(textOf(shown, 'RequestedProcedureDescription')).toMatch(/^Knochendichte Hüfte 😀+$/u);
    expect(textOf(shown, 'PatientName')).toBe('Ó'.repeat(64));
  });

  it('can be written in the letters of the device, composed accents too', () => {
    const composed = answer({ patient: { ...patient, name: { family: 'Mu\u0308ller' } } });
    expect(encodeKeywords(composed, TransferSyntax.ExplicitVRLittleEndian).includes(Buffer.from('M\xfcller', 'latin1'))).toBe(true);
  });

  it('is refused rather than garbled where the device cannot write the name, or where it names no character set', () => {
    const polish = { ...entryA1, patient: { ...patient, name: { family: 'Łukasiewicz' } } };
    const write = (charset: string, entry = polish) => () => encodeKeywords(answerEntry(entry, open, { ...idxa1, charset }), TransferSyntax.ExplicitVRLittleEndian);
    expect(write('ISO_IR 100')).toThrow('does not fit the character set');
    expect(write('')).toThrow('does not fit the character set');
    expect(write('ISO_IR 192')).not.toThrow();
    expect(write('', { ...entryA1, patient: { ...patient, name: { family: 'Okafor' } } })).not.toThrow();
  });
});

describe('an item is held back', () => {
  const without = (changed: Partial<WorklistEntry>) => lacks({ ...entryA1, ...changed });

  it('not when it is whole', () => {
    expect(without({})).toEqual([]);
  });

  it.each([
    ['PatientID', { patientID: undefined }],
    ['PatientID', { patientID: 'a\\b' }],
    ['PatientID', { patientID: 'x'.repeat(65) }],
    ['PatientName', { patient: { ...patient, name: { family: '' } } }],
    ['AccessionNumber', { accessionNumber: '' }],
    ['AccessionNumber', { accessionNumber: 'A\\1' }],
    ['StudyInstanceUID', { studyInstanceUID: 'not a UID' }],
    ['RequestedProcedureID', { requestedProcedureId: '' }],
    ['RequestedProcedureDescription', { procedure: { code: '', meaning: '', scheme: '' } }],
    ['ScheduledProcedureStepID', { scheduledProcedureStepId: 'x'.repeat(17) }],
  ])('for its %s: %j', (name, changed) => {
    expect(without(changed)).toEqual([name]);
  });

  it('not for a long name, which is shortened', () => {
    expect(without({ patient: { ...patient, name: { family: 'Ó'.repeat(100) } } })).toEqual([]);
  });
});
