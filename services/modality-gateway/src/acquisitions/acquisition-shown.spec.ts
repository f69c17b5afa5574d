import { examA1, NORTH } from '@osteon/testing';
import { acquisitionId, ambiguous, femur, header, matched, measured, otherSpine, spine } from '../testing/exam-a1.story.js';
import { acquisitionShown, type AcquisitionRow, type ArchiveProgress } from './acquisition-shown.js';

const receiving: AcquisitionRow = {
  acquisitionId,
  facilityId: NORTH,
  studyInstanceUID: examA1.studyInstanceUID,
  deviceId: 'idxa-1',
  match: ambiguous,
  instances: [spine],
  receivedAt: new Date('2026-03-02T08:20:00Z'),
  completeBy: null,
  completedAt: null,
  measurements: null,
  version: 2,
};
const complete: AcquisitionRow = {
  ...receiving,
  match: matched,
  instances: [spine, femur, { ...otherSpine, conflicting: true }],
  completeBy: 'profile',
  completedAt: new Date('2026-03-02T08:21:00Z'),
  measurements: measured().data,
};
const archive = (progress: Partial<ArchiveProgress>): ArchiveProgress => ({ archiveId: 'pacs', delivered: 0, refused: 0, archivedAt: null, ...progress });
const alone = { steps: [], archives: [], commitments: [] };
const archivedAt = new Date('2026-03-02T08:22:00Z');

describe('a study in a list', () => {
  it('that waits for a person says why, and what the device wrote', () => {
    expect(acquisitionShown(receiving, { ...alone, header: { ...header, patientName: 'Okafor^Zoë', sex: 'F' } })).toMatchObject({
      match: 'ambiguous',
      why: ['PATIENT_ID_DIFFERS'],
      candidates: [examA1.examId],
      state: 'receiving',
      accessionNumber: 'A1',
      header: { patientId: '483920', patientName: 'Okafor^Zoë', birthDate: '1958-11-20', sex: 'F' },
      problems: [],
      receivedAt: '2026-03-02T08:20:00.000Z',
      instances: [{ sopInstanceUID: spine.sopInstanceUID, kind: 'image', site: 'lumbar-spine' }],
    });
  });

  it('that has its exam says how, and what should be looked at', () => {
    expect(acquisitionShown(complete, alone)).toMatchObject({
      match: 'matched',
      matchedBy: 'study-instance-uid',
      examId: examA1.examId,
      state: 'complete',
      completeBy: 'profile',
      completedAt: '2026-03-02T08:21:00.000Z',
      performedOn: '2026-03-02',
      scanner: { serial: '200123' },
      problems: [{ code: 'CONFLICTING_VERSION', sopInstanceUID: spine.sopInstanceUID }],
    });
    expect(acquisitionShown(complete, alone)).not.toHaveProperty('header');
  });

  it.each([
    ['pending', {}],
    ['pending', { delivered: 1 }],
    ['refused', { delivered: 1, refused: 1 }],
    ['archived', { delivered: 2, archivedAt }],
    ['pending', { delivered: 1, archivedAt }],
  ] as const)('is %s for an archive that has %j', (state, progress) => {
    expect(acquisitionShown(complete, { ...alone, archives: [archive(progress)] }).archives).toMatchObject([{ archiveId: 'pacs', state }]);
  });

  it('says how its device has performed it, and what the device left out', () => {
    const step = {
      stepId: 'f0000000-0000-5000-8000-000000000001',
      status: 'discontinued',
      reason: '110513',
      lacks: ['PerformedSeriesSequence'],
      listed: 0,
      begunAt: new Date('2026-03-02T08:15:00Z'),
      endedAt: null,
    } as const;
    expect(acquisitionShown(receiving, { ...alone, steps: [step] }).steps).toEqual([
      { stepId: step.stepId, status: 'discontinued', reason: '110513', lacks: ['PerformedSeriesSequence'], listed: 0, begunAt: '2026-03-02T08:15:00.000Z', endedAt: undefined },
    ]);
  });

  it('does not show what came under the wrong worklist entry, and says how much that is', () => {
    const row = { ...complete, instances: [{ ...spine, hidden: true as const }, femur] };
    expect(acquisitionShown(row, alone)).toMatchObject({ hidden: 1, instances: [{ sopInstanceUID: femur.sopInstanceUID }], problems: [] });
  });

  it('says what its device asked to be kept safe, what is not, and that the device does not know it yet', () => {
    const commitment = {
      commitmentId: '0190a000-0000-5000-8000-0000000000f1',
      transactionUID: '1.2.3.9',
      state: 'decided',
      sopInstanceUIDs: [spine.sopInstanceUID, femur.sopInstanceUID],
      failed: [{ SOPInstanceUID: femur.sopInstanceUID, reason: 0x0112 }],
      attempts: 2,
      why: 'ASSOCIATION_LOST',
      askedAt: new Date('2026-03-02T08:23:00Z'),
      endedAt: null,
    } as const;
    expect(acquisitionShown(complete, { ...alone, commitments: [commitment] }).commitments).toMatchObject([
      {
        transactionUID: '1.2.3.9',
        state: 'decided',
        objects: 2,
        failed: [{ sopInstanceUID: femur.sopInstanceUID, reason: '0112' }],
        attempts: 2,
        why: 'ASSOCIATION_LOST',
        askedAt: '2026-03-02T08:23:00.000Z',
      },
    ]);
  });
});
