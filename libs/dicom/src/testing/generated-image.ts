import { writePart10 } from '../part10.js';
import { SOPClass } from '../uids.table.js';

/** A made image with accents and private elements, of about so many bytes. */
export const generatedImage = (SOPInstanceUID: string, size = 70_000): Buffer =>
  writePart10({
    SpecificCharacterSet: 'ISO_IR 100',
    SOPClassUID: SOPClass.ComputedRadiographyImageStorage,
    SOPInstanceUID,
    PatientName: 'Okafor^Adaé',
    PatientID: 'P-1001',
    StudyInstanceUID: '1.2.3',
    SeriesInstanceUID: '1.2.3.1',
    Modality: 'CR',
    Rows: 1,
    Columns: size % 65536,
    BitsAllocated: 8,
    '70030010': 'GEMS_LUNAR_RAW',
    '70031002': Uint8Array.from({ length: 4096 }, (_, at) => at % 251),
    PixelData: Uint8Array.from({ length: size }, (_, at) => at % 253),
  });
