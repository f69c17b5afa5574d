import { SOPClass, writePart10, type Keywords } from '@osteon/dicom';
import type { ResultsObject } from '../object-read.js';

/** What stands in every object of Ms Okafor's exam at a Hologic console. */
const header: Keywords = {
  SpecificCharacterSet: 'ISO_IR 192',
  StudyInstanceUID: '1.2.5',
  StudyDate: '20191204',
  PatientID: '483920',
  PatientBirthDate: '19581120',
  PatientSex: 'F',
  Manufacturer: 'HOLOGIC, Inc.',
  ManufacturerModelName: 'Horizon A',
  SOPClassUID: SOPClass.SecondaryCaptureImageStorage,
  Rows: 1,
  Columns: 1,
  PixelData: Uint8Array.of(0),
};

export const area = 'Area[cm<sup><small>2</small></sup>]';
export const bmd = 'BMD[g/cm<sup><small>2</small></sup>]';
export const spineHeadings = ['Region', area, 'BMC[(g)]', bmd, 'T - score', 'PR (%)', 'Z - score', 'AM (%)'];

/** Assignments of a table, as the console writes them. */
export const tableOf = (name: string, rows: readonly (readonly string[])[]): string =>
  rows.flatMap((cells, row) => cells.map((cell, column) => `${name}[ ${row}][ ${column}] = "${cell}";\r\n`)).join('');

/** A page: header, texts, tables. */
export const pageOf = (texts: Readonly<Record<string, string>>, ...tables: readonly string[]): string =>
  '<HologicHeader1><Version>1</Version></HologicHeader1>\r\n<JavaScriptFile>\r\nfunction draw() { for (var i = 0; i < 3; i++) { x[i] = i; } }\r\n' +
  Object.entries({ PatientSex: 'Female', DOB: '20.11.1958', Scan: '04December2019 - A1204190D', ...texts })
    .map(([name, value]) => `${name} = "${value}";\r\n`)
    .join('') +
  tables.join('');

/** An object with this page in its private elements; `tags` where not in (0019,1000) under HOLOGIC. */
export const hologicObject = (page: string, more: Keywords = {}, tags?: Keywords): ResultsObject => ({
  sopInstanceUID: '1.2.5.1',
  bytes: writePart10({
    ...header,
    SOPInstanceUID: '1.2.5.1',
    ...(tags ?? { '00190010': 'HOLOGIC', '00191000': Buffer.from(page, 'utf8') }),
    ...more,
  }),
});
