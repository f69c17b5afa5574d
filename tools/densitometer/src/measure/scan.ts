/** What a console prints of one region: text with a point and as many places as it prints; g/cm2, g, cm2, deviations, %. */
export interface Printed {
  readonly bmd: string;
  readonly bmc?: string;
  readonly area?: string;
  readonly t?: string;
  readonly z?: string;
  readonly pya?: string;
  readonly pam?: string;
}

/** One row of a scan, by the region names of the exam format. */
export interface Row {
  readonly region: string;
  readonly printed: Printed;
  /** Whom the T-score is against; absent without one. */
  readonly tReference?: { readonly name: string; readonly sex: 'female' | 'male' };
}

export type Side = 'left' | 'right' | 'both';

/** One site as a console has measured it. */
export interface Scan {
  readonly site: 'lumbar-spine' | 'hip' | 'forearm' | 'whole-body' | 'whole-body-less-head';
  readonly side?: Side;
  readonly rows: readonly Row[];
}

export const isSame = (one: Scan, other: Scan): boolean => one.site === other.site && one.side === other.side;
