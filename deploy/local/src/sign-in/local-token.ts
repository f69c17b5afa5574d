import { join } from 'node:path';
import type { Places } from '../platform/places.js';
import { localCredentials } from './credentials.js';
import { tokenFor } from './token-for.js';

/** A token for one of the people of the platform on this machine, whose passwords lie in its data folder. */
export const localToken = async ({ origin, kept }: Places, userId: string): Promise<string> => {
  const { passwords } = await localCredentials(join(kept, 'sign-in.json'));
  return tokenFor(origin, { userId, password: passwords[userId] ?? '' });
};
