import type { Source } from './exam.events.js';

/** The stream that a heard message comes from, and its version. */
export const sourceOf = ({ subject, streamVersion }: Source): Source => ({ subject, streamVersion });
