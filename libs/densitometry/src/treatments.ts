import { boneTreatments, type BoneTreatment } from './bone-treatments.table.js';
import { daysBetween, firstDayOf, lastDayOf, yearsBetween } from './days.js';
import type { Intake } from './patient-shape.js';

interface Course {
  readonly treatment: BoneTreatment;
  readonly from: string;
  /** Absent: ongoing. */
  readonly to?: string;
}

const coursesOf = (intake: Intake | undefined): Course[] =>
  (intake?.treatments ?? []).flatMap(({ drug, from, to }) => {
    const treatment = boneTreatments.find(({ written }) => written.test(drug));
    if (treatment === undefined) return [];
    return [{ treatment, from: firstDayOf(from), ...(to === undefined ? {} : { to: lastDayOf(to) }) }];
  });

const isOngoing = ({ from, to }: Course, day: string): boolean => from <= day && (to === undefined || to >= day);

/** A drug that acts on bone is being taken on this day. */
export const isTreated = (intake: Intake | undefined, day: string): boolean =>
  coursesOf(intake).some((course) => isOngoing(course, day));

/** So much earlier than the start an exam may be and still be its baseline. */
const BASELINE_DAYS = 183;

/** Bone is treated on this day, and the earlier one is no older than the baseline of that treatment. */
export const isTreatedSince = (intake: Intake | undefined, earlier: string, day: string): boolean =>
  coursesOf(intake).some((course) => isOngoing(course, day) && daysBetween(earlier, course.from) <= BASELINE_DAYS);

/** Treated as FRAX means it: 1 year after the last dose, 2 years after a bisphosphonate. */
export const isTreatedForFrax = (intake: Intake | undefined, day: string): boolean =>
  coursesOf(intake).some(
    ({ treatment, from, to }) => from <= day && (to === undefined || yearsBetween(to, day) < treatment.treatedForYears),
  );
