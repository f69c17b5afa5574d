import { textOf } from '@osteon/dicom';
import { norlandRegion, standardised } from '../dialects/norland-csv.js';
import type { Writing } from '../dialects/written.js';
import { yearsBetween } from '../lives/days.js';
import type { Scan } from '../measure/scan.js';
import { consoleDate } from '../performed.js';
import { labelled, tabled, WIDTH, type Page } from './page.js';

const columns = [44, 122, 200, 268, 340, 404, 474, 540] as const;
const headings = [
  ['', 'BMD', 'BMC', 'Area', 'Young Ref.', '', 'Age Match', ''],
  ['Region', '(g/cm²)', '(g)', '(cm²)', '(%)', 'T-Score', '(%)', 'Z-Score'],
];

const scanTitle = ({ site, side }: Scan): string => {
  if (site === 'lumbar-spine') return 'AP Spine';
  return `${side === 'right' ? 'Right' : 'Left'} ${site === 'hip' ? 'Hip' : 'Forearm'}`;
};

const who = ({ exam, performed: { device } }: Writing): (readonly [string, string])[] => {
  const { person, day, item } = exam;
  return [
    ['Patient:', person.name.replace('^', ', ')],
    ['ID:', textOf(item, 'PatientID') ?? ''],
    ['Born:', `${consoleDate(person.birthDate, device.dateOrder)}   Age ${Math.floor(yearsBetween(person.birthDate, day))}`],
    ['Sex:', `${person.sex === 'female' ? 'Female' : 'Male'}   Ethnic: C`],
    ['Height:', `${person.heightCm} cm`],
    ['Weight:', `${person.weightKg} kg`],
    ['Scan date:', consoleDate(day, device.dateOrder)],
    ['System:', `${device.ManufacturerModelName} ${device.DeviceSerialNumber}`],
  ];
};

const referenceOf = ({ rows }: Scan): string => {
  const against = rows.find(({ tReference }) => tReference !== undefined)?.tReference;
  return against === undefined ? '' : `Reference: ${against.name}  ${against.sex === 'male' ? 'Male' : 'Female'}  C`;
};

const pageOf = (writing: Writing, scan: Scan): Page => {
  const { device } = writing.performed;
  const rows = scan.rows.map((row) => {
    const { bmd, bmc, area, pya, t, pam, z } = row.printed;
    return [norlandRegion(row), ...[bmd, bmc, area, pya, t, pam, z].map((value) => value ?? '')];
  });
  const total = scan.rows.at(-1);
  const end = 190 + (rows.length + 2) * 17;
  return {
    width: WIDTH,
    height: end + 66,
    lines: [{ x: 36, y: 46, width: 540 }],
    texts: [
      { x: 36, y: 36, text: `${device.InstitutionName}   Illuminatus ${device.SoftwareVersions}`, size: 13, isBold: true },
      ...labelled(who(writing), 68),
      { x: 36, y: 164, text: scanTitle(scan), size: 12, isBold: true },
      ...tabled(headings, rows, { from: 190, columns, step: 17 }),
      ...(scan.site === 'lumbar-spine' && total
        ? [{ x: 36, y: end + 20, text: `Total sBMD ${standardised(total)} mg/cm²`, size: 9.5 }]
        : []),
      { x: 36, y: end + 36, text: referenceOf(scan), size: 8 },
    ],
  };
};

/** The pages of an exam as Illuminatus prints them, one for each scan. */
export const norlandPages = (writing: Writing): { readonly protocol: string; readonly page: Page }[] =>
  writing.exam.scans.map((scan) => ({ protocol: scanTitle(scan), page: pageOf(writing, scan) }));
