import { dateFromDA, itemOf, textOf, type Keywords } from '@osteon/dicom';
import { classifyObject } from '@osteon/results';
import type { FiledInstance } from '../acquisition/acquisition.events.js';
import type { StudyHeader } from '../match-study/match-study.js';

/** What lists show to people of a header: erasable, never in an event. */
export interface ReceivedHeader extends StudyHeader {
  readonly patientName?: string;
  readonly sex?: string;
}

/** GE consoles write NONE where nothing was scheduled. */
const meant = (value: string | undefined): string | undefined => (value === 'NONE' ? undefined : value);

/** What a study's header says of itself; undefined where it has no Study Instance UID. */
export const receivedHeader = (keywords: Keywords): ReceivedHeader | undefined => {
  const studyInstanceUID = textOf(keywords, 'StudyInstanceUID');
  if (!studyInstanceUID) return undefined;
  const request = itemOf(keywords, 'RequestAttributesSequence') ?? {};
  return {
    studyInstanceUID,
    accessionNumber: meant(textOf(keywords, 'AccessionNumber')),
    requestedProcedureId: meant(textOf(request, 'RequestedProcedureID') ?? textOf(keywords, 'RequestedProcedureID')),
    scheduledProcedureStepId: textOf(request, 'ScheduledProcedureStepID') ?? textOf(keywords, 'ScheduledProcedureStepID'),
    patientId: textOf(keywords, 'PatientID'),
    birthDate: dateFromDA(textOf(keywords, 'PatientBirthDate')),
    studyDate: dateFromDA(textOf(keywords, 'StudyDate')),
    patientName: textOf(keywords, 'PatientName'),
    sex: textOf(keywords, 'PatientSex'),
  };
};

/** What an object is and where it belongs, without the bytes. */
export const describeInstance = (
  keywords: Keywords,
  stated: Pick<FiledInstance, 'sopClassUID' | 'sopInstanceUID' | 'transferSyntaxUID'>,
): Omit<FiledInstance, 'object'> => {
  const { kind, site, side } = classifyObject(keywords);
  const protocolName = textOf(keywords, 'ProtocolName');
  return {
    ...stated,
    seriesInstanceUID: textOf(keywords, 'SeriesInstanceUID') ?? '',
    kind,
    ...(site ? { site } : {}),
    ...(side ? { side } : {}),
    ...(protocolName ? { protocolName } : {}),
  };
};
