import type { Keywords } from '@osteon/dicom';
import type { Drawing } from './expose.js';

/** How the pixels of a drawing lie in an object: one grey byte each. */
export const greyPixels = ({ width, height }: Drawing): Keywords => ({
  SamplesPerPixel: 1,
  PhotometricInterpretation: 'MONOCHROME2',
  Rows: height,
  Columns: width,
  BitsAllocated: 8,
  BitsStored: 8,
  HighBit: 7,
  PixelRepresentation: 0,
});
