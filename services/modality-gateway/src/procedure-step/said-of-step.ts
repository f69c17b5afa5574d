import { dateFromDA, itemOf, itemsOf, textOf, type Keywords, type Reference } from '@osteon/dicom';
import type { StudyHeader } from '../match-study/match-study.js';

/** The status word of a step, as the device wrote it. */
export const statusOf = (attributes: Keywords): string | undefined => textOf(attributes, 'PerformedProcedureStepStatus');

/** Attributes of type 1 that are not there or empty. */
export const lacking = (attributes: Keywords, wanted: readonly string[]): string[] =>
  wanted.filter((name) => textOf(attributes, name) === undefined && itemsOf(attributes, name).length === 0);

/** Which studies are performed, and for whom: one header for each scheduled step, so that they meet exams as objects do. */
export const headersOfStep = (attributes: Keywords): StudyHeader[] =>
  itemsOf(attributes, 'ScheduledStepAttributesSequence').map((scheduled) => ({
    studyInstanceUID: textOf(scheduled, 'StudyInstanceUID') ?? '',
    accessionNumber: textOf(scheduled, 'AccessionNumber'),
    requestedProcedureId: textOf(scheduled, 'RequestedProcedureID'),
    scheduledProcedureStepId: textOf(scheduled, 'ScheduledProcedureStepID'),
    patientId: textOf(attributes, 'PatientID'),
    birthDate: dateFromDA(textOf(attributes, 'PatientBirthDate')),
    studyDate: dateFromDA(textOf(attributes, 'PerformedProcedureStepStartDate')),
  }));

const referenceOf = (item: Keywords): Reference[] => {
  const SOPInstanceUID = textOf(item, 'ReferencedSOPInstanceUID');
  return SOPInstanceUID ? [{ SOPClassUID: textOf(item, 'ReferencedSOPClassUID') ?? '', SOPInstanceUID }] : [];
};

/** Every object that the performed series list: images, and what is no image (SR, raw). */
export const referencesOf = (attributes: Keywords): Reference[] =>
  itemsOf(attributes, 'PerformedSeriesSequence').flatMap((series) =>
    [...itemsOf(series, 'ReferencedImageSequence'), ...itemsOf(series, 'ReferencedNonImageCompositeSOPInstanceSequence')].flatMap(referenceOf),
  );

/** Code of the reason of a discontinuation. */
export const reasonOf = (attributes: Keywords): string | undefined =>
  textOf(itemOf(attributes, 'PerformedProcedureStepDiscontinuationReasonCodeSequence') ?? {}, 'CodeValue');
