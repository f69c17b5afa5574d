import type { DistributionEvent } from './distribution.events.js';

/** What is remembered of one report: how far its stream was heard, so that a topic fed again a year later sends nothing. */
export type Distribution =
  | { readonly status: 'none' }
  | {
      readonly status: 'distributed';
      readonly examId: string;
      readonly facilityId: string;
      /** Last version heard of each foreign stream. */
      readonly heard: Readonly<Record<string, number>>;
      readonly plannedAt: string;
    };

/** How a report's distribution follows from its facts. */
export const evolveDistribution = (distribution: Distribution, { data }: DistributionEvent): Distribution => {
  const { examId, facilityId, plannedAt, source } = data;
  const before = distribution.status === 'none' ? {} : distribution.heard;
  return { status: 'distributed', examId, facilityId, plannedAt, heard: { ...before, [source.subject]: source.streamVersion } };
};
