import type { Acquisition } from '../acquisition/acquisition.js';
import type { StudyMatchedAgain } from '../acquisition/acquisition.events.js';
import type { Match } from './match-study.js';

/** A study without an exam is tried again with each new order, merge or update; what is matched stays as it is. */
export const matchAgain = (study: Acquisition, match: Match): StudyMatchedAgain[] => {
  if (study.status === 'none' || study.match.state === 'matched') return [];
  return JSON.stringify(match) === JSON.stringify(study.match) ? [] : [{ type: 'StudyMatchedAgain', data: { match } }];
};
