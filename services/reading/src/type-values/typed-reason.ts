import { z } from 'zod';

/** Why a value was typed, in a person's own words: kept as an object, since words can name somebody. */
export const typedReason = z.object({ words: z.string() });
