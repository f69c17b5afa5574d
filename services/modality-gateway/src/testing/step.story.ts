import { SOPClass, type Keywords } from '@osteon/dicom';
import { examA1, msOkafor } from '@osteon/testing';

/** What the console says when it begins with exam A1. */
export const beginning: Keywords = {
  ScheduledStepAttributesSequence: [{ StudyInstanceUID: examA1.studyInstanceUID, AccessionNumber: examA1.accessionNumber }],
  PerformedProcedureStepID: 'PPS1',
  PerformedStationAETitle: 'IDXA1',
  PerformedProcedureStepStartDate: '20260302',
  PerformedProcedureStepStartTime: '092000',
  PerformedProcedureStepStatus: 'IN PROGRESS',
  Modality: 'BMD',
  PatientID: msOkafor.identifier.value,
  PatientBirthDate: '19581120',
};

/** The same of a study that it has not from the worklist. */
export const beginningOf = (StudyInstanceUID: string): Keywords => ({ ...beginning, ScheduledStepAttributesSequence: [{ StudyInstanceUID }] });

const series = (uids: readonly string[]): Keywords[] => [
  {
    ReferencedImageSequence: uids.map((uid) => ({ ReferencedSOPClassUID: SOPClass.ComputedRadiographyImageStorage, ReferencedSOPInstanceUID: uid })),
  },
];

/** It has finished, and has made these objects. */
export const completedWith = (...uids: readonly string[]): Keywords => ({ PerformedProcedureStepStatus: 'COMPLETED', PerformedSeriesSequence: series(uids) });

/** It has broken off for a reason of CID 9300, after these objects. */
export const brokenOff = (CodeValue: string, ...uids: readonly string[]): Keywords => ({
  PerformedProcedureStepStatus: 'DISCONTINUED',
  PerformedProcedureStepDiscontinuationReasonCodeSequence: [{ CodeValue, CodingSchemeDesignator: 'DCM', CodeMeaning: 'Reason' }],
  PerformedSeriesSequence: series(uids),
});
