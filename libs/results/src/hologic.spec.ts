import { readHere as readResults } from './testing/read-here.js';
import type { Study } from './study.js';
import { area, bmd, hologicObject, pageOf, spineHeadings, tableOf } from './testing/hologic.js';

const study = async (...given: Parameters<typeof hologicObject>): Promise<Study> => {
  const [only] = (await readResults([hologicObject(...given)])).studies;
  if (only === undefined) throw new Error('no study');
  return only;
};

const codes = ({ problems }: Study): string[] => problems.map(({ code }) => code);
const rows = ({ scans }: Study): string[] =>
  scans.flatMap(({ site, side, regions }) =>
    regions.map(({ region, bmd: density, bmc, area: size, tScore, zScore }) =>
      [site, side, region, density, bmc, size, tScore, zScore].filter((each) => each !== undefined).join(' '),
    ),
  );

const l1 = ['L1', '12.50', '11.31', '0.905', '-1.9', '80', '-0.3', '96'];
const l2 = ['L2', '13.90', '12.65', '0.910', '-2.2', '79', '-0.5', '94'];
const l4 = ['L4', '15.00', '14.70', '0.980', '-1.6', '85', '0.1', '101'];
const spine = (...body: string[][]): string =>
  pageOf({ ScanMode: 'a Lumbar Spine' }, tableOf('ResultsTable1', [spineHeadings, ...body]));

describe('a Hologic spine', () => {
  test('is read by its headings, with units, mode and place of each value', async () => {
    const read = await study(spine(l1, l2));
    expect(rows(read)).toEqual(['lumbar-spine L1 0.905 11.31 12.5 -1.9 -0.3', 'lumbar-spine L2 0.91 12.65 13.9 -2.2 -0.5']);
    expect(read.scans[0]?.mode).toBe('a Lumbar Spine');
    expect(read.scans[0]?.regions[0]?.sources).toEqual([
      { kind: 'hologic-private', sopInstanceUID: '1.2.5.1', at: '(0019,1000)/ResultsTable1[Region=L1]' },
    ]);
    expect(codes(read)).toEqual([]);
  });

  test('keeps its numbers where the columns stand in another order', async () => {
    const turned = (cells: readonly string[]): string[] => [0, 6, 4, 3, 2, 1].map((at) => cells[at] ?? '');
    const page = pageOf({ ScanMode: 'a Lumbar Spine' }, tableOf('ResultsTable1', [turned(spineHeadings), turned(l1)]));
    expect(rows(await study(page))).toEqual(['lumbar-spine L1 0.905 11.31 12.5 -1.9 -0.3']);
  });

  test('has combinations without a neighbour as they are written', async () => {
    const page = spine(...['L1,L3', 'L1-L2,L4', 'L1,L3-L4', 'L2,L4'].map((name) => [name, '', '', '0.900', '', '', '', '']));
    expect((await study(page)).scans[0]?.regions.map(({ region }) => region)).toEqual(['L1,L3', 'L1-L2,L4', 'L1,L3-L4', 'L2,L4']);
  });

  test('has a total of those vertebrae that sum up to it, and of none where they do not', async () => {
    expect(rows(await study(spine(l1, l2, l4, ['Total', '41.40', '38.66', '0.934', '-1.9', '', '-0.2', ''])))).toContain(
      'lumbar-spine L1-L2,L4 0.934 38.66 41.4 -1.9 -0.2',
    );
    expect(codes(await study(spine(l1, l2, ['Total', '41.40', '38.66', '0.990', '-1.9', '', '-0.2', ''])))).toEqual([
      'UNKNOWN_REGION',
    ]);
  });

  test('without T-scores for a young woman has none, and none is 0', async () => {
    const read = await study(spine(['L1', '12.50', '11.31', '0.905', ' ', '', '-0.3', '']));
    expect(rows(read)).toEqual(['lumbar-spine L1 0.905 11.31 12.5 -0.3']);
    expect(codes(read)).toEqual([]);
  });

  test('names its references', async () => {
    const note =
      'T-score vs. White Female. Source: 2012 BMDCS/NHANES White Female. Z-score vs. White Female. Source: 2012 BMDCS/NHANES';
    const page = pageOf({ ScanMode: 'a Lumbar Spine', TableNote2: note }, tableOf('ResultsTable1', [spineHeadings, l1]));
    expect((await study(page)).scans[0]?.regions[0]).toMatchObject({
      tReference: { name: '2012 BMDCS/NHANES White Female', sex: 'female', ethnicity: 'white' },
      zReference: { name: 'White Female, 2012 BMDCS/NHANES', sex: 'female', ethnicity: 'white' },
    });
  });
});

