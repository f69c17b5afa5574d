import { readKeywords, SOPClass, TransferSyntax } from '@osteon/dicom';
import { examA1 } from '@osteon/testing';
import { image } from '../testing/scan.story.js';
import { describeInstance, receivedHeader } from './received-header.js';

const of = (...changed: Parameters<typeof image>) => readKeywords(image(...changed), { until: 'PixelData' });
const uids = { sopClassUID: SOPClass.ComputedRadiographyImageStorage, sopInstanceUID: '1.2.3.4', transferSyntaxUID: TransferSyntax.ExplicitVRLittleEndian };

describe('the header of an object', () => {
  it('says which study, whose and when', () => {
    expect(receivedHeader(of('AP Spine', '1.2.3.4'))).toEqual({
      studyInstanceUID: examA1.studyInstanceUID,
      accessionNumber: 'A1',
      requestedProcedureId: undefined,
      scheduledProcedureStepId: undefined,
      patientId: '483920',
      birthDate: '1958-11-20',
      studyDate: '2026-03-02',
      patientName: 'Okafor^Zoë',
      sex: 'F',
    });
  });

  it('names its procedure and step in the request attributes, else beside them', () => {
    const requested = { RequestAttributesSequence: [{ RequestedProcedureID: 'RP1', ScheduledProcedureStepID: 'SPS1' }] };
    expect(receivedHeader(of('AP Spine', '1.2.3.4', requested))).toMatchObject({ requestedProcedureId: 'RP1', scheduledProcedureStepId: 'SPS1' });
    const beside = { RequestedProcedureID: 'RP1', ScheduledProcedureStepID: 'SPS1', RequestAttributesSequence: [] };
    expect(receivedHeader(of('AP Spine', '1.2.3.4', beside))).toMatchObject({ requestedProcedureId: 'RP1', scheduledProcedureStepId: 'SPS1' });
  });

  it('means nothing by NONE, as GE consoles write where nothing was scheduled', () => {
    const none = { AccessionNumber: 'NONE', RequestAttributesSequence: [{ RequestedProcedureID: 'NONE', ScheduledProcedureStepID: '0000' }] };
    const header = receivedHeader(of('AP Spine', '1.2.3.4', none));
    expect([header?.accessionNumber, header?.requestedProcedureId]).toEqual([undefined, undefined]);
  });

  it('is no date where it is none', () => {
    expect(receivedHeader(of('AP Spine', '1.2.3.4', { PatientBirthDate: '00000000', StudyDate: '' }))).toMatchObject({ birthDate: undefined, studyDate: undefined });
  });

  it('is none without a Study Instance UID', () => {
    expect(receivedHeader(of('AP Spine', '1.2.3.4', { StudyInstanceUID: '' }))).toBeUndefined();
  });
});

describe('an object', () => {
  it('is an image of a site and a side, as its protocol names them', () => {
    expect(describeInstance(of('Left Femur', '1.2.3.4'), uids)).toEqual({
      ...uids,
      seriesInstanceUID: `${examA1.studyInstanceUID}.1`,
      kind: 'image',
      site: 'hip',
      side: 'left',
      protocolName: 'Left Femur',
    });
  });

  it('is only what it says: no site for a protocol that is not known, no series where none is named', () => {
    expect(describeInstance(of('Left Ortho Knee', '1.2.3.4', { SeriesInstanceUID: '' }), uids)).toEqual({
      ...uids,
      seriesInstanceUID: '',
      kind: 'image',
      protocolName: 'Left Ortho Knee',
    });
  });

  it('is results where it is a structured report', () => {
    expect(describeInstance(of('', '1.2.3.4', { SOPClassUID: SOPClass.EnhancedSRStorage }), uids)).toMatchObject({ kind: 'results' });
  });
});
