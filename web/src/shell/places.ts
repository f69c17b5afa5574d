import type { Permission, Role } from '@osteon/identity';
import type { Session } from './session.js';

/** The places of the application in workflow order, each with the permission that opens it; some are made for one role. */
export const places = [
  { to: '/exams', label: 'Exams', permission: 'see-schedule' },
  { to: '/scanning', label: 'Scanning', permission: 'see-schedule', role: 'technologist' },
  { to: '/unmatched', label: 'Unmatched studies', permission: 'see-studies' },
  { to: '/reading', label: 'Reading list', permission: 'see-reading-list' },
  { to: '/overview', label: 'Overview', permission: 'see-schedule', role: 'manager' },
  { to: '/facilities', label: 'Facilities', permission: 'configure-site' },
  { to: '/operations', label: 'Operations', permission: 'see-streams' },
] as const satisfies readonly { to: string; label: string; permission: Permission; role?: Role }[];

export type Place = (typeof places)[number];

/** What the navigation shows to somebody. */
export const placesFor = (session: Session): readonly Place[] =>
  places.filter((place) => session.may(place.permission) && (!('role' in place) || session.roles.includes(place.role)));

/** Where the work of each role begins; who holds several begins with the first of these. */
const homes: readonly (readonly [Role, Place['to']])[] = [
  ['physician', '/reading'],
  ['technologist', '/scanning'],
  ['front-desk', '/exams'],
  ['manager', '/overview'],
  ['administrator', '/facilities'],
  ['operations', '/operations'],
];

/** Where a person's work begins. Absent for somebody without any role. */
export const homeOf = ({ roles }: Session): Place['to'] | undefined => homes.find(([role]) => roles.includes(role))?.[1];
