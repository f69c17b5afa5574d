/** A report page as a console draws it: title, headings in one or two lines, rows; positions in points. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const rowOf = (cells: readonly string[], xs: readonly number[], y: number): DrawnText[] =>
  cells.flatMap((text, at) => (text === '' ? [] : [{ text, x: xs[at] ?? 0, y }]));

/** Lays lines of cells under a title: columns at `xs`, 18 points a line. */
export const drawPage = (title: string, xs: readonly number[], lines: readonly (readonly string[])[]): DrawnText[] => [
  { text: 'North Hospital', x: 40, y: 40 },
  { text: title, x: 40, y: 80 },
  ...lines.flatMap((cells, at) => rowOf(cells, xs, 120 + at * 18)),
];

/** The spine of a Hologic page, as its layout is: Region, Area, BMC, BMD, T, PR, Z, AM. */
export const hologicSpinePage = drawPage(
  'Lumbar Spine',
  [40, 100, 160, 220, 290, 350, 400, 460],
  [
    ['Region', 'Area', 'BMC', 'BMD', 'T-score', 'PR', 'Z-score', 'AM'],
    ['', '(cm2)', '(g)', '(g/cm2)', '', '(%)', '', '(%)'],
    ['L1', '12.50', '11.31', '0.905', '-0.2', '98', '1.3', '119'],
    ['L2', '13.90', '12.65', '0.910', '-1.1', '89', '0.5', '106'],
    ['L3', '15.10', '13.59', '0.900', '-1.7', '83', '0.1', '101'],
    ['L4', '15.90', '14.95', '0.940', '-1.1', '88', '0.6', '107'],
    ['L1-L4', '57.40', '52.50', '0.915', '-1.2', '87', '0.5', '106'],
  ],
);

/** The neck and total of a GE page, with headings in two lines. */
export const geHipPage = drawPage(
  'Left Femur Bone Density',
  [40, 130, 230, 300, 380, 450],
  [
    ['', 'BMD', 'Young-Adult', '', 'Age-Matched', ''],
    ['Region', '(g/cm2)', '(%)', 'T-score', '(%)', 'Z-score'],
    ['Neck', '0.826', '80', '-1.5', '114', '0.7'],
    ['Total', '0.882', '88', '-1.0', '110', '0.6'],
  ],
);
