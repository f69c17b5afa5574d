import { daysBetween, firstDayOf, lastDayOf, yearsBetween } from './days.js';
import type { BoneTreatment } from './policy/policy.js';
import type { UnderPolicy } from './policy/under-policy.js';

interface Course {
  readonly treatment: BoneTreatment;
  readonly from: string;
  /** Absent: ongoing. */
  readonly to?: string;
}

const acts = ({ written }: BoneTreatment, drug: string): boolean =>
  written.some((part) => drug.toLowerCase().includes(part.toLowerCase()));

const coursesOf = ({ input: { intake }, policy }: UnderPolicy): Course[] =>
  (intake?.treatments ?? []).flatMap(({ drug, from, to }) => {
    const treatment = policy.boneTreatments.find((one) => acts(one, drug));
    if (treatment === undefined) return [];
    return [{ treatment, from: firstDayOf(from), ...(to === undefined ? {} : { to: lastDayOf(to) }) }];
  });

const isOngoing = ({ from, to }: Course, day: string): boolean => from <= day && (to === undefined || to >= day);

/** A drug that acts on bone is being taken on the day of the exam. */
export const isTreated = (exam: UnderPolicy): boolean =>
  coursesOf(exam).some((course) => isOngoing(course, exam.input.exam.date));

/** So much earlier than the start an exam may be and still be its baseline. */
const BASELINE_DAYS = 183;

/** Bone is treated on the day of the exam, and the earlier day is no older than the baseline of that treatment. */
export const isTreatedSince = (exam: UnderPolicy, earlier: string): boolean =>
  coursesOf(exam).some((course) => isOngoing(course, exam.input.exam.date) && daysBetween(earlier, course.from) <= BASELINE_DAYS);

/** Treated as FRAX means it: 1 year after the last dose, 2 years after a bisphosphonate. */
export const isTreatedForFrax = (exam: UnderPolicy): boolean => {
  const day = exam.input.exam.date;
  return coursesOf(exam).some(
    ({ treatment, from, to }) => from <= day && (to === undefined || yearsBetween(to, day) < treatment.treatedForYears),
  );
};
