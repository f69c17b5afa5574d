import type { ResultsObject } from './object-read.js';
import { readHere as readResults } from './testing/read-here.js';
import type { Study } from './study.js';
import { container, imageWith, num, reportWith, roi, rowItem, text, xmlOf } from './testing/console.js';

const study = async (...objects: ResultsObject[]): Promise<Study> => {
  const { studies } = await readResults(objects);
  const [only] = studies;
  if (only === undefined || studies.length > 1) throw new Error(`${studies.length} studies`);
  return only;
};

const codes = ({ problems }: Study): string[] => problems.map(({ code }) => code);

const rows = ({ scans }: Study): string[] =>
  scans.flatMap(({ site, side, regions }) =>
    regions.map(({ region, bmd, tScore, zScore }) =>
      [site, side, region, bmd, tScore, zScore].filter((each) => each !== undefined).join(' '),
    ),
  );

const exam = (date: string, bmd: string, t = '', z = ''): string =>
  `<EXAM><EXAM_DATE>${date}</EXAM_DATE><BMD>${bmd}</BMD><YAT>${t}</YAT><AMZ>${z}</AMZ>` +
  '<BMD_CHANGE><TYPE>ROC_VS_PREVIOUS</TYPE><VALUE>-0.9</VALUE></BMD_CHANGE></EXAM>';

const older = (scan: string, roiName: string, ...exams: string[]): string =>
  `<DENSITOMETRY_RESULTS><CURRENT_EXAM><SCAN type="${scan}"><TREND><TREND_ROI>${roiName}</TREND_ROI>` +
  `<BASELINE_EXAM_DATE>26/02/2024</BASELINE_EXAM_DATE>${exams.join('')}</TREND></SCAN></CURRENT_EXAM></DENSITOMETRY_RESULTS>`;

describe('the older XML', () => {
  const spine = older('AP Spine', 'L1-L4', exam('26/02/2024', '0.938'), exam('02/03/2026', '0.912', '-2.2', '-0.5'));

  test('has the current exam last, in a trend that stays one', async () => {
    const read = await study(imageWith(spine));
    expect(rows(read)).toEqual(['lumbar-spine L1-L4 0.912 -2.2 -0.5']);
    expect(read.deviceTrends).toEqual([
      {
        site: 'lumbar-spine',
        regions: 'L1-L4',
        points: [
          { date: '2024-02-26', bmd: 0.938 },
          { date: '2026-03-02', bmd: 0.912 },
        ],
      },
    ]);
    expect(read.scans[0]?.regions[0]?.sources).toEqual([
      { kind: 'ge-xml', sopInstanceUID: '1.2.3.1', at: 'SCAN[type=AP Spine]/TREND[roi=L1-L4]' },
    ]);
    expect(codes(read)).toEqual([]);
  });

  test('gives no number where its last exam is not the one of the day', async () => {
    const turned = older('AP Spine', 'L1-L4', exam('02/03/2026', '0.912', '-2.2'), exam('26/02/2024', '0.938', '-1.9'));
    expect(codes(await study(imageWith(turned)))).toEqual(['DATE_AMBIGUOUS', 'NO_RESULTS']);
    expect(rows(await study(imageWith(turned)))).toEqual([]);
  });

  test('cut off, with entities or too deep gives no number', async () => {
    expect(codes(await study(imageWith(spine.slice(0, -30))))).toEqual(['TRUNCATED', 'NO_RESULTS']);
    expect(codes(await study(imageWith(`<!DOCTYPE d>${spine}`)))).toEqual(['UNREADABLE', 'NO_RESULTS']);
    const deep = `<DENSITOMETRY_RESULTS>${'<a>'.repeat(40)}${'</a>'.repeat(40)}</DENSITOMETRY_RESULTS>`;
    expect(codes(await study(imageWith(deep)))).toEqual(['UNREADABLE', 'NO_RESULTS']);
  });

  test('agrees with the report, or is left out', async () => {
    const report = (t: string): ResultsObject =>
      reportWith({ 'AP Spine': [rowItem({ region: 'L1-L4', numbers: { BMD: '0.912' }, texts: { BMD_TSCORE: t } })] });
    expect(rows(await study(imageWith(spine), report('-2.2')))).toEqual(['lumbar-spine L1-L4 0.912 -2.2 -0.5']);
    expect(rows(await study(imageWith(spine), report('-2.1')))).toEqual(['lumbar-spine L1-L4 0.912 -0.5']);
  });
});

