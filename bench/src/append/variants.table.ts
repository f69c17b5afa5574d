/** One way of appending. */
export interface Variant {
  readonly name: string;
  readonly writers: number;
  /** Events that one transaction decides. */
  readonly batch: number;
  /** All writers on these few streams, else each on its own. */
  readonly sharedStreams?: number;
  readonly hasProjection?: true;
}

/** A stream gets so many transactions, then another one takes its place: real ones are short too. */
export const turnsOfStream = 10;

export const variants: readonly Variant[] = [
  { name: 'single', writers: 1, batch: 1 },
  { name: 'single, one projection', writers: 1, batch: 1, hasProjection: true },
  { name: 'batches of 10', writers: 1, batch: 10 },
  { name: 'batches of 10, one projection', writers: 1, batch: 10, hasProjection: true },
  { name: '8 writers, streams of their own', writers: 8, batch: 1 },
  { name: '8 contended writers (12 streams)', writers: 8, batch: 1, sharedStreams: 12 },
  { name: '8 contended writers, batches of 10', writers: 8, batch: 10, sharedStreams: 12 },
];