describe('other pages', () => {
  test('a hip of one side', async () => {
    const table = tableOf('ResultsTable1', [
      spineHeadings,
      ['Neck', '4.86', '3.46', '0.712', '-1.2', '', '0.1', ''],
      ['Troch', '10.00', '6.50', '0.650', '', '', '', ''],
      ['Total', '33.00', '26.40', '0.800', '-1.2', '', '0.0', ''],
    ]);
    expect(rows(await study(pageOf({ ScanMode: 'a Left Hip' }, table)))).toEqual([
      'hip left femoral-neck 0.712 3.46 4.86 -1.2 0.1',
      'hip left trochanter 0.65 6.5 10',
      'hip left total-hip 0.8 26.4 33 -1.2 0',
    ]);
    expect(codes(await study(pageOf({ ScanMode: 'Hip' }, table)))).toContain('SIDE_MISSING');
    expect(codes(await study(pageOf({ ScanMode: 'a Left Hip' }, table), { Laterality: 'R' }))).toContain('SIDE_MISSING');
  });

  test('both hips with their mean, as rows', async () => {
    const table = tableOf('ResultsTable1', [
      ['Region', bmd, 'T - score'],
      ['Neck', '', ''],
      ['Left', '0.712', '-1.2'],
      ['Right', '0.730', '-1.1'],
      ['Mean', '0.721', '-1.2'],
      ['|Diff.|', '0.018', '0.1'],
      ['Total (Left)', '0.800', '-1.2'],
    ]);
    expect(rows(await study(pageOf({ ScanMode: 'Dual Hip' }, table)))).toEqual([
      'hip left femoral-neck 0.712 -1.2',
      'hip left total-hip 0.8 -1.2',
      'hip right femoral-neck 0.73 -1.1',
      'hip both mean-femoral-neck 0.721 -1.2',
    ]);
  });

  test('both hips with their mean, as columns, where the mean is the mean', async () => {
    const table = (mean: string): string =>
      tableOf('ResultsTable1', [
        ['', 'Left', 'Right', 'Mean', '|Diff.|'],
        ['Total BMD', '0.800', '0.820', mean, '0.020'],
      ]);
    expect(rows(await study(pageOf({ ScanMode: 'Dual Hip' }, table('0.810'))))).toEqual([
      'hip left total-hip 0.8',
      'hip right total-hip 0.82',
      'hip both mean-total-hip 0.81',
    ]);
    expect(rows(await study(pageOf({ ScanMode: 'Dual Hip' }, table('0.830'))))).toEqual([]);
  });

  test('a whole body, whose scores stand in columns of their own, beside its composition', async () => {
    const page = pageOf(
      { ScanMode: 'a Whole Body' },
      tableOf('ResultsTable1', [
        ['Region', area, 'BMC[(g)]', bmd, '', '', '', '', '', 'T-score', 'Z-score'],
        ['L Arm', '200.00', '150.00', '0.750', '', '', '', '', '', '', ''],
        ['Subtotal', '1800.00', '1710.00', '0.950', '', '', '', '', '', '', ''],
        ['Total', '2000.00', '2100.00', '1.050', '', '', '', '', '', '-0.8', '0.2'],
      ]),
      tableOf('ResultsTable2', [
        ['Region', 'BMC[(g)]', 'Fat[(g)]'],
        ['Total', '2100.00', '30000'],
      ]),
    );
    expect(rows(await study(page))).toEqual([
      'whole-body left-arm 0.75 150 200',
      'whole-body subtotal 0.95 1710 1800',
      'whole-body total 1.05 2100 2000 -0.8 0.2',
    ]);
  });

  test('a forearm', async () => {
    const table = tableOf('ResultsTable1', [spineHeadings, ['Radius 1/3', '2.00', '1.20', '0.600', '-1.5', '', '-0.2', '']]);
    expect(rows(await study(pageOf({ ScanMode: 'Left Forearm' }, table)))).toEqual([
      'forearm left radius-33 0.6 1.2 2 -1.5 -0.2',
    ]);
  });

  test('FRAX by its words, and not where a row has two percentages', async () => {
    const frax = (...hip: string[]): string =>
      spine(l1) +
      tableOf('ResultsTable2', [
        ['10-year Fracture Risk', '', ''],
        ['Major Osteoporotic Fracture', '', '14.2%'],
        ['Hip Fracture', ...hip],
      ]);
    expect((await study(frax('', '3.4%'))).deviceFrax).toMatchObject({ majorPercent: 14.2, hipPercent: 3.4 });
    expect((await study(frax('2.0%', '3.4%'))).deviceFrax).not.toHaveProperty('hipPercent');
  });
});

