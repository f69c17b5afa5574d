import { SOPClass, writePart10, type Keywords } from '@osteon/dicom';
import type { ResultsObject } from '../object-read.js';

/** What stands in every object of Ms Okafor's exam A1. */
const header: Keywords = {
  SpecificCharacterSet: 'ISO_IR 192',
  StudyInstanceUID: '1.2.3',
  StudyDate: '20260302',
  AccessionNumber: 'A1',
  PatientID: '483920',
  PatientBirthDate: '19581120',
  PatientSex: 'F',
  PatientSize: '1.62',
  PatientWeight: '64.00',
  Manufacturer: 'GE Healthcare',
  ManufacturerModelName: 'Lunar iDXA',
  DeviceSerialNumber: 'ME+200123',
  SoftwareVersions: '16.20.059',
};

const objectOf = (keywords: Keywords): ResultsObject => ({
  sopInstanceUID: String(keywords['SOPInstanceUID']),
  bytes: writePart10(keywords),
});

/** An image with this XML in its Image Comments. */
export const imageWith = (xml: string, more: Keywords = {}): ResultsObject =>
  objectOf({
    ...header,
    SOPClassUID: SOPClass.ComputedRadiographyImageStorage,
    SOPInstanceUID: '1.2.3.1',
    ProtocolName: 'AP Spine',
    Laterality: '',
    Rows: 1,
    Columns: 1,
    ImageComments: xml,
    PixelData: Uint8Array.of(0),
    ...more,
  });

/** DXA_RESULTS of one scan on the day of the exam, as its console of a day-first country writes it. */
export const xmlOf = (scan: string, rois: string, date = '02/03/2026'): string =>
  `<DXA_RESULTS><EXAM_DATE time="08:20:00" id="82">${date}</EXAM_DATE><SCAN type="${scan}" id="19">${rois}</SCAN></DXA_RESULTS>`;

/** One ROI by the elements of enCORE. */
export const roi = (region: string, values: Readonly<Record<string, string>>, more = ''): string =>
  `<ROI region="${region}" id="0"${more}>${Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</ROI>`;

/** A row as a console says it in an SR: numbers as NUM, T and Z as TEXT. */
export interface SrRow {
  readonly region: string;
  readonly numbers: Readonly<Record<string, string>>;
  readonly texts?: Readonly<Record<string, string>>;
}

const named = (CodeMeaning: string): Keywords => ({
  ConceptNameCodeSequence: [{ CodeValue: CodeMeaning.slice(0, 16), CodingSchemeDesignator: '99X', CodeMeaning }],
});

export const container = (name: string, items: readonly Keywords[]): Keywords => ({
  ValueType: 'CONTAINER',
  ...named(name),
  ContentSequence: items,
});

export const num = (name: string, NumericValue: string, unit = 'g/cm2'): Keywords => ({
  ValueType: 'NUM',
  ...named(name),
  MeasuredValueSequence: [
    { NumericValue, MeasurementUnitsCodeSequence: [{ CodeValue: unit, CodingSchemeDesignator: 'UCUM', CodeMeaning: unit }] },
  ],
});

export const text = (name: string, TextValue: string): Keywords => ({ ValueType: 'TEXT', ...named(name), TextValue });

const units: Readonly<Record<string, string>> = { BMC: 'g', AREA: 'cm2' };

export const rowItem = ({ region, numbers, texts = {} }: SrRow): Keywords =>
  container(region, [
    ...Object.entries(numbers).map(([name, value]) => num(name, value, units[name])),
    ...Object.entries(texts).map(([name, value]) => text(name, value)),
  ]);

/** An Enhanced SR with these items under scans. */
export const reportWith = (scans: Readonly<Record<string, readonly Keywords[]>>, more: Keywords = {}): ResultsObject =>
  objectOf({
    ...header,
    SOPClassUID: SOPClass.EnhancedSRStorage,
    SOPInstanceUID: '1.2.3.9',
    Modality: 'SR',
    ...container('Root', [
      container(
        'DXA Report',
        Object.entries(scans).map(([name, items]) => container(name, items)),
      ),
    ]),
    ...more,
  });
