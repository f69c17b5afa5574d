import type { ObjectRef } from '@osteon/contracts';
import type { StudyToRead } from '../study-to-read/study-to-read.js';
import type { AssessmentMade, AssessmentWithheld } from '../study-to-read/study-to-read.events.js';

/** A judgement that was formed, with what it was formed from. */
export interface Judgement {
  readonly acquisitionId: string;
  readonly input: ObjectRef;
  readonly assessment: ObjectRef;
  readonly category: string;
  readonly policy: string;
  readonly policyDocument?: ObjectRef;
  readonly libraryVersion: string;
}

const isThese = (study: StudyToRead, acquisitionId: string, numbers: number): boolean =>
  'scan' in study && study.scan.acquisitionId === acquisitionId && study.scan.numbers === numbers;

/** The judgement becomes a fact where it is about the numbers that are here and says something new. */
export const recordAssessment = (study: StudyToRead, judgement: Judgement, numbers: number): AssessmentMade[] => {
  if (!isThese(study, judgement.acquisitionId, numbers)) return [];
  if ('scan' in study && study.assessment === judgement.assessment.key) return [];
  return [{ type: 'AssessmentMade', data: judgement }];
};

/** Why nothing could be suggested for the numbers that are here. */
export const withholdAssessment = (study: StudyToRead, data: AssessmentWithheld['data'], numbers: number): AssessmentWithheld[] =>
  isThese(study, data.acquisitionId, numbers) ? [{ type: 'AssessmentWithheld', data }] : [];
