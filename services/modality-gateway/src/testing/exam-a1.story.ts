import type { ObjectRef } from '@osteon/contracts';
import { SOPClass, TransferSyntax } from '@osteon/dicom';
import { examA1, msOkafor, NORTH } from '@osteon/testing';
import type {
  AcquisitionBegun,
  AcquisitionCompleted,
  FiledInstance,
  ForwardingAttempted,
  ForwardOutcome,
  InstancesFiled,
  InstancesForwarded,
  MeasurementsRead,
  StudyArchived,
  StudyMatchedAgain,
} from '../acquisition/acquisition.events.js';
import type { Candidate, Match, StudyHeader } from '../match-study/match-study.js';

/** The scan of exam A1, in facts; its acquisition has an id of its own. */
export const acquisitionId = '0190a000-0000-7000-8000-0000000000c1';

/** An object whose hash is one digit over and over. */
export const object = (digit: string): ObjectRef => ({ key: `modality-gateway/${digit.repeat(64)}`, size: 100, mediaType: 'application/dicom' });

const stored = (protocolName: string, last: string): FiledInstance => ({
  sopInstanceUID: `${examA1.studyInstanceUID}.1.${last}`,
  sopClassUID: SOPClass.ComputedRadiographyImageStorage,
  seriesInstanceUID: `${examA1.studyInstanceUID}.1`,
  transferSyntaxUID: TransferSyntax.ExplicitVRLittleEndian,
  kind: 'image',
  protocolName,
  object: object(last),
});

export const spine: FiledInstance = { ...stored('AP Spine', '1'), site: 'lumbar-spine' };
export const femur: FiledInstance = { ...stored('Left Femur', '2'), site: 'hip', side: 'left' };
export const late: FiledInstance = { ...stored('Right Femur', '3'), site: 'hip', side: 'right' };
/** Other bytes under the spine's SOP Instance UID. */
export const otherSpine: FiledInstance = { ...spine, object: object('9') };

export const matched: Match = { state: 'matched', examId: examA1.examId, patientId: msOkafor.patientId, by: 'study-instance-uid' };
export const unmatched: Match = { state: 'unmatched', candidates: [], why: ['NO_EXAM_NAMED'] };
export const ambiguous: Match = { state: 'ambiguous', candidates: [examA1.examId], why: ['PATIENT_ID_DIFFERS'] };

export const begunAs = (match: Match): AcquisitionBegun => ({
  type: 'AcquisitionBegun',
  data: { acquisitionId, facilityId: NORTH, studyInstanceUID: examA1.studyInstanceUID, deviceId: 'idxa-1', match },
});
export const begun = begunAs(matched);

export const filed = (...instances: readonly FiledInstance[]): InstancesFiled => ({
  type: 'InstancesFiled',
  data: { associationId: '0190a000-0000-7000-8000-0000000000d1', instances },
});
export const metAgain = (match: Match = matched): StudyMatchedAgain => ({ type: 'StudyMatchedAgain', data: { match } });
export const completed: AcquisitionCompleted = { type: 'AcquisitionCompleted', data: { completeBy: 'profile' } };
export const measured = (instances = 2): MeasurementsRead => ({
  type: 'MeasurementsRead',
  data: {
    scanner: { manufacturer: 'GE Healthcare', model: 'Lunar iDXA', serial: '200123' },
    performedOn: '2026-03-02',
    scans: [{ site: 'lumbar-spine', regions: [{ region: 'L1-L4', bmd: 0.941, tScore: -2 }] }],
    problems: [],
    readerOutput: object('e'),
    instances,
  },
});

export const attempted = (attempt: number, ...instances: readonly FiledInstance[]): ForwardingAttempted => ({
  type: 'ForwardingAttempted',
  data: { archiveId: 'pacs', attempt, sopInstanceUIDs: instances.map(({ sopInstanceUID }) => sopInstanceUID) },
});
export const outcome = ({ sopInstanceUID }: FiledInstance, said: ForwardOutcome['outcome'], status?: string): ForwardOutcome => ({
  sopInstanceUID,
  outcome: said,
  ...(status === undefined ? {} : { status }),
});
export const forwarded = (attempt: number, ...outcomes: readonly ForwardOutcome[]): InstancesForwarded => ({
  type: 'InstancesForwarded',
  data: { archiveId: 'pacs', attempt, outcomes },
});
export const archived = (instances = 2): StudyArchived => ({ type: 'StudyArchived', data: { archiveId: 'pacs', instances } });

/** What Ms Okafor's images say of themselves. */
export const header: StudyHeader = {
  studyInstanceUID: examA1.studyInstanceUID,
  accessionNumber: examA1.accessionNumber,
  requestedProcedureId: 'RP1',
  scheduledProcedureStepId: 'SPS1',
  patientId: msOkafor.identifier.value,
  birthDate: msOkafor.birthDate,
  studyDate: '2026-03-02',
};

/** Exam A1, as a study could mean it. */
export const candidate: Candidate = {
  examId: examA1.examId,
  patientId: msOkafor.patientId,
  studyInstanceUIDs: [examA1.studyInstanceUID],
  accessionNumbers: [examA1.accessionNumber],
  requestedProcedureId: 'RP1',
  scheduledProcedureStepId: 'SPS1',
  scheduledOn: '2026-03-02',
  open: true,
  hasStudy: false,
  patientIsHere: true,
  identifiers: [msOkafor.identifier.value],
  birthDate: msOkafor.birthDate,
};
