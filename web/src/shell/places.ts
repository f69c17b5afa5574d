import type { Permission } from '@osteon/identity';
import type { Session } from './session.js';

/** The places of the application in workflow order, each with the permission that opens it. */
export const places = [
  { to: '/exams', label: 'Exams', permission: 'see-schedule' },
  { to: '/unmatched', label: 'Unmatched studies', permission: 'see-images' },
  { to: '/reading', label: 'Reading list', permission: 'see-reading-list' },
  { to: '/operations', label: 'Operations', permission: 'see-streams' },
] as const satisfies readonly { to: string; label: string; permission: Permission }[];

export type Place = (typeof places)[number];

/** What the navigation shows to somebody. */
export const placesFor = (session: Session): readonly Place[] => places.filter(({ permission }) => session.may(permission));

/** Where a person's work begins: reading, operating, else the exams of the day. Absent for somebody without any role. */
export const homeOf = (session: Session): Place['to'] | undefined => {
  if (session.may('read-exam')) return '/reading';
  if (session.may('see-streams')) return '/operations';
  return session.may('see-schedule') ? '/exams' : undefined;
};
