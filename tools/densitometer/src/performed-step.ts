import { itemOf, SOPClass, textOf, type Keywords } from '@osteon/dicom';
import type { StudyFile } from './make-study.js';
import { dayOf, type Performed, type PerformedAt } from './performed.js';

/** Why a console takes a step back or breaks it off (CID 9300). */
export const BreakOff = {
  WrongEntry: { CodeValue: '110514', CodingSchemeDesignator: 'DCM', CodeMeaning: 'Incorrect worklist entry selected' },
  ForUnspecifiedReason: { CodeValue: '110513', CodingSchemeDesignator: 'DCM', CodeMeaning: 'Discontinued for unspecified reason' },
} as const;
export type BreakOffReason = keyof typeof BreakOff;

const said = (item: Keywords, ...names: readonly string[]): Keywords => Object.fromEntries(names.map((name) => [name, textOf(item, name) ?? '']));

/** The scheduled step that is performed, as the worklist gave it; without one the console names its own study. */
const scheduledStep = ({ item, StudyInstanceUID }: Performed): Keywords => ({
  StudyInstanceUID,
  ReferencedStudySequence: [],
  ...said(item, 'AccessionNumber', 'RequestedProcedureID', 'RequestedProcedureDescription'),
  ...said(itemOf(item, 'ScheduledProcedureStepSequence') ?? {}, 'ScheduledProcedureStepID', 'ScheduledProcedureStepDescription'),
  ScheduledProtocolCodeSequence: [],
});

/** N-CREATE: the console begins with a patient (PS3.4 table F.7.2-1). */
export const stepBegun = (performed: Performed): Keywords => {
  const { item, device, at } = performed;
  return {
    SpecificCharacterSet: textOf(item, 'SpecificCharacterSet') ?? 'ISO_IR 100',
    ScheduledStepAttributesSequence: [scheduledStep(performed)],
    ...said(item, 'PatientName', 'PatientID', 'PatientBirthDate', 'PatientSex'),
    ReferencedPatientSequence: [],
    PerformedProcedureStepID: `PPS${at.TM.slice(0, 6)}`,
    PerformedStationAETitle: device.AETitle,
    PerformedStationName: device.StationName,
    PerformedLocation: '',
    PerformedProcedureStepStartDate: at.DA,
    PerformedProcedureStepStartTime: at.TM,
    PerformedProcedureStepStatus: 'IN PROGRESS',
    PerformedProcedureStepDescription: `DXA Exam ${dayOf(performed)}`,
    PerformedProcedureTypeDescription: '',
    ProcedureCodeSequence: [],
    PerformedProcedureStepEndDate: '',
    PerformedProcedureStepEndTime: '',
    Modality: textOf(itemOf(item, 'ScheduledProcedureStepSequence') ?? {}, 'Modality') ?? 'BMD',
    StudyID: '',
    PerformedProtocolCodeSequence: [],
    PerformedSeriesSequence: [],
  };
};

const images: ReadonlySet<string> = new Set([SOPClass.ComputedRadiographyImageStorage, SOPClass.SecondaryCaptureImageStorage]);

const isImage = ({ SOPClassUID }: StudyFile): boolean => images.has(SOPClassUID);

const referenceTo = ({ SOPClassUID, SOPInstanceUID }: StudyFile): Keywords => ({
  ReferencedSOPClassUID: SOPClassUID,
  ReferencedSOPInstanceUID: SOPInstanceUID,
});

const performedSeries = (files: readonly StudyFile[]): Keywords[] =>
  [...new Set(files.map(({ SeriesInstanceUID }) => SeriesInstanceUID))].map((SeriesInstanceUID) => {
    const own = files.filter((file) => file.SeriesInstanceUID === SeriesInstanceUID);
    return {
      PerformingPhysicianName: '',
      OperatorsName: '',
      ProtocolName: 'DXA Exam',
      SeriesInstanceUID,
      SeriesDescription: own.some(isImage) ? 'DXA Images' : 'DXA Results',
      RetrieveAETitle: '',
      ReferencedImageSequence: own.filter(isImage).map(referenceTo),
      ReferencedNonImageCompositeSOPInstanceSequence: own.filter((file) => !isImage(file)).map(referenceTo),
    };
  });

const ended = (status: string, files: readonly StudyFile[], { DA, TM }: PerformedAt): Keywords => ({
  PerformedProcedureStepStatus: status,
  PerformedProcedureStepEndDate: DA,
  PerformedProcedureStepEndTime: TM,
  PerformedSeriesSequence: performedSeries(files),
});

/** N-SET: the console has finished, and lists what it has made, image or not. */
export const stepCompleted = (files: readonly StudyFile[], at: PerformedAt): Keywords => ended('COMPLETED', files, at);

/** N-SET: the console breaks off, and says why and what it has made until then. */
export const stepDiscontinued = (files: readonly StudyFile[], at: PerformedAt, reason: BreakOffReason): Keywords => ({
  ...ended('DISCONTINUED', files, at),
  PerformedProcedureStepDiscontinuationReasonCodeSequence: [BreakOff[reason]],
});
