export { person, system, type Actor, type Facilities, type Person, type RolesByFacility } from './actor.js';
export type { Context } from './context.js';
export { permissionsOf, roles, type Permission, type Role } from './roles.js';
