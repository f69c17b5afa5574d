import type { Role } from '../hospital/person.js';

/** Where each role begins; the page's title names it. */
export const starts: Readonly<Record<Role, { readonly path: string; readonly title: string }>> = {
  physician: { path: '/reading', title: 'Reading list' },
  'front-desk': { path: '/exams', title: 'Exams' },
  technologist: { path: '/scanning', title: 'Scanning' },
  manager: { path: '/overview', title: 'Overview' },
  administrator: { path: '/facilities', title: 'Facilities' },
  operations: { path: '/operations', title: 'Operations' },
};

interface Page {
  readonly path: string;
  readonly roles: readonly Role[];
}

const everybody: readonly Role[] = ['physician', 'front-desk', 'technologist', 'manager', 'administrator', 'operations'];

/** Every page of the application without an exam in its address, and whose it is. */
export const pages: readonly Page[] = [
  { path: '/exams', roles: everybody },
  { path: '/exams/new', roles: ['front-desk', 'technologist'] },
  { path: '/scanning', roles: ['technologist'] },
  { path: '/unmatched', roles: ['front-desk', 'technologist', 'physician'] },
  { path: '/reading', roles: ['physician', 'technologist', 'manager'] },
  { path: '/overview', roles: ['manager'] },
  { path: '/facilities', roles: ['administrator'] },
  { path: '/operations', roles: ['operations'] },
];
