import { modalityGateway } from '@osteon/contracts';
import { message, type Message, type Publisher } from '@osteon/event-store';
import { countedInstances, type Acquisition, type BegunAcquisition } from './acquisition.js';
import type { AcquisitionEvent, FiledInstance } from './acquisition.events.js';
import { problemsOf } from './problems-of.js';

const storedInstance = ({ transferSyntaxUID, protocolName, conflicting, ...stored }: FiledInstance): modalityGateway.StoredInstance => stored;

type Said = typeof modalityGateway.ScanReceived | typeof modalityGateway.ScanExtended;

const scanned = (study: BegunAcquisition, contract: Said): Message | undefined => {
  const { match, measurements, completeBy } = study;
  if (match.state !== 'matched' || !measurements || !completeBy) return undefined;
  const { instances: howMany, ...read } = measurements;
  return message(
    contract,
    {
      acquisitionId: study.acquisitionId,
      examId: match.examId,
      facilityId: study.facilityId,
      patientId: match.patientId,
      studyInstanceUID: study.studyInstanceUID,
      completeBy,
      matchedBy: match.by,
      deviceId: study.deviceId,
      ...read,
      scans: [...read.scans],
      problems: problemsOf(study),
      instances: countedInstances(study).map(storedInstance),
    },
    match.examId,
  );
};

const unmatched = ({ match, acquisitionId, facilityId, studyInstanceUID }: BegunAcquisition): Message | undefined =>
  match.state === 'matched'
    ? undefined
    : message(modalityGateway.ScanUnmatched, {
        acquisitionId,
        facilityId,
        studyInstanceUID,
        state: match.state,
        candidates: [...match.candidates],
        why: [...match.why],
      });

const told = (study: Acquisition, contract: Said): Message | undefined =>
  study.status === 'none' ? undefined : (scanned(study, contract) ?? unmatched(study));

/**
 * What the other services hear of a study: received once its numbers were looked for and it has met its exam, extended
 * whenever they were looked for again after that; unmatched as long as it has met none.
 */
export const publishedAcquisitions: Publisher<Acquisition, AcquisitionEvent> = {
  MeasurementsRead: (_, study) =>
    told(study, study.status === 'begun' && study.readings > 1 ? modalityGateway.ScanExtended : modalityGateway.ScanReceived),
  StudyMatchedAgain: (_, study) => (study.status === 'begun' && study.measurements ? told(study, modalityGateway.ScanReceived) : undefined),
  StudyArchived: ({ event }, study) =>
    study.status === 'none' || study.match.state !== 'matched'
      ? undefined
      : message(
          modalityGateway.ImagesArchived,
          { acquisitionId: study.acquisitionId, examId: study.match.examId, facilityId: study.facilityId, ...event.data },
          study.match.examId,
        ),
};
