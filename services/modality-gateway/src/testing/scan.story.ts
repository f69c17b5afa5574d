import { SOPClass, writePart10, type Keywords } from '@osteon/dicom';
import { examA1, msOkafor } from '@osteon/testing';

const region = (name: string, bmd: string, t: string): string =>
  `<ROI region="${name}"><BMD units=" g/cm2">${bmd}</BMD><BMD_TSCORE>${t}</BMD_TSCORE></ROI>`;

const results = (scan: string, regions: string): string =>
  `<DXA_RESULTS><EXAM_DATE time="09:20:00">02/03/2026</EXAM_DATE><SCAN type="${scan}">${regions}</SCAN></DXA_RESULTS>`;

const scans: Readonly<Record<string, string>> = {
  'AP Spine': results('AP Spine', region('L1-L4', '0.941', '-2.0')),
  'Left Femur': results('Left Femur', region('Neck', '0.677', '-2.6')),
};

/** An image as an iDXA exports it: the site in Protocol Name only, numbers in Image Comments, a private element of the maker. */
export const image = (ProtocolName: string, SOPInstanceUID: string, changed: Keywords = {}): Buffer =>
  writePart10({
    SpecificCharacterSet: 'ISO_IR 100',
    SOPClassUID: SOPClass.ComputedRadiographyImageStorage,
    SOPInstanceUID,
    StudyInstanceUID: examA1.studyInstanceUID,
    SeriesInstanceUID: `${examA1.studyInstanceUID}.1`,
    StudyDate: '20260302',
    AccessionNumber: examA1.accessionNumber,
    Modality: 'CR',
    Manufacturer: 'GE Healthcare',
    ManufacturerModelName: 'Lunar iDXA',
    DeviceSerialNumber: '200123',
    PatientName: 'Okafor^Zoë',
    PatientID: msOkafor.identifier.value,
    PatientBirthDate: '19581120',
    PatientSex: 'F',
    ProtocolName,
    ImageComments: scans[ProtocolName] ?? '',
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    Rows: 8,
    Columns: 8,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    '70030010': 'GEMS_LUNAR_RAW',
    '70031002': Uint8Array.from({ length: 64 }, (_, at) => at),
    PixelData: Uint8Array.from({ length: 64 }, (_, at) => at * 4),
    ...changed,
  });

/** A whole scan of exam A1, or of another study under its Study Instance UID. */
export const scanOf = (StudyInstanceUID: string = examA1.studyInstanceUID, changed: Keywords = {}): Buffer[] =>
  ['AP Spine', 'Left Femur'].map((name, at) => image(name, `${StudyInstanceUID}.1.${at + 1}`, { StudyInstanceUID, ...changed }));
