import type { Aggregate } from '@osteon/event-store';
import { evolveStudy, noStudy, type StudyToRead } from './study-to-read.js';
import type { StudyToReadEvent } from './study-to-read.events.js';
import { publishedStudies } from './study-to-read.published.js';

/** The stream of one exam in reading; its id is the exam's id, under which it also publishes. */
export const studyToRead: Aggregate<StudyToRead, StudyToReadEvent> = {
  name: 'study-to-read',
  initial: noStudy,
  evolve: evolveStudy,
  facilityOf: (study) => (study.status === 'none' ? '' : study.facilityId),
  published: publishedStudies,
};
