import { SOPClass, type Keywords } from '@osteon/dicom';
import { greyPixels } from './drawing/grey-pixels.js';
import type { Drawing } from './drawing/expose.js';
import { headerOf } from './headers.js';
import type { Performed } from './performed.js';

/** One image of the exam: the name of its scan, its number, what it shows, and the XML of its numbers where it has one. */
export interface ScanImage {
  readonly scan: string;
  readonly number: number;
  readonly drawing: Drawing;
  readonly xml?: string;
}

/**
 * An image with the habits of an iDXA: CR, 8 bits, no pixel spacing; body part, laterality and view are there but empty, the
 * site is only in the names of protocol and step; the raw scan lies in private elements.
 */
export const scanImage = ({ scan, number, drawing, xml }: ScanImage, performed: Performed): Keywords => ({
  ...headerOf(performed),
  SOPClassUID: SOPClass.ComputedRadiographyImageStorage,
  SOPInstanceUID: performed.uid(`image ${number}`),
  Modality: 'CR',
  SeriesInstanceUID: performed.uid('image series'),
  SeriesNumber: '1',
  SeriesDescription: 'DXA Images',
  InstanceNumber: String(number),
  AcquisitionDate: performed.at.DA,
  AcquisitionTime: performed.at.TM,
  ProtocolName: scan,
  PerformedProcedureStepDescription: scan,
  BodyPartExamined: '',
  Laterality: '',
  ViewPosition: '',
  PatientOrientation: ['L', 'F'],
  ...(xml === undefined ? {} : { ImageComments: xml }),
  EntranceDoseInmGy: '0.146000',
  ...greyPixels(drawing),
  '70030010': 'GEMS_LUNAR_RAW',
  '70031001': `${performed.device.DeviceSerialNumber}-${performed.at.DA}-${number}.raw`,
  '70031002': Uint8Array.from({ length: 2048 }, (_, at) => (at * 31 + number) % 256),
  PixelData: drawing.pixels,
});
