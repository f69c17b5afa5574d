import { textOf } from '@osteon/dicom';
import { geRegionName, geScanName } from '../dialects/ge-scans.js';
import type { Writing } from '../dialects/written.js';
import { yearsBetween } from '../lives/days.js';
import type { Scan } from '../measure/scan.js';
import { consoleDate, consoleNumber } from '../performed.js';
import { labelled, tabled, WIDTH, type Page } from './page.js';

const columns = [44, 142, 214, 282, 350, 418, 484, 546] as const;
const headings = [
  ['', 'BMD', 'Young-Adult', '', 'Age-Matched', '', 'BMC', 'Area'],
  ['Region', '(g/cm²)', '(%)', 'T-score', '(%)', 'Z-score', '(g)', '(cm²)'],
];

const who = ({ exam, performed: { device } }: Writing): (readonly [string, string])[] => {
  const { person, day, item } = exam;
  const size = `${consoleNumber(person.heightCm.toFixed(1), device)} cm   ${consoleNumber(person.weightKg.toFixed(1), device)} kg`;
  return [
    ['Patient:', person.name.replace('^', ', ')],
    ['Patient ID:', textOf(item, 'PatientID') ?? ''],
    [
      'Birth Date:',
      `${consoleDate(person.birthDate, device.dateOrder)}   ${Math.floor(yearsBetween(person.birthDate, day))} years`,
    ],
    ['Measured:', consoleDate(day, device.dateOrder)],
    ['Height / Weight:', size],
    ['Analyzed:', `${consoleDate(day, device.dateOrder)}   (${device.SoftwareVersions})`],
    ['Sex / Ethnic:', `${person.sex === 'female' ? 'Female' : 'Male'}   ${person.ethnicGroup}`],
    ['Accession:', textOf(item, 'AccessionNumber') ?? ''],
  ];
};

const titles: Readonly<Record<string, string>> = {
  'AP Spine': 'AP Spine Bone Density',
  DualFemur: 'DualFemur Bone Density',
  'Total Body': 'Total Body Bone Density',
};

const pageOf = (writing: Writing, name: string, scans: readonly Scan[]): Page => {
  const { performed } = writing;
  const { device } = performed;
  const dash = (value: string | undefined): string => (value === undefined ? '-' : consoleNumber(value, device));
  const rows = scans.flatMap((scan) =>
    scan.rows.map((row) => {
      const { bmd, pya, t, pam, z, bmc, area } = row.printed;
      return [geRegionName(row, scan, name), ...[bmd, pya, t, pam, z, bmc, area].map(dash)];
    }),
  );
  const from = 178;
  const end = from + (rows.length + 2) * 17;
  return {
    width: WIDTH,
    height: end + 56,
    lines: [
      { x: 36, y: 58, width: 540 },
      { x: 36, y: 150, width: 540 },
      { x: 36, y: from + 24, width: 540 },
    ],
    texts: [
      { x: 36, y: 34, text: device.InstitutionName, size: 14, isBold: true },
      { x: 36, y: 50, text: `${device.Manufacturer} ${device.ManufacturerModelName}   ${device.DeviceSerialNumber}`, size: 9.5 },
      ...labelled(who(writing), 78),
      { x: 36, y: 164, text: `ANCILLARY RESULTS [${titles[name] ?? `${name} Bone Density`}]`, size: 10.5, isBold: true },
      ...tabled(headings, rows, { from: from + 4, columns, step: 17 }),
      { x: 36, y: end + 22, text: 'Matched for Age, Sex, Weight (females 25-100 kg), Ethnic', size: 8 },
      { x: 36, y: end + 34, text: `USA (Combined NHANES/Lunar) ${name} Reference Population (v113)`, size: 8 },
    ],
  };
};

/** The pages of an exam as enCORE prints them: one for each scan, both hips on one. */
export const gePages = (writing: Writing): { readonly protocol: string; readonly page: Page }[] => {
  const { scans } = writing.exam;
  const names = [...new Set(scans.map((scan) => geScanName(scan, scans)))];
  return names.map((name) => ({
    protocol: name,
    page: pageOf(
      writing,
      name,
      scans.filter((scan) => geScanName(scan, scans) === name),
    ),
  }));
};
