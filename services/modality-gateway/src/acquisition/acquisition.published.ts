import { modalityGateway } from '@osteon/contracts';
import { message, type Message, type Publisher } from '@osteon/event-store';
import type { Acquisition, BegunAcquisition } from './acquisition.js';
import type { AcquisitionEvent, FiledInstance } from './acquisition.events.js';

const storedInstance = ({ transferSyntaxUID, protocolName, conflicting, ...stored }: FiledInstance): modalityGateway.StoredInstance => stored;

const received = (study: BegunAcquisition): Message | undefined => {
  const { match, measurements, completeBy } = study;
  if (match.state !== 'matched' || !measurements || !completeBy) return undefined;
  const { instances: howMany, ...read } = measurements;
  return message(
    modalityGateway.ScanReceived,
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
      problems: [...read.problems],
      instances: study.instances.filter(({ conflicting }) => !conflicting).map(storedInstance),
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

const told = (study: Acquisition): Message | undefined => (study.status === 'none' ? undefined : (received(study) ?? unmatched(study)));

/** What the other services hear of a study: once its numbers were looked for, and again when it met another exam. */
export const publishedAcquisitions: Publisher<Acquisition, AcquisitionEvent> = {
  MeasurementsRead: (_, study) => told(study),
  StudyMatchedAgain: (_, study) => (study.status === 'begun' && study.measurements ? told(study) : undefined),
  StudyArchived: ({ event }, study) =>
    study.status === 'none' || study.match.state !== 'matched'
      ? undefined
      : message(modalityGateway.ImagesArchived, {
          acquisitionId: study.acquisitionId,
          examId: study.match.examId,
          facilityId: study.facilityId,
          ...event.data,
        }),
};
