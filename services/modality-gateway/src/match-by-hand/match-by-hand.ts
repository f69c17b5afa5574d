import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import type { Acquisition } from '../acquisition/acquisition.js';
import type { StudyMatchedAgain } from '../acquisition/acquisition.events.js';
import { acquisitionRefusals } from '../acquisitions/acquisitions.refusals.js';

/** The exam that a person has chosen for a study. */
export interface ChosenExam {
  readonly examId: string;
  readonly facilityId: string;
  readonly patientId: string;
  /** False until the patient is here as it was when the exam was scheduled, and once the person is erased. */
  readonly patientIsHere: boolean;
  /** Another study has met this exam already. */
  readonly hasStudy: boolean;
}

const mayMeet = (exam: ChosenExam | undefined, facilityId: string): ChosenExam => {
  if (!exam) return refuse(acquisitionRefusals.EXAM_UNKNOWN);
  if (exam.facilityId !== facilityId) return refuse(acquisitionRefusals.OTHER_FACILITY);
  return exam.patientIsHere ? exam : refuse(acquisitionRefusals.PATIENT_NOT_HERE);
};

/** A person says which exam a study belongs to. Saying the same twice is harmless; what has met an exam stays with it. */
export const matchByHand = (study: Acquisition, chosen: ChosenExam | undefined, { by }: Context): StudyMatchedAgain[] => {
  if (study.status === 'none') return refuse(acquisitionRefusals.UNKNOWN);
  if (!by.may('match-study', study.facilityId)) return refuse(acquisitionRefusals.MATCHER_NOT_ALLOWED);
  const { examId, patientId, hasStudy } = mayMeet(chosen, study.facilityId);
  if (study.match.state === 'matched')
    return study.match.examId === examId ? [] : refuse(acquisitionRefusals.ALREADY_MATCHED, { examId: study.match.examId });
  return [{ type: 'StudyMatchedAgain', data: { match: { state: 'matched', examId, patientId, by: 'hand', ...(hasStudy ? { second: true } : {}) } } }];
};
