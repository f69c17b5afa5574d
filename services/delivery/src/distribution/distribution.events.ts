import type { Destination } from '../delivery/destination.js';

/** A signed revision was heard, and this is where it goes: the receivers that the facility had at that moment. */
export interface ReportDistributed {
  readonly type: 'ReportDistributed';
  readonly data: {
    readonly examId: string;
    readonly facilityId: string;
    readonly revision: number;
    readonly destinations: readonly Destination[];
    /** ISO 8601; later than that of every earlier revision. */
    readonly plannedAt: string;
    /** The foreign stream and its version. */
    readonly source: { readonly subject: string; readonly streamVersion: number };
  };
}

export type DistributionEvent = ReportDistributed;
