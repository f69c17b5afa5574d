import sharp from 'sharp';
import { bytesOf, numberOf, textOf, type Keywords } from '../keywords/keywords.js';
import { readKeywords, splitPart10 } from '../part10.js';
import { TransferSyntax } from '../uids.table.js';

/** An image that is not shown: compressed, palette, or pixels that are not there. */
export class NotRenderable extends Error {
  constructor(why: string) {
    super(`image cannot be shown: ${why}`);
    this.name = 'NotRenderable';
  }
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly bytes: Buffer;
  readonly bits: 8 | 16;
}

const MOST_PIXELS = 2 ** 26;

const countOf = (image: Keywords, name: string): number => numberOf(image, name) ?? 0;

const readPixels = (image: Keywords): Pixels => {
  const [width, height] = [countOf(image, 'Columns'), countOf(image, 'Rows')];
  const channels = numberOf(image, 'SamplesPerPixel') === 3 ? 3 : 1;
  const bits = numberOf(image, 'BitsAllocated') === 16 ? 16 : 8;
  const bytes = Buffer.from(bytesOf(image, 'PixelData') ?? Buffer.alloc(0));
  const length = width * height * channels * (bits / 8);
  const fits = length > 0 && width * height <= MOST_PIXELS && bytes.length >= length;
  if (!fits) throw new NotRenderable('rows, columns and pixels do not fit');
  return { width, height, channels, bits, bytes: bytes.subarray(0, length) };
};

/** The number that the stored bits mean (PS3.5 8.1.1). */
const meaningOf = (image: Keywords): ((stored: number) => number) => {
  const bits = numberOf(image, 'BitsStored') ?? numberOf(image, 'BitsAllocated') ?? 8;
  const span = 2 ** bits;
  const isSigned = numberOf(image, 'PixelRepresentation') === 1;
  return (stored) => (isSigned && stored % span >= span / 2 ? (stored % span) - span : stored % span);
};

/** Stored value to the value that the window applies to (PS3.3 C.11.1.1.2). */
const outputOf = (image: Keywords): ((stored: number) => number) => {
  const meaning = meaningOf(image);
  const [slope, intercept] = [numberOf(image, 'RescaleSlope') ?? 1, numberOf(image, 'RescaleIntercept') ?? 0];
  return (stored) => meaning(stored) * slope + intercept;
};

/** Linear window (PS3.3 C.11.2.1.2.1); the image's own first, else its whole range. */
const windowOf = (image: Keywords, shown: readonly number[]): ((value: number) => number) => {
  const [centre, width] = [numberOf(image, 'WindowCenter'), numberOf(image, 'WindowWidth')];
  if (centre !== undefined && width !== undefined && width > 1)
    return (value) => ((value - (centre - 0.5)) / (width - 1) + 0.5) * 255;
  const [least, most] = shown.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  return (value) => ((value - least) / (most - least || 1)) * 255;
};

/** The grey of each stored value that occurs, by the value. */
const greyTable = (image: Keywords, stored: Uint8Array | Uint16Array): Uint8Array => {
  const output = outputOf(image);
  const occurring = [...new Set(stored)];
  const isPlain =
    stored instanceof Uint8Array && ['WindowWidth', 'RescaleSlope'].every((name) => numberOf(image, name) === undefined);
  const window = isPlain ? (value: number) => value : windowOf(image, occurring.map(output));
  const inverted = textOf(image, 'PhotometricInterpretation') === 'MONOCHROME1';
  const table = new Uint8Array(stored instanceof Uint8Array ? 256 : 65536);
  for (const value of occurring) {
    const level = Math.round(Math.min(255, Math.max(0, window(output(value)))));
    table[value] = inverted ? 255 - level : level;
  }
  return table;
};

const greyLevels = (image: Keywords, { bytes, bits }: Pixels): Uint8Array => {
  const stored =
    bits === 8 ? new Uint8Array(bytes) : Uint16Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readUInt16LE(at * 2));
  const table = greyTable(image, stored);
  const grey = new Uint8Array(stored.length);
  for (const [at, value] of stored.entries()) grey[at] = table[value] ?? 0;
  return grey;
};

const isUncompressed = (transferSyntaxUID: string): boolean =>
  transferSyntaxUID === TransferSyntax.ImplicitVRLittleEndian || transferSyntaxUID === TransferSyntax.ExplicitVRLittleEndian;

/** Grey, or colours that lie pixel by pixel in eight bits. */
const isShown = (image: Keywords): boolean => {
  const interpretation = textOf(image, 'PhotometricInterpretation') ?? '';
  if (interpretation.startsWith('MONOCHROME')) return true;
  return (
    interpretation === 'RGB' && numberOf(image, 'BitsAllocated') === 8 && (numberOf(image, 'PlanarConfiguration') ?? 0) === 0
  );
};

/**
 * PNG of the first frame of an uncompressed image of 8 or 16 bits (MONOCHROME1, MONOCHROME2, RGB), with the image's window.
 * Rejects with NotRenderable, NotPart10 or DataSetNotReadable.
 */
export const renderImage = async (file: Uint8Array): Promise<Buffer> => {
  if (!isUncompressed(splitPart10(file).transferSyntaxUID)) throw new NotRenderable('compressed');
  const image = readKeywords(file);
  if (!isShown(image)) throw new NotRenderable('photometric interpretation');
  const pixels = readPixels(image);
  const { width, height, channels } = pixels;
  const bytes = channels === 3 ? pixels.bytes : greyLevels(image, pixels);
  return sharp(bytes, { raw: { width, height, channels } }).png().toBuffer();
};
