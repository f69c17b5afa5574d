import type { Actor, Permission } from '@osteon/identity';
import { Problem } from '../http/index.js';

/** Refuses who holds a permission at single facilities only: what is asked for touches every hospital of the network. */
export const networkWide = (by: Actor, permission: Permission): void => {
  if (by.facilitiesFor(permission) === 'all') return;
  throw new Problem(403, 'NETWORK_PERMISSION_MISSING', 'Only who holds this role for the whole network may do this.');
};
