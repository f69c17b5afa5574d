/** The roles of a hospital network, each held per facility (a token names facility and role together). */
export const roles = ['front-desk', 'technologist', 'physician', 'manager', 'administrator', 'operations'] as const;

export type Role = (typeof roles)[number];

/** What can be asked of Osteon. A rule asks `by.may('sign', facilityId)`; a controller states one of these words. */
export type Permission =
  | 'see-schedule'
  | 'schedule-exam'
  | 'arrive-patient'
  | 'see-studies'
  | 'match-study'
  | 'see-images'
  | 'see-reading-list'
  | 'type-values'
  | 'read-exam'
  | 'sign-report'
  | 'see-report'
  | 'see-deliveries'
  | 'resend-report'
  | 'configure-site'
  | 'see-streams'
  | 'handle-parked'
  | 'rebuild-projections'
  | 'replay-events';

/** Which role brings which permission. The one place where this is said. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  'front-desk': ['see-schedule', 'schedule-exam', 'arrive-patient', 'see-studies', 'match-study'],
  technologist: ['see-schedule', 'schedule-exam', 'arrive-patient', 'see-studies', 'match-study', 'see-images', 'see-reading-list', 'type-values'],
  physician: ['see-schedule', 'see-studies', 'see-images', 'see-reading-list', 'type-values', 'read-exam', 'sign-report', 'see-report', 'see-deliveries'],
  manager: ['see-schedule', 'see-reading-list', 'see-report', 'see-deliveries', 'resend-report'],
  administrator: ['see-schedule', 'configure-site'],
  operations: ['see-schedule', 'see-deliveries', 'resend-report', 'see-streams', 'handle-parked', 'rebuild-projections', 'replay-events'],
};