describe('private elements', () => {
  test('hold the page at either tag, in any block of the maker, as bytes or as text', async () => {
    const page = spine(l1);
    for (const tags of [
      { '00210010': 'HOLOGIC', '00211001': page },
      { '00190010': 'SOMEBODY', '00190011': 'HOLOGIC', '00191100': Buffer.from(page) },
    ])
      expect(rows(await study(page, {}, tags))).toHaveLength(1);
  });

  test.each([
    ['another creator', { '00190010': 'SOMEBODY', '00191000': spine(l1) }],
    ['another element', { '00190010': 'HOLOGIC', '00191001': spine(l1) }],
    ['other content, as mammography has', { '00190010': 'HOLOGIC, Inc.', '00191000': 'kVp 28' }],
  ])('of %s are nothing', async (_what, tags) => {
    expect(codes(await study('', {}, tags))).toEqual(['NO_RESULTS']);
  });
});

describe('a page that is not taken', () => {
  test.each([
    ['cut off', spine(l1).slice(0, -4), 'TRUNCATED'],
    [
      'of another patient by birth date',
      pageOf({ ScanMode: 'a Lumbar Spine', DOB: '21.11.1958' }, tableOf('ResultsTable1', [spineHeadings, l1])),
      'TWO_PATIENTS',
    ],
    [
      'of another patient by sex',
      pageOf({ ScanMode: 'a Lumbar Spine', PatientSex: 'Male' }, tableOf('ResultsTable1', [spineHeadings, l1])),
      'TWO_PATIENTS',
    ],
    [
      'of another day',
      pageOf({ ScanMode: 'a Lumbar Spine', Scan: '05December2019 - A1205190D' }, tableOf('ResultsTable1', [spineHeadings, l1])),
      'DATE_AMBIGUOUS',
    ],
    ['of no known site', pageOf({ ScanMode: 'Ortho Knee' }, tableOf('ResultsTable1', [spineHeadings, l1])), 'UNKNOWN_SITE'],
    [
      'of two sites',
      pageOf({ ScanMode: 'a Lumbar Spine', AnalProtocol: 'Left Hip' }, tableOf('ResultsTable1', [spineHeadings, l1])),
      'UNKNOWN_SITE',
    ],
  ])('%s', async (_what, page, code) => {
    const read = await study(page);
    expect(codes(read)).toContain(code);
    expect(rows(read)).toEqual([]);
  });

  test('its JavaScript is never run', async () => {
    const page = `${spine(l1)}\r\nthrow new Error("ran"); process.exit(9); ResultsTable1[1][3] = 0.1 + 0.2;`;
    expect(rows(await study(page))).toEqual(['lumbar-spine L1 0.905 11.31 12.5 -1.9 -0.3']);
  });
});
