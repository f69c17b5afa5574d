import type { Context } from '@osteon/identity';
import type { ArrivalTakenBack } from '../exam/exam.events.js';
import { isBegun, type Exam } from '../exam/exam.js';

/** The arrival was a mistake (ISO 8601 in UTC: when that was said). Whoever was not here, or came again later, or is being scanned already stays as they are. */
export const takeBackArrival = (exam: Exam, takenBackAt: string, _context: Context): ArrivalTakenBack[] => {
  if (exam.status === 'none' || isBegun(exam) || exam.arrivedAt === undefined) return [];
  return Date.parse(takenBackAt) < Date.parse(exam.arrivedAt) ? [] : [{ type: 'ArrivalTakenBack', data: { takenBackAt } }];
};