test('the XML can lie in the report object too, in either dialect', async () => {
  const neck = { 'Left Femur': [rowItem({ region: 'Neck', numbers: { BMD: '0.712' } })] };
  const both = await study(reportWith(neck, { ImageComments: xmlOf('Left Femur', roi('Neck', { BMD: '0.712' })) }));
  expect(both.scans[0]?.regions[0]?.sources?.map(({ kind }) => kind)).toEqual(['ge-xml', 'ge-sr']);
  const inOlder = older('Right Femur', 'Total', exam('02/03/2026', '0.801', '-1.6'));
  expect(rows(await study(reportWith({}, { ImageComments: inOlder })))).toEqual(['hip right total-hip 0.801 -1.6']);
});

describe('site and side', () => {
  const neck = xmlOf('Femur', roi('Neck', { BMD: '0.712' }));

  test.each([
    ['the Protocol Name', { ProtocolName: 'Left Femur' }, 'hip left femoral-neck 0.712'],
    [
      'the performed step where the protocol has a name of its own',
      { ProtocolName: 'Routine', PerformedProcedureStepDescription: 'Right Femur' },
      'hip right femoral-neck 0.712',
    ],
  ])('of a scan that does not say its side are those of %s', async (_where, names, row) => {
    expect(rows(await study(imageWith(neck, names)))).toEqual([row]);
  });

  test.each([
    ['of another site', { ProtocolName: 'Left Forearm' }],
    ['of no side', { ProtocolName: 'DualFemur' }],
    ['of nothing, with Laterality empty', { ProtocolName: '', Laterality: '' }],
  ])('a protocol %s gives none', async (_what, names) => {
    expect(codes(await study(imageWith(neck, names)))).toEqual(['SIDE_MISSING', 'NO_RESULTS']);
  });
});

describe('every kind of scan', () => {
  test.each([
    ['AP Spine', 'L2-L4', 'lumbar-spine L2-L4 0.8'],
    ['DualFemur', 'Total Right', 'hip right total-hip 0.8'],
    ['DualFemur', 'Total Mean', 'hip both mean-total-hip 0.8'],
    ['Left Femur', 'Neck', 'hip left femoral-neck 0.8'],
    ['Right Femur', 'Lower Neck', 'hip right lower-neck 0.8'],
    ['Left Forearm', 'Radius 33%', 'forearm left radius-33 0.8'],
    ['Right Forearm', 'Ulna UD', 'forearm right ulna-ud 0.8'],
    ['Total Body', 'Total', 'whole-body total 0.8'],
    ['Total Body', 'Head', 'whole-body head 0.8'],
    ['Total Body', 'Total Body Less Head', 'whole-body subtotal 0.8'],
    ['Total Body Less Head', 'Total', 'whole-body-less-head total 0.8'],
  ])('%s, %s', async (scan, region, row) => {
    const objects = [
      imageWith(xmlOf(scan, roi(region, { BMD: '0.8' })), { ProtocolName: scan }),
      reportWith({ [scan]: [rowItem({ region, numbers: { BMD: '0.8' } })] }),
    ];
    expect(rows(await study(...objects))).toEqual([row]);
  });
});

