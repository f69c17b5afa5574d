import { container, imageWith, num, reportWith, roi, rowItem, text, xmlOf } from '../testing/console.js';
import { area, bmd, hologicObject, pageOf, spineHeadings, tableOf } from '../testing/hologic.js';
import type { ResultsObject } from '../object-read.js';

const bytesOf = ({ bytes }: ResultsObject): Uint8Array => {
  if (typeof bytes === 'function') throw new Error('seeds have their bytes');
  return bytes;
};

const neck = { BMD: '0.712', BMD_TSCORE: '-2.3', BMD_ZSCORE: '-0.9', BMC: '3.46', AREA: '4.86' };
const trend =
  '<TREND region="L1-L4"><EXAM date="02/03/2026"><BMD>0.912</BMD><CHANGE type="X"><BMD units="%">-0.9</BMD></CHANGE></EXAM></TREND>';

const geXml = [
  xmlOf('DualFemur', roi('Neck Left', neck) + roi('Total Right', { BMD: '0,801' })),
  xmlOf('AP Spine', roi('L1', { BMD: '0.905', BMC: '11.31', AREA: '12.50' }) + roi('L1-L4', { BMD: '912' }) + trend),
  xmlOf('Left Forearm', roi('Radius 33%', { BMD: '0.600' })),
];

const exam = (date: string): string =>
  `<EXAM><EXAM_DATE>${date}</EXAM_DATE><BMD>0.912</BMD><YAT>-2.2</YAT><AMZ>-0.5</AMZ></EXAM>`;
const olderGeXml = [
  '<DENSITOMETRY_RESULTS><CURRENT_EXAM><SCAN type="AP Spine"><TREND><TREND_ROI>L1-L4</TREND_ROI><BASELINE_EXAM_DATE>26/02/2024' +
    `</BASELINE_EXAM_DATE>${exam('26/02/2024')}${exam('02/03/2026')}</TREND></SCAN></CURRENT_EXAM></DENSITOMETRY_RESULTS>`,
];

const hologic = [
  pageOf(
    { ScanMode: 'a Lumbar Spine', TableNote1: 'T-score vs. White Female. Source: 2012 BMDCS/NHANES', Scan: '02March2026 - A' },
    tableOf('ResultsTable1', [
      spineHeadings,
      ['L1', '12.50', '11.31', '0.905', '-1.9', '80', '-0.3', '96'],
      ['L2', '13.90', '12.65', '0.910', '-2.2', '79', '-0.5', '94'],
      ['Total', '26.40', '23.96', '0.908', '-2.0', '', '-0.4', ''],
    ]),
    tableOf('ResultsTable2', [
      ['10-year Fracture Risk', ''],
      ['Major Osteoporotic Fracture', '14.2%'],
      ['Hip Fracture', '3.4%'],
    ]),
  ),
  pageOf(
    { ScanMode: 'Dual Hip', Scan: '02March2026 - A' },
    tableOf('ResultsTable1', [
      ['', 'Left', 'Right', 'Mean'],
      ['Total BMD', '0.800', '0.820', '0.810'],
    ]),
    tableOf('ResultsTable2', [
      ['Region', area, bmd],
      ['Neck (Left)', '4.86', '0.712'],
    ]),
  ),
];

const csv = [
  'Region,Site,Side,BMD (g/cm2),T-score,Patient ID,Birth date,Sex,Date\nL1-L4,AP Spine,,0.912,-2.2,P-1,1958-11-20,F,2026-03-02\n',
  'ROI;Scan;Side;BMD_g_cm2;Z;Date;Manufacturer\r\nNeck;Hip;left;0,712;-0,9;02.03.2026;Norland\r\n"Total";Hip;right;0,8;;02.03.2026;Norland\r\n',
];

const report = reportWith({
  DualFemur: [rowItem({ region: 'Neck Left', numbers: { BMD: '0.712', BMC: '3.46' }, texts: { BMD_TSCORE: '-2.3' } })],
  'AP Spine': [container('Trend L1-L4', [container('02/03/2026', [num('BMD', '0.912')])])],
});
const generic = reportWith(
  {},
  {
    ...container('Imaging Measurements', [
      container('Left Hip', [container('Neck', [num('BMD', '0.712'), num('T-score', '-2.3', '1')]), text('Region', 'Neck')]),
    ]),
  },
);

/** A PDF of one page as small as it can be, in letters, so that changes hit its objects and not a checksum. */
const pdf = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
  '4 0 obj<</Length 190>>stream',
  'BT /F1 10 Tf 20 180 Td (AP Spine) Tj 0 -30 Td (Region) Tj 80 0 Td (BMD) Tj 80 0 Td (T-score) Tj',
  '-160 -15 Td (L1-L4) Tj 80 0 Td (0.912) Tj 80 0 Td (-2.2) Tj ET',
  'endstream endobj',
  '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
  'trailer<</Root 1 0 R/Size 6>>',
  '%%EOF',
].join('\n');

/** Objects and documents of every dialect, all of invented patients. */
export const seeds = {
  geXml,
  olderGeXml,
  hologic,
  csv,
  pdf,
  files: [
    bytesOf(imageWith(geXml[0] ?? '')),
    bytesOf(imageWith(olderGeXml[0] ?? '')),
    bytesOf(report),
    bytesOf(generic),
    bytesOf(hologicObject(hologic[0] ?? '', { StudyDate: '20260302' })),
  ],
};
