import type { Keywords } from '@osteon/dicom';
import type { Scan } from '../measure/scan.js';
import type { Performed } from '../performed.js';
import type { Exam } from '../make/exam.js';
import { pictureOf } from '../drawing/pictures.js';
import type { Drawing } from '../drawing/expose.js';

/** A file before its bytes: an object, or text. */
export type Written =
  | { readonly name: string; readonly keywords: Keywords; readonly explicit?: true }
  | { readonly name: string; readonly text: Buffer };

/** What a dialect writes: of an exam and its scans, as this console performs it. */
export interface Writing {
  readonly exam: Exam;
  readonly performed: Performed;
  /** What the images say, where it is not what the report says. */
  readonly otherwise?: readonly Scan[];
}

export const pictureFor = (scan: Scan, seed: number): Drawing => {
  switch (scan.site) {
    case 'lumbar-spine':
      return pictureOf('spine', seed);
    case 'hip':
      return pictureOf(scan.side === 'right' ? 'right' : 'left', seed);
    case 'forearm':
      return pictureOf('forearm', seed);
    case 'whole-body':
    case 'whole-body-less-head':
      return pictureOf('body', seed);
  }
};

/** Scans that have an image of their own. */
export const imaged = (scans: readonly Scan[]): Scan[] =>
  scans.filter(({ site, side }) => side !== 'both' && site !== 'whole-body-less-head');
