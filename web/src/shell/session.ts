import { person, roles, type Actor, type Permission, type Role, type RolesByFacility } from '@osteon/identity';

/** The signed-in person as the access token names them; services check the token, the web only chooses what to show. */
export interface Session {
  readonly actor: Actor;
  readonly facilities: readonly string[];
  readonly roles: readonly Role[];
  may(permission: Permission, facilityId?: string): boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

/** The claims of a JWT, unchecked: whoever relies on them must verify the signature. */
export const claimsOf = (token: string): Record<string, unknown> => {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(claims) ? claims : {};
  } catch {
    return {};
  }
};

const rolesIn = (claim: unknown): RolesByFacility =>
  isRecord(claim)
    ? Object.fromEntries(
        Object.entries(claim).map(([facilityId, held]) => [facilityId, Array.isArray(held) ? held.filter(isRole) : []]),
      )
    : {};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads a session from an access token: `sub`, `name` and `osteon_roles` (roles by facility id, `*` for the network). */
export const sessionOf = (accessToken: string, nameFromIdToken?: string): Session => {
  const claims = claimsOf(accessToken);
  const held = rolesIn(claims['osteon_roles']);
  const userId = text(claims['sub']) ?? '';
  const actor = person(userId, text(claims['name']) ?? nameFromIdToken ?? userId, held);
  return {
    actor,
    facilities: Object.keys(held).filter((facilityId) => facilityId !== '*'),
    roles: [...new Set(Object.values(held).flat())],
    may: (permission, facilityId) => {
      if (facilityId !== undefined) return actor.may(permission, facilityId);
      const where = actor.facilitiesFor(permission);
      return where === 'all' || where.length > 0;
    },
  };
};
