/** The version of the foreign stream that a heard fact came with: what is not above it is not new. */
export interface Source {
  readonly subject: string;
  readonly streamVersion: number;
}

/** Only what is remembered of where a fact was heard. */
export const sourceOf = ({ subject, streamVersion }: Source): Source => ({ subject, streamVersion });
