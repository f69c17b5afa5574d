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
] as const satisfies readonly Gate[];

export type Place = (typeof places)[number];

interface Gate {
  readonly to: string;
  readonly label?: string;
  readonly permission: Permission;
  readonly role?: Role;
}

/** Pages inside a place that ask for more than the place does. */
const inner: readonly Gate[] = [{ to: '/exams/new', permission: 'schedule-exam' }];

const opens = ({ permission, role }: Gate, session: Session): boolean =>
  session.may(permission) && (role === undefined || session.roles.includes(role));

/** `front desk, manager`: the roles that somebody holds anywhere. */
export const rolesInWords = ({ roles }: Session): string => roles.map((role) => role.replace('-', ' ')).join(', ');

/** What the navigation shows to somebody. */
export const placesFor = (session: Session): readonly Place[] => places.filter((place) => opens(place, session));

/** Whether the page at a path is for somebody; the services check every answer again. A path that no place has is nobody's secret. */
export const isOpen = (path: string, session: Session): boolean =>
  [...inner, ...places].filter(({ to }) => path === to || path.startsWith(`${to}/`)).every((gate) => opens(gate, session));

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
