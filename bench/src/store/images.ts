import { SOPClass, writePart10 } from '@osteon/dicom';

/** Root of UIDs that are nobody's (examples and tests). */
const exampleRoot = '1.2.826.0.1.3680043.10.999';
const imagesOfStudy = 4;
const width = 256;

const pixels = Uint8Array.from({ length: width * width }, (_, at) => (at * 31) % 253);

/** The n-th image of a run, 64 KiB of pixels and a private block; four make a study of somebody for whom no exam is scheduled. */
const imageOf = (run: string, n: number): Buffer => {
  const StudyInstanceUID = `${exampleRoot}.7.${run}.${Math.floor(n / imagesOfStudy)}`;
  return writePart10({
    SpecificCharacterSet: 'ISO_IR 100',
    SOPClassUID: SOPClass.ComputedRadiographyImageStorage,
    SOPInstanceUID: `${StudyInstanceUID}.1.${n % imagesOfStudy}`,
    StudyInstanceUID,
    SeriesInstanceUID: `${StudyInstanceUID}.1`,
    StudyDate: '20260302',
    Modality: 'CR',
    PatientName: 'Nobody^Invented',
    PatientID: `N-${run}-${n}`,
    AccessionNumber: 'NONE',
    ProtocolName: ['AP Spine', 'Left Femur', 'Right Femur', 'Left Forearm'][n % imagesOfStudy],
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    Rows: width,
    Columns: width,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    '70030010': 'GEMS_LUNAR_RAW',
    '70031002': Uint8Array.from({ length: 2048 }, (_, at) => (at * 31 + n) % 256),
    PixelData: pixels,
  });
};

/** Images that nobody has sent before, made ahead of the time that is measured. */
export const imagesOf = (run: string, count: number): Buffer[] => Array.from({ length: count }, (_, n) => imageOf(run, n));