describe('a man', () => {
  const neck = (...rowsOfNeck: (readonly [t: string, reference: string])[]): ResultsObject =>
    reportWith(
      {
        DualFemur: rowsOfNeck.map(([t, reference]) =>
          container('Neck Left', [
            num('BMD', '0.826'),
            text('BMD_TSCORE', t),
            ...(reference ? [text('REFERENCE', reference)] : []),
          ]),
        ),
      },
      { PatientSex: 'M' },
    );

  test('keeps both rows where their references are named', async () => {
    const read = await study(neck(['-1.8', 'USA (Male)'], ['-1.5', 'USA (Female)']));
    expect(rows(read)).toEqual(['hip left femoral-neck 0.826 -1.5', 'hip left femoral-neck 0.826 -1.8']);
    expect(codes(read)).toEqual([]);
  });

  test('with a T-score against men alone is told', async () => {
    expect(codes(await study(neck(['-1.8', 'USA (Male)'])))).toEqual(['T_REFERENCE_NOT_FEMALE']);
  });

  test('keeps both where only arithmetic can say which is against women: 0.826 makes -1.5, in either order', async () => {
    const read = await study(neck(['-1.8', ''], ['-1.5', '']));
    expect(rows(read)).toEqual(['hip left femoral-neck 0.826 -1.5', 'hip left femoral-neck 0.826 -1.8']);
    expect(read.scans[0]?.regions.map(({ tReference }) => tReference?.sex)).toEqual(['female', 'male']);
    expect(codes(read)).toEqual([]);
    expect(rows(await study(neck(['-1.5', ''], ['-1.8', ''])))).toEqual(rows(read));
  });

  test.each([
    ['both could be it', ['-1.7', '-1.5']],
    ['neither could be it', ['-2.1', '-1.8']],
    ['it is there three times', ['-1.8', '-1.5', '-2.4']],
  ])('has no T-score where %s', async (_why, scores) => {
    const read = await study(neck(...scores.map((t) => [t, ''] as const)));
    expect(rows(read)).toEqual(['hip left femoral-neck 0.826']);
    expect(codes(read)).toEqual(['SOURCES_DISAGREE']);
  });

  test.each([
    ['of a region without a published reference', 'Wards Left', 'M', '0.826'],
    ['of two measurements', 'Neck Left', 'M', '0.827'],
    ['of a woman', 'Neck Left', 'F', '0.826'],
  ])('two T-scores %s are none', async (_what, region, PatientSex, bmd) => {
    const row = (t: string, itsBmd: string): ReturnType<typeof rowItem> =>
      rowItem({ region, numbers: { BMD: itsBmd }, texts: { BMD_TSCORE: t } });
    const read = await study(reportWith({ DualFemur: [row('-1.8', '0.826'), row('-1.5', bmd)] }, { PatientSex }));
    expect(read.scans[0]?.regions.map(({ tScore }) => tScore)).toEqual([undefined]);
    expect(codes(read)).toContain('SOURCES_DISAGREE');
  });

  test('has both rows from SR and XML, each settled by itself', async () => {
    const xml = xmlOf(
      'DualFemur',
      roi('Neck Left', { BMD: '0.826', BMD_TSCORE: '-1.8' }) + roi('Neck Left', { BMD: '0.826', BMD_TSCORE: '-1.5' }),
    );
    const read = await study(neck(['-1.8', ''], ['-1.5', '']), imageWith(xml, { PatientSex: 'M' }));
    expect(rows(read)).toEqual(['hip left femoral-neck 0.826 -1.5', 'hip left femoral-neck 0.826 -1.8']);
    expect(read.scans[0]?.regions.map(({ sources }) => sources?.length)).toEqual([2, 2]);
  });
});

describe('milligrams that nobody names', () => {
  const neck = (values: Record<string, string>): Promise<Study> => study(imageWith(xmlOf('Left Femur', roi('Neck', values))));

  test('are taken where content and area say the same', async () => {
    expect(rows(await neck({ BMD: '826', BMC: '5.08', AREA: '6.15' }))).toEqual(['hip left femoral-neck 0.826']);
  });

  test('are nothing where they do not, or are not there', async () => {
    expect(codes(await neck({ BMD: '826' }))).toContain('UNIT_UNKNOWN');
    expect(codes(await neck({ BMD: '826', BMC: '5.08', AREA: '9.15' }))).toContain('UNIT_UNKNOWN');
  });
});

describe('the dates of one document have one order', () => {
  const trendOf = (region: string, ...dates: string[]): ReturnType<typeof container> =>
    container(
      `Trend ${region}`,
      dates.map((date) => container(date, [num('BMD', '0.9')])),
    );
  const points = ({ deviceTrends }: Study): string[][] => deviceTrends.map((each) => each.points.map(({ date }) => date));

  test('what one trend shows settles the other', async () => {
    const read = await study(
      reportWith({ 'AP Spine': [trendOf('L1-L4', '04/05/2024'), trendOf('L2-L4', '26/02/2024', '05/04/2022')] }),
    );
    expect(points(read)).toEqual([['2024-05-04'], ['2024-02-26', '2022-04-05']]);
  });

  test('a trend of a dual femur is that of the side whose row has its BMD, and of none where both have it', async () => {
    const dual = (left: string, right: string): Promise<Study> =>
      study(
        reportWith({
          DualFemur: [
            rowItem({ region: 'Neck Left', numbers: { BMD: left } }),
            rowItem({ region: 'Neck Right', numbers: { BMD: right } }),
            container('Trend Neck', [
              container('02/03/2026', [num('BMD', '0.712')]),
              container('26/02/2024', [num('BMD', '0.7')]),
            ]),
          ],
        }),
      );
    expect((await dual('0.730', '0.712')).deviceTrends).toMatchObject([{ site: 'hip', side: 'right', regions: 'femoral-neck' }]);
    expect(codes(await dual('0.712', '0.712'))).toEqual(['SIDE_MISSING']);
  });

  test('a decimal comma puts the day first', async () => {
    const comma = container('Trend L1-L4', [
      container('04/05/2024', [text('BMD', '0,9')]),
      container('06/07/2022', [text('BMD', '0,95')]),
    ]);
    expect(points(await study(reportWith({ 'AP Spine': [comma] })))).toEqual([['2024-05-04', '2022-07-06']]);
  });

  test('a day that is the same in both orders needs nothing', async () => {
    expect(points(await study(reportWith({ 'AP Spine': [trendOf('L1-L4', '05/05/2024')] })))).toEqual([['2024-05-05']]);
  });
});
