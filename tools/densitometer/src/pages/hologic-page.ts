import { textOf } from '@osteon/dicom';
import { hologicRegion, hologicScanName, referenceNote } from '../dialects/hologic-text.js';
import { imaged, type Writing } from '../dialects/written.js';
import { yearsBetween } from '../lives/days.js';
import type { Scan } from '../measure/scan.js';
import { consoleDate, consoleNumber } from '../performed.js';
import { labelled, tabled, WIDTH, type Page } from './page.js';

const columns = [44, 122, 192, 258, 340, 404, 464, 530] as const;
const headings = [
  ['Region', 'Area', 'BMC', 'BMD', 'T -', 'PR', 'Z -', 'AM'],
  ['', '(cm²)', '(g)', '(g/cm²)', 'score', '(%)', 'score', '(%)'],
];

const who = ({ exam, performed: { device } }: Writing): (readonly [string, string])[] => {
  const { person, day, item } = exam;
  return [
    ['Name:', person.name.replace('^', ', ')],
    ['Sex:', person.sex === 'female' ? 'Female' : 'Male'],
    ['Patient ID:', textOf(item, 'PatientID') ?? ''],
    ['Ethnicity:', person.ethnicGroup],
    ['DOB:', consoleDate(person.birthDate, device.dateOrder)],
    ['Height:', `${person.heightCm.toFixed(1)} cm   Weight: ${person.weightKg.toFixed(1)} kg`],
    ['Age:', String(Math.floor(yearsBetween(person.birthDate, day)))],
    ['Referring:', ''],
  ];
};

const pageOf = (writing: Writing, scan: Scan, number: number): Page => {
  const { exam, performed } = writing;
  const { device } = performed;
  const shown = (value: string | undefined): string => (value === undefined ? '' : consoleNumber(value, device));
  const rows = scan.rows.map((row) => {
    const { area, bmc, bmd, t, pya, z, pam } = row.printed;
    return [hologicRegion(row, device), ...[area, bmc, bmd, t, pya, z, pam].map(shown)];
  });
  const from = 226;
  const end = from + (rows.length + 2) * 17;
  return {
    width: WIDTH,
    height: end + 66,
    lines: [
      { x: 36, y: 46, width: 540 },
      { x: 36, y: 202, width: 540 },
    ],
    texts: [
      { x: 36, y: 36, text: device.InstitutionName, size: 14, isBold: true },
      ...labelled(who(writing), 68),
      { x: 36, y: 140, text: 'Scan Information:', size: 10.5, isBold: true },
      ...labelled(
        [
          ['Scan Date:', consoleDate(exam.day, device.dateOrder)],
          ['ID:', `A${exam.day.slice(5).replace('-', '')}${exam.day.slice(2, 4)}${String(number).padStart(2, '0')}D`],
          ['Scan Type:', hologicScanName(scan)],
          ['Model:', `${device.ManufacturerModelName} (S/N ${device.DeviceSerialNumber})`],
          ['Analysis:', `${consoleDate(exam.day, device.dateOrder)}   Version ${device.SoftwareVersions}`],
        ],
        156,
      ),
      { x: 36, y: 218, text: 'DXA Results Summary:', size: 10.5, isBold: true },
      ...tabled(headings, rows, { from: from + 10, columns, step: 17 }),
      { x: 36, y: end + 28, text: 'Total BMD CV 1.0%, ACF = 1.023, BCF = 0.987, TH = 6.312', size: 8 },
      { x: 36, y: end + 42, text: referenceNote(scan), size: 8 },
    ],
  };
};

/** The pages of an exam as APEX prints them, one for each scan. */
export const hologicPages = (writing: Writing): { readonly protocol: string; readonly page: Page }[] =>
  imaged(writing.exam.scans).map((scan, at) => ({
    protocol: hologicScanName(scan).slice(2),
    page: pageOf(writing, scan, at + 1),
  }));
