import { examA1, NORTH } from '@osteon/testing';
import { beginStep } from '../begin-step/begin-step.js';
import { completeByMpps } from '../complete-acquisition/complete-acquisition.js';
import type { ProcedureStep } from '../procedure-step/procedure-step.js';
import { endStep } from './end-step.js';

const none: ProcedureStep = { status: 'none' };
const begun = {
  stepId: 'f0000000-0000-5000-8000-000000000001',
  facilityId: NORTH,
  deviceId: 'idxa-1',
  sopInstanceUID: '1.2.3.7',
  studyInstanceUIDs: [examA1.studyInstanceUID],
  match: { state: 'unmatched' as const, candidates: [], why: ['NO_EXAM_NAMED'] },
};
const inProgress: ProcedureStep = { status: 'in-progress', ...begun, lacks: [] };
const completed: ProcedureStep = { ...inProgress, status: 'completed' };
const code = (code: string) => expect.objectContaining({ code });

describe('a performed procedure step', () => {
  it('begins in progress, and what is missing is noted', () => {
    expect(beginStep(none, begun, { PerformedProcedureStepStatus: 'IN PROGRESS', Modality: 'BMD' })).toEqual([
      {
        type: 'StepBegun',
        data: {
          ...begun,
          lacks: [
            'ScheduledStepAttributesSequence',
            'PerformedProcedureStepID',
            'PerformedStationAETitle',
            'PerformedProcedureStepStartDate',
            'PerformedProcedureStepStartTime',
          ],
        },
      },
    ]);
  });

  it('begins at no other status, and once', () => {
    expect(() => beginStep(none, begun, { PerformedProcedureStepStatus: 'COMPLETED' })).toThrow(code('STEP_MUST_BEGIN_IN_PROGRESS'));
    expect(() => beginStep(inProgress, begun, { PerformedProcedureStepStatus: 'IN PROGRESS' })).toThrow(code('STEP_EXISTS'));
  });

  it('is not ended before it has begun, nor changed after its end', () => {
    expect(() => endStep(none, { PerformedProcedureStepStatus: 'COMPLETED' })).toThrow(code('STEP_UNKNOWN'));
    expect(() => endStep(completed, { PerformedProcedureStepStatus: 'DISCONTINUED' })).toThrow(code('STEP_ENDED'));
    expect(() => endStep(inProgress, { PerformedProcedureStepStatus: 'DONE' })).toThrow(code('STEP_STATUS_UNKNOWN'));
  });

  it('lists its objects when it is completed, images and others', () => {
    const series = { ReferencedImageSequence: [{ ReferencedSOPClassUID: '1.2', ReferencedSOPInstanceUID: '1.2.3.1' }] };
    const results = { ReferencedNonImageCompositeSOPInstanceSequence: [{ ReferencedSOPClassUID: '1.3', ReferencedSOPInstanceUID: '1.2.3.2' }] };
    const said = { PerformedProcedureStepStatus: 'COMPLETED', PerformedSeriesSequence: [series, results] };
    expect(endStep(inProgress, said)).toEqual([
      {
        type: 'StepCompleted',
        data: {
          references: [
            { SOPClassUID: '1.2', SOPInstanceUID: '1.2.3.1' },
            { SOPClassUID: '1.3', SOPInstanceUID: '1.2.3.2' },
          ],
          lacks: ['PerformedProcedureStepEndDate', 'PerformedProcedureStepEndTime'],
        },
      },
    ]);
  });

  it('never happened when the wrong entry was selected', () => {
    const reason = { PerformedProcedureStepDiscontinuationReasonCodeSequence: [{ CodeValue: '110514' }] };
    expect(endStep(inProgress, { PerformedProcedureStepStatus: 'DISCONTINUED', ...reason })).toMatchObject([
      { type: 'StepDiscontinued', data: { reason: '110514', wrongEntry: true, references: [] } },
    ]);
  });
});

describe('complete by MPPS', () => {
  const instance = {
    ...{ sopClassUID: '1.2', sopInstanceUID: '1.2.3.1', seriesInstanceUID: '1.2.3', kind: 'image' as const, transferSyntaxUID: '1.2.840.10008.1.2' },
    object: { key: `modality-gateway/${'a'.repeat(64)}`, size: 2, mediaType: 'application/dicom' },
  };
  const study = {
    ...{ status: 'begun' as const, acquisitionId: begun.stepId, facilityId: NORTH, studyInstanceUID: examA1.studyInstanceUID, deviceId: 'idxa-1' },
    ...{ bornUnder: begun.stepId, match: begun.match, instances: [instance], readings: 0, forwarding: {} },
  };
  const listing = (...uids: string[]) => uids.map((SOPInstanceUID) => ({ SOPClassUID: '1.2', SOPInstanceUID }));

  it('is a study of which each listed object is here', () => {
    const step = { status: 'completed' as const, wrongEntry: false };
    expect(completeByMpps(study, [{ ...step, references: listing('1.2.3.1') }])).toEqual([{ type: 'AcquisitionCompleted', data: { completeBy: 'mpps' } }]);
    expect(completeByMpps(study, [{ ...step, references: listing('1.2.3.1', '1.2.3.2') }])).toEqual([]);
    expect(completeByMpps(study, [{ ...step, references: [] }])).toEqual([]);
  });

  it('waits for every step that is still in progress', () => {
    const [done, other] = [{ status: 'completed' as const }, { status: 'in-progress' as const }].map((step) => ({ ...step, wrongEntry: false, references: listing('1.2.3.1') }));
    expect(completeByMpps(study, [done, other].flatMap((step) => step ?? []))).toEqual([]);
  });
});
