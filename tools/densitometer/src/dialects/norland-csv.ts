import { textOf } from '@osteon/dicom';
import iconv from 'iconv-lite';
import type { Row, Scan } from '../measure/scan.js';
import { printed } from '../measure/printed.js';
import { consoleDate, consoleNumber } from '../performed.js';
import type { Writing, Written } from './written.js';

const siteWords = {
  'lumbar-spine': 'AP Spine',
  hip: 'Hip',
  forearm: 'Forearm',
  'whole-body': 'Whole Body',
  'whole-body-less-head': 'Whole Body',
} as const;
const sideWords = { left: 'Left', right: 'Right', both: 'Mean' } as const;

const regionNames: Readonly<Record<string, string>> = {
  'femoral-neck': 'Neck',
  trochanter: 'Troch',
  'total-hip': 'Total',
  'radius-33': 'Radius 33%',
  'radius-ud': 'Radius UD',
};

/** What an export calls its row. */
export const norlandRegion = ({ region }: Row): string => regionNames[region] ?? region;

/** sBMD of the spine as the maker's pages print it: 1.0761 times the density, mg/cm2. */
export const standardised = ({ printed: { bmd } }: Row): string => printed(1076.1 * Number(bmd), 1);

type Cell = (row: Row, scan: Scan) => string;
const value =
  (name: keyof Row['printed']): Cell =>
  (row) =>
    row.printed[name] ?? '';

const measuredColumns: readonly (readonly [string, Cell])[] = [
  ['Site', (_, { site }) => siteWords[site]],
  ['Side', (_, { side }) => (side === undefined ? '' : sideWords[side])],
  ['Region', norlandRegion],
  ['BMD (g/cm2)', value('bmd')],
  ['BMC (g)', value('bmc')],
  ['Area (cm2)', value('area')],
  ['T-score', value('t')],
  ['Young Ref. (%)', value('pya')],
  ['Z-score', value('z')],
  ['Age Match (%)', value('pam')],
  ['Reference', ({ tReference }) => (tReference === undefined ? '' : `${tReference.name} C`)],
  ['Ref. Sex', ({ tReference }) => ({ male: 'M', female: 'F', none: '' })[tReference?.sex ?? 'none']],
  ['sBMD (mg/cm2)', (row, { site }) => (site === 'lumbar-spine' ? standardised(row) : '')],
];

const numbers: ReadonlySet<string> = new Set(
  measuredColumns.map(([heading]) => heading).filter((heading) => /[(]|score/.test(heading)),
);

const visitColumns = ({ exam, performed: { device } }: Writing): readonly (readonly [string, string])[] => {
  const said = (name: string): string => textOf(exam.item, name) ?? '';
  return [
    ['Patient ID', said('PatientID')],
    ['Patient Name', said('PatientName').replace('^', ' ')],
    ['Sex', said('PatientSex')],
    ['Birth Date', consoleDate(exam.person.birthDate, device.dateOrder)],
    ['Height (cm)', consoleNumber(exam.person.heightCm.toFixed(1), device)],
    ['Weight (kg)', consoleNumber(exam.person.weightKg.toFixed(1), device)],
    ['Exam Date', consoleDate(exam.day, device.dateOrder)],
    ['Accession Number', said('AccessionNumber')],
    ['Manufacturer', device.Manufacturer],
    ['Model', device.ManufacturerModelName],
    ['Serial Number', device.DeviceSerialNumber],
    ['Software', device.SoftwareVersions],
  ];
};

/** RFC 4180: quoted where it has to be. */
const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The table of an export, its heading first, a line for each region; where the decimal is a comma, a semicolon stands between cells. */
export const norlandTable = (writing: Writing): string[][] => {
  const { exam, performed } = writing;
  const visit = visitColumns(writing);
  const rows = exam.scans.flatMap((scan) =>
    scan.rows.map((row) => [
      ...visit.map(([, cell]) => cell),
      ...measuredColumns.map(([heading, cell]) =>
        numbers.has(heading) ? consoleNumber(cell(row, scan), performed.device) : cell(row, scan),
      ),
    ]),
  );
  return [[...visit.map(([heading]) => heading), ...measuredColumns.map(([heading]) => heading)], ...rows];
};

/** One file of a visit; in UTF-8 with its mark where the decimal is a point, in Windows' Western code page where it is a comma. */
export const writeNorland = (writing: Writing): Written[] => {
  const isComma = writing.performed.device.decimal === ',';
  const separator = isComma ? ';' : ',';
  const text = norlandTable(writing)
    .map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator))
    .join('\r\n');
  const bytes = isComma ? iconv.encode(`${text}\r\n`, 'windows-1252') : Buffer.from(`\ufeff${text}\r\n`, 'utf8');
  return [{ name: 'EXPORT.CSV', text: bytes }];
};
