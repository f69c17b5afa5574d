import type { ValueField } from '@osteon/contracts';
import type { Place } from './site-names.js';
import type { Reader } from './studies.api.js';

/** One value of a scan: where it stands. */
export interface ValuePlace extends Place {
  readonly region: string;
  /** Of a T-score: the sex of its reference, where its row names one. */
  readonly against?: 'female' | 'male';
  readonly field: ValueField;
}

/** What should be looked at in the numbers; a problem of one value says which. */
export interface NumbersProblem extends Partial<ValuePlace> {
  readonly code: string;
  readonly sopInstanceUID?: string;
  /** In the readers' own words. */
  readonly detail?: string;
  readonly answered?: boolean;
  readonly typed?: number;
  readonly device?: number;
}

/** A value that somebody typed or took away, and what stood there before. */
export interface TypedBefore extends ValuePlace {
  readonly before?: number;
  readonly value?: number;
  readonly deviceSaid?: number;
  readonly by: Reader;
  readonly at: string;
  readonly reason?: string;
}

/** Values as somebody typed them; null takes one away. */
export interface TypedBody {
  readonly values: readonly (ValuePlace & { readonly value: number | null })[];
  readonly reason: string;
}
