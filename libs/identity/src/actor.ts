import { permissionsOf, type Permission, type Role } from './roles.js';

/** The facilities of a network, or the ones that are named. */
export type Facilities = 'all' | readonly string[];

/** Who asks: a person or one of Osteon's own services, with what they may do and where. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  may(permission: Permission, facilityId: string): boolean;
  /** Where the actor holds the permission; a list is limited to these facilities. */
  facilitiesFor(permission: Permission): Facilities;
}

/** Roles by facility id; the facility `*` stands for the whole network. */
export type RolesByFacility = Readonly<Record<string, readonly Role[]>>;

/** Somebody who has signed in, with the roles that they hold. */
export interface Person extends Actor {
  readonly held: RolesByFacility;
}

/** A facility can be called `constructor`. */
const heldAt = (held: RolesByFacility, facilityId: string): readonly Role[] =>
  (Object.hasOwn(held, facilityId) ? held[facilityId] : undefined) ?? [];

const brings = (held: readonly Role[], permission: Permission): boolean =>
  held.some((role) => permissionsOf[role].includes(permission));

/** A signed-in person, as the verified token describes them. */
export const person = (userId: string, name: string, held: RolesByFacility): Person => ({
  userId,
  name,
  held,
  may: (permission, facilityId) => brings([...heldAt(held, '*'), ...heldAt(held, facilityId)], permission),
  facilitiesFor: (permission) =>
    brings(heldAt(held, '*'), permission)
      ? 'all'
      : Object.keys(held).filter((facilityId) => brings(heldAt(held, facilityId), permission)),
});

/** One of Osteon's own parts acting on a heard event, a device or a timer: its rules bind it, no role does. */
export const system = (userId: string): Actor => ({
  userId,
  name: userId,
  may: () => true,
  facilitiesFor: () => 'all',
});
