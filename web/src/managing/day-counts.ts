import type { ExamLine } from '../scheduling/exams.api.js';

/** One facility's exams of a day, by how far they have come. */
export interface FacilityDay {
  readonly facilityId: string;
  readonly counts: readonly { readonly status: ExamLine['status']; readonly count: number }[];
  readonly total: number;
}

const names: Readonly<Record<ExamLine['status'], string>> = {
  scheduled: 'Expected',
  arrived: 'Here',
  scanned: 'To read',
  'in-reading': 'Being read',
  reviewed: 'To sign',
  signed: 'Signed, on its way',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
};

/** Every status in the order of the workflow. */
export const statuses: readonly ExamLine['status'][] = [
  'scheduled',
  'arrived',
  'scanned',
  'in-reading',
  'reviewed',
  'signed',
  'delivered',
  'cancelled',
];

/** What a status is called where exams are counted. */
export const statusInWords = (status: ExamLine['status']): string => names[status];

/** The counts of each facility, by its id; a facility without an exam on that day is not in it. */
export const dayCounts = (exams: readonly ExamLine[]): FacilityDay[] =>
  [...new Set(exams.map(({ facilityId }) => facilityId))].toSorted().map((facilityId) => {
    const own = exams.filter((exam) => exam.facilityId === facilityId);
    const counts = statuses.map((status) => ({ status, count: own.filter((exam) => exam.status === status).length }));
    return { facilityId, counts, total: own.length };
  });
