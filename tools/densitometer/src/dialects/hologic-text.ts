import { yearsBetween } from '../lives/days.js';
import type { Printed, Row, Scan } from '../measure/scan.js';
import { textOf, type Keywords } from '@osteon/dicom';
import { consoleDate, type Performed } from '../performed.js';
import type { Exam } from '../make/exam.js';
import { regionOf } from '../measure/vertebrae.js';
import { levels } from '../lives/bones-on.js';

const regionNames: Readonly<Record<string, string>> = {
  'femoral-neck': 'Neck',
  trochanter: 'Troch',
  intertrochanter: 'Inter',
  'total-hip': 'Total',
  wards: "Ward's",
  'radius-33': '1/3',
  'radius-mid': 'MID',
  'radius-ud': 'UD',
  head: 'Head',
  subtotal: 'Subtotal',
  total: 'Total',
};

const whole = regionOf(levels);

/** What APEX calls the row; older versions call the whole spine Total. */
export const hologicRegion = ({ region }: Row, { SoftwareVersions }: Performed['device']): string =>
  region === whole && SoftwareVersions.startsWith('13.2') ? 'Total' : (regionNames[region] ?? region);

/** What APEX calls the scan; `a` marks an array scan. */
export const hologicScanName = ({ site, side }: Scan): string => {
  switch (site) {
    case 'lumbar-spine':
      return 'a Lumbar Spine';
    case 'hip':
      return side === 'right' ? 'a Right Hip' : 'a Left Hip';
    case 'forearm':
      return side === 'right' ? 'a Right Forearm' : 'a Left Forearm';
    case 'whole-body':
    case 'whole-body-less-head':
      return 'a Whole Body';
  }
};

type Column = readonly [heading: string, cell: (row: Row) => string];

const value =
  (name: keyof Printed) =>
  (row: Row): string =>
    row.printed[name] ?? '';
/** A blank T is one space in some cells and nothing in others. */
const score =
  (name: 't' | 'z') =>
  (row: Row): string =>
    row.printed[name] ?? (row.region.length % 2 === 0 ? ' ' : '');

const squared = '<sup><small>2</small></sup>';
const measured: readonly Column[] = [
  [`Area[cm${squared}]`, value('area')],
  ['BMC[g]', value('bmc')],
  [`BMD[g/cm${squared}]`, value('bmd')],
];

const axial: readonly Column[] = [
  ...measured,
  ['T -<br>score', score('t')],
  ['PR<br>[%]', value('pya')],
  ['Z -<br>score', score('z')],
  ['AM<br>[%]', value('pam')],
];

const grams =
  (share: number) =>
  ({ printed }: Row): string =>
    (Number(printed.bmc ?? 0) * share).toFixed(1);
const body: readonly Column[] = [
  ...measured,
  ['Fat[g]', grams(8.1)],
  ['Lean[g]', grams(17.4)],
  ['Lean+BMC[g]', grams(18.4)],
  ['Total Mass[g]', grams(26.5)],
  ['% Fat', () => '30.6'],
  ['T -<br>score', score('t')],
  ['Z -<br>score', score('z')],
];

/** The table of a scan, its heading first; a whole body has other columns than spine and hip. */
export const hologicTable = (scan: Scan, device: Performed['device']): string[][] => {
  const columns: readonly Column[] = [
    ['Region', (row) => hologicRegion(row, device)],
    ...(scan.site === 'whole-body' ? body : axial),
  ];
  return [columns.map(([heading]) => heading), ...scan.rows.map((row) => columns.map(([, cell]) => cell(row)))];
};

const assignment = (name: string, text: string): string => `${name} = "${text}";`;

const tableText = (number: number, table: readonly (readonly string[])[]): string[] =>
  table.flatMap((cells, row) => cells.map((cell, column) => assignment(`ResultsTable${number}[ ${row}][ ${column}]`, cell)));

/** FRAX in a table of its own: the hip's risk is text, the other stands only in the picture. */
const fraxTable = ({ person, day }: Exam): string[][] => {
  const age = yearsBetween(person.birthDate, day);
  if (age < 40 || age > 90) return [];
  return [
    ['10-year Fracture Risk<sup>1</sup>', '', ''],
    ['Major Osteoporotic Fracture', '', ' '],
    ['Hip Fracture', '', `${(0.2 + (age - 40) * 0.07).toFixed(1)}%`],
  ];
};

const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 04December2019, whatever the country. */
const scanDate = (day: string): string => `${day.slice(8)}${longMonths[Number(day.slice(5, 7)) - 1]}${day.slice(0, 4)}`;

/** Whom APEX compares with, in words of its page. */
export const referenceNote = (scan: Scan): string => {
  const against = scan.rows.find(({ tReference }) => tReference !== undefined)?.tReference;
  if (against === undefined) return 'Z-score vs. White Female. Source: 2012 BMDCS/NHANES White Female';
  const who = `White ${against.sex === 'male' ? 'Male' : 'Female'}`;
  return `T-score vs. ${who}. Source: ${against.name} ${who}`;
};

const patientText = (item: Keywords, { exam, performed }: { readonly exam: Exam; readonly performed: Performed }): string[] => {
  const birth = textOf(item, 'PatientBirthDate') ?? '';
  const born = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`;
  return [
    assignment('PatientName', (textOf(item, 'PatientName') ?? '').replace('^', ', ')),
    assignment('PatientID', textOf(item, 'PatientID') ?? ''),
    assignment('PatientSex', textOf(item, 'PatientSex') === 'M' ? 'Male' : 'Female'),
    assignment('Ethnicity', textOf(item, 'EthnicGroup') ?? ''),
    assignment('Height', `${(100 * Number(textOf(item, 'PatientSize') ?? 0)).toFixed(1)} cm`),
    assignment('Weight', `${Number(textOf(item, 'PatientWeight') ?? 0).toFixed(1)}  kg`),
    assignment('DOB', consoleDate(born, performed.device.dateOrder)),
    assignment('Age', String(Math.floor(yearsBetween(born, exam.day)))),
  ];
};

/** What APEX writes into its private element of one scan: XML, then assignments, line by line (CRLF). */
export const hologicText = (
  scan: Scan,
  number: number,
  { exam, performed, item = exam.item }: { readonly exam: Exam; readonly performed: Performed; readonly item?: Keywords },
): string => {
  const { device } = performed;
  const lines = [
    '<HologicHeader1><Version>1</Version></HologicHeader1>',
    '<JavaScriptFile>',
    ...patientText(item, { exam, performed }),
    assignment(
      'Scan',
      `${scanDate(exam.day)} - A${exam.day.slice(5).replace('-', '')}${exam.day.slice(2, 4)}${String(number).padStart(2, '0')}D`,
    ),
    assignment('ScanMode', hologicScanName(scan)),
    assignment('AnalProtocol', hologicScanName(scan).slice(2)),
    assignment('Institution', device.InstitutionName),
    assignment('ReferringPhysician', ''),
    ...tableText(1, hologicTable(scan, device)),
    ...(scan.site === 'hip' ? tableText(2, fraxTable(exam)) : []),
    assignment('TableNote1', 'ACF = 1.023, BCF = 0.987, TH = 6.312'),
    assignment('TableNote2', referenceNote(scan)),
    'ImageXPos = 12;',
    'ImageYPos = 40;',
    'ImageXSize = 232;',
    'ImageYSize = 200;',
    '</JavaScriptFile>',
    '',
  ];
  return lines.join('\r\n');
};
