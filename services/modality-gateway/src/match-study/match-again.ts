import type { Acquisition } from '../acquisition/acquisition.js';
import type { StudyMatchedAgain } from '../acquisition/acquisition.events.js';
import type { Match } from './match-study.js';

/** The words of a match, whatever the order of its fields. */
const words = (match: Match): string =>
  match.state === 'matched' ? [match.state, match.examId, match.by].join() : [match.state, ...match.candidates, ...match.why].join();

/** True where both say the same. */
export const isSameMatch = (one: Match, other: Match): boolean => words(one) === words(other);

/** A study without an exam is tried again with each new order, merge or update; what is matched stays as it is. */
export const matchAgain = (study: Acquisition, match: Match): StudyMatchedAgain[] => {
  if (study.status === 'none' || study.match.state === 'matched') return [];
  return isSameMatch(match, study.match) ? [] : [{ type: 'StudyMatchedAgain', data: { match } }];
};
