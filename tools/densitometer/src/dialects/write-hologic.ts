import { SOPClass, type Keywords } from '@osteon/dicom';
import { headerOf } from '../headers.js';
import type { Scan } from '../measure/scan.js';
import { hologicScanName, hologicText } from './hologic-text.js';
import { imaged, pictureFor, type Writing, type Written } from './written.js';

/** Where a version leaves its text: its private creator, and the element. */
const places = {
  'hologic-0019': { creator: '00190010', element: '00191000' },
  'hologic-0021': { creator: '00210010', element: '00211001' },
} as const;

const bytes = (length: number, seed: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 37 + seed) % 256);

const capture = (scan: Scan, number: number, { exam, performed }: Writing): Keywords => {
  const picture = pictureFor(scan, exam.seed);
  const place = places[performed.device.SoftwareVersions.startsWith('13.') ? 'hologic-0019' : 'hologic-0021'];
  return {
    ...headerOf(performed),
    SOPClassUID: SOPClass.SecondaryCaptureImageStorage,
    SOPInstanceUID: performed.uid(`scan ${number}`),
    Modality: 'OT',
    ConversionType: 'WSD',
    SeriesInstanceUID: performed.uid(`series ${number}`),
    SeriesNumber: String(number),
    SeriesDescription: hologicScanName(scan).slice(2),
    InstanceNumber: '1',
    AcquisitionDate: performed.at.DA,
    AcquisitionTime: performed.at.TM,
    [place.creator]: 'HOLOGIC',
    [place.element]: hologicText(scan, number, { exam, performed }),
    '00230010': 'HOLOGIC',
    '00231000': '1.0',
    '00231001': `PA${exam.person.id}${number}.P${String(number).padStart(2, '0')}`,
    '00231002': bytes(1024, number),
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    Rows: picture.height,
    Columns: picture.width,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    PixelData: picture.pixels,
  };
};

/** One Secondary Capture for each scan, its numbers in a private element beside the raw scan. */
export const writeHologic = (writing: Writing): Written[] =>
  imaged(writing.exam.scans).map((scan, at) => ({
    name: `HOLX${String(at).padStart(4, '0')}`,
    keywords: capture(scan, at + 1, writing),
    explicit: true,
  }));
