import type { TypedBefore } from '../studies-to-read/study-row.js';

/** All that was typed by hand, the newest first: old and new value, who, when, why. */
export const typedHistory = (typed: readonly TypedBefore[], names: ReadonlyMap<string, string>, reasons: ReadonlyMap<string, string>) =>
  typed.toReversed().map(({ patientId, reason, typedBy, typedAt, ...value }) => ({
    ...value,
    by: { userId: typedBy, name: names.get(typedBy) },
    at: typedAt,
    reason: reasons.get(reason.key),
  }));
