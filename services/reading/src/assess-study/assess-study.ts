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

const isThisScan = (study: StudyToRead, acquisitionId: string): boolean => 'scan' in study && study.scan.acquisitionId === acquisitionId;

/** The judgement becomes a fact where it is about the scan that is here and says something new. */
export const recordAssessment = (study: StudyToRead, judgement: Judgement): AssessmentMade[] => {
  if (!isThisScan(study, judgement.acquisitionId)) return [];
  if ('scan' in study && study.assessment === judgement.assessment.key) return [];
  return [{ type: 'AssessmentMade', data: judgement }];
};

/** Why nothing could be suggested for the scan that is here. */
export const withholdAssessment = (study: StudyToRead, data: AssessmentWithheld['data']): AssessmentWithheld[] =>
  isThisScan(study, data.acquisitionId) ? [{ type: 'AssessmentWithheld', data }] : [];
