import { reading } from '@osteon/contracts';
import { message, type Publisher } from '@osteon/event-store';
import type { StudyToRead } from './study-to-read.js';
import type { StudyToReadEvent } from './study-to-read.events.js';

/** What the other services hear of a physician's work. */
export const publishedStudies: Publisher<StudyToRead, StudyToReadEvent> = {
  StudyClaimed: ({ event, at }, study) =>
    study.status === 'none'
      ? undefined
      : message(reading.ReadingStarted, {
          examId: study.examId,
          facilityId: study.facilityId,
          patientId: study.patientId,
          readerId: event.data.readerId,
          startedAt: at,
        }),
  StudyReviewed: ({ event, at, by }, study) =>
    study.status === 'none'
      ? undefined
      : message(reading.ScanReviewed, {
          examId: study.examId,
          acquisitionId: event.data.acquisitionId,
          facilityId: study.facilityId,
          patientId: study.patientId,
          reviewVersion: event.data.reviewVersion,
          reviewedBy: by,
          reviewedAt: at,
          content: event.data.content,
        }),
  ReviewLapsed: ({ event }, study) =>
    study.status === 'none'
      ? undefined
      : message(reading.ReviewLapsed, { examId: study.examId, facilityId: study.facilityId, patientId: study.patientId, ...event.data }),
};
