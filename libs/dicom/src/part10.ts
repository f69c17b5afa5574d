import { decodeKeywords } from './keywords/decode-keywords.js';
import { encodeKeywords } from './keywords/encode-keywords.js';
import { textOf, type Keywords } from './keywords/keywords.js';
import { ImplementationClassUID, ImplementationVersionName, TransferSyntax } from './uids.table.js';

/** What a DICOM file says about its data set before it begins (PS3.10 7.1). */
export interface FileMeta {
  readonly SOPClassUID: string;
  readonly SOPInstanceUID: string;
  readonly transferSyntaxUID: string;
}

/** The bytes are not a DICOM file: no preamble with DICM, or no file meta that says what follows. */
export class NotPart10 extends Error {
  constructor(why: string) {
    super(`not a DICOM file: ${why}`);
    this.name = 'NotPart10';
  }
}

const PREAMBLE = 128;
const META_START = PREAMBLE + 4;
const GROUP_LENGTH = 12;

/**
 * Preamble (zeros) and file meta. They depend on nothing but these three UIDs, so that the same object received twice,
 * from whomever, is the same file to the byte.
 */
export const part10Header = ({ SOPClassUID, SOPInstanceUID, transferSyntaxUID }: FileMeta): Buffer => {
  const meta = encodeKeywords(
    {
      FileMetaInformationVersion: Uint8Array.of(0, 1),
      MediaStorageSOPClassUID: SOPClassUID,
      MediaStorageSOPInstanceUID: SOPInstanceUID,
      TransferSyntaxUID: transferSyntaxUID,
      ImplementationClassUID,
      ImplementationVersionName,
    },
    TransferSyntax.ExplicitVRLittleEndian,
  );
  const length = encodeKeywords({ FileMetaInformationGroupLength: meta.length }, TransferSyntax.ExplicitVRLittleEndian);
  return Buffer.concat([Buffer.alloc(PREAMBLE), Buffer.from('DICM', 'latin1'), length, meta]);
};

/** A DICOM file of a data set that is encoded already; its bytes are taken as they are. */
export const part10File = (meta: FileMeta, dataSet: Uint8Array): Buffer => Buffer.concat([part10Header(meta), dataSet]);

/** File meta and data set of a DICOM file; the data set is a view, not a copy. Throws NotPart10. */
export const splitPart10 = (file: Uint8Array): FileMeta & { readonly dataSet: Buffer } => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.toString('latin1', PREAMBLE, META_START) !== 'DICM') throw new NotPart10('no DICM after the preamble');
  if (bytes.length < META_START + GROUP_LENGTH) throw new NotPart10('it ends in its file meta');
  const end = META_START + GROUP_LENGTH + bytes.readUInt32LE(META_START + 8);
  if (end > bytes.length) throw new NotPart10('it ends in its file meta');
  const meta = decodeKeywords(bytes.subarray(META_START, end), TransferSyntax.ExplicitVRLittleEndian);
  const uid = (name: string): string => textOf(meta, name) ?? '';
  if (uid('TransferSyntaxUID') === '') throw new NotPart10('no transfer syntax');
  return {
    SOPClassUID: uid('MediaStorageSOPClassUID'),
    SOPInstanceUID: uid('MediaStorageSOPInstanceUID'),
    transferSyntaxUID: uid('TransferSyntaxUID'),
    dataSet: bytes.subarray(end),
  };
};

/**
 * The data set of a DICOM file by keyword. With `until: 'PixelData'` nothing from there on is read, and the first few KB of
 * the file are enough. Throws NotPart10 or DataSetNotReadable.
 */
export const readKeywords = (file: Uint8Array, { until }: { until?: string } = {}): Keywords => {
  const { dataSet, transferSyntaxUID } = splitPart10(file);
  return decodeKeywords(dataSet, transferSyntaxUID, { until });
};

/** A DICOM file of keywords, in explicit VR little endian; class and instance as the keywords say. */
export const writePart10 = (keywords: Keywords, transferSyntaxUID: string = TransferSyntax.ExplicitVRLittleEndian): Buffer => {
  const uid = (name: string): string => textOf(keywords, name) ?? '';
  const meta = { SOPClassUID: uid('SOPClassUID'), SOPInstanceUID: uid('SOPInstanceUID'), transferSyntaxUID };
  return part10File(meta, encodeKeywords(keywords, transferSyntaxUID));
};
