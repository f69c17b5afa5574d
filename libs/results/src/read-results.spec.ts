import type { ResultsObject } from './object-read.js';
import { readHere as readResults } from './testing/read-here.js';
import type { Study } from './study.js';
import { container, imageWith, num, reportWith, roi, rowItem, text, xmlOf } from './testing/console.js';

const study = async (...objects: ResultsObject[]): Promise<Study> => {
  const { studies } = await readResults(objects);
  expect(studies).toHaveLength(1);
  const [only] = studies;
  if (only === undefined) throw new Error('no study');
  return only;
};

const codes = ({ problems }: Study): string[] => problems.map(({ code }) => code);

const rows = ({ scans }: Study): unknown[] =>
  scans.flatMap(({ site, side, regions }) =>
    regions.map(({ sources: _sources, ...row }) => ({ site, ...(side ? { side } : {}), ...row })),
  );

describe('a study of spine and hips, in SR and XML', () => {
  const reading = study(
    imageWith(
      xmlOf('DualFemur', roi('Neck Left', { BMD: '0.712', BMD_TSCORE: '-2.3', BMD_ZSCORE: '-0.9', BMC: '3.46', AREA: '4.86' })),
      { ProtocolName: 'Left Femur' },
    ),
    reportWith({
      'AP Spine': [rowItem({ region: 'L1-L4', numbers: { BMD: '0.912' }, texts: { BMD_TSCORE: '-2.2', BMD_ZSCORE: '-0.5' } })],
      DualFemur: [
        rowItem({ region: 'Neck Left', numbers: { BMD: '0.712' }, texts: { BMD_TSCORE: '-2.3' } }),
        rowItem({ region: 'Total Mean', numbers: { BMD: '0.770' } }),
      ],
    }),
  );

  test('each row has its place, its numbers and where they were found', async () => {
    const whole = await reading;
    expect(rows(whole)).toEqual([
      { site: 'hip', side: 'left', region: 'femoral-neck', bmd: 0.712, bmc: 3.46, area: 4.86, tScore: -2.3, zScore: -0.9 },
      { site: 'lumbar-spine', region: 'L1-L4', bmd: 0.912, tScore: -2.2, zScore: -0.5 },
      { site: 'hip', side: 'both', region: 'mean-total-hip', bmd: 0.77 },
    ]);
    expect(whole.scans[0]?.regions[0]?.sources).toEqual([
      { kind: 'ge-xml', sopInstanceUID: '1.2.3.1', at: 'SCAN[type=DualFemur]/ROI[region=Neck Left]' },
      { kind: 'ge-sr', sopInstanceUID: '1.2.3.9', at: 'DualFemur/Neck Left' },
    ]);
    expect(whole.problems).toEqual([]);
  });

  test('header, scanner and objects are those of the files', async () => {
    expect(await reading).toMatchObject({
      studyInstanceUID: '1.2.3',
      accessionNumber: 'A1',
      date: '2026-03-02',
      header: { patientId: '483920', sex: 'female', birthDate: '1958-11-20', heightCm: 162, weightKg: 64 },
      scanner: { manufacturer: 'GE Healthcare', model: 'Lunar iDXA', serial: 'ME+200123', software: '16.20.059' },
      objects: [
        { sopInstanceUID: '1.2.3.1', kind: 'image', site: 'hip', side: 'left' },
        { sopInstanceUID: '1.2.3.9', kind: 'results' },
      ],
    });
  });
});

describe('what two sources say differently', () => {
  const report = (bmd: string, t: string): ResultsObject =>
    reportWith({ 'Left Femur': [rowItem({ region: 'Neck', numbers: { BMD: bmd }, texts: { BMD_TSCORE: t } })] });
  const image = imageWith(xmlOf('Left Femur', roi('Neck', { BMD: '0.712', BMD_TSCORE: '-2.3' })));

  test('is left out, and told', async () => {
    const read = await study(image, report('0.712', '-2.2'));
    expect(rows(read)).toEqual([{ site: 'hip', side: 'left', region: 'femoral-neck', bmd: 0.712 }]);
    expect(read.problems).toEqual([
      { code: 'SOURCES_DISAGREE', detail: 'femoral-neck left tScore: ge-xml -2.3, ge-sr -2.2', sopInstanceUID: '1.2.3.9' },
    ]);
  });

  test('is the same where one has only more decimals', async () => {
    expect(rows(await study(image, report('0.71', '-2.3')))).toMatchObject([{ bmd: 0.712, tScore: -2.3 }]);
    expect(codes(await study(image, report('0.7118', '-2.3')))).toEqual([]);
  });

  test('holds for two rows of one source as well, where arithmetic cannot say which T-score is the female one', async () => {
    const twice = imageWith(
      xmlOf(
        'DualFemur',
        roi('Neck Left', { BMD: '0.826', BMD_TSCORE: '-1.5' }) + roi('Neck Left', { BMD: '0.826', BMD_TSCORE: '-1.6' }),
      ),
      { PatientSex: 'M' },
    );
    expect(rows(await study(twice))).toEqual([{ site: 'hip', side: 'left', region: 'femoral-neck', bmd: 0.826 }]);
    expect(codes(await study(twice))).toEqual(['SOURCES_DISAGREE']);
  });
});

test('a man has both rows where the console names their references, the female one first', async () => {
  const row = (t: string, reference: string): string =>
    roi('Neck Left', { BMD: '0.826', BMD_TSCORE: t }, ` reference="${reference}"`);
  const man = imageWith(xmlOf('DualFemur', row('-1.8', 'USA (Male)') + row('-1.5', 'USA (Female)')), { PatientSex: 'M' });
  const sr = reportWith({
    DualFemur: [
      container('Neck Left', [num('BMD', '0.826'), text('BMD_TSCORE', '-1.5'), text('REFERENCE', 'Femur, White Women')]),
    ],
  });
  const read = await study(man, sr);
  expect(rows(read)).toMatchObject([
    { region: 'femoral-neck', tScore: -1.5, tReference: { name: 'USA (Female)', sex: 'female' } },
    { region: 'femoral-neck', tScore: -1.8, tReference: { name: 'USA (Male)', sex: 'male' } },
  ]);
  expect(read.problems).toEqual([]);
});

describe('names', () => {
  test.each([
    ['DualFemur', 'Upper Neck Left', ['hip left upper-neck'], []],
    ['DualFemur', 'Neck Mean', ['hip both mean-femoral-neck'], []],
    ['DualFemur', 'Upper Neck', [], ['SIDE_MISSING', 'NO_RESULTS']],
    ['DualFemur', 'Neck', [], ['SIDE_MISSING', 'NO_RESULTS']],
    ['Right Femur', 'Upper Neck', ['hip right upper-neck'], []],
    ['Right Femur', 'Neck Left', [], ['UNKNOWN_REGION', 'NO_RESULTS']],
    ['Left Femur', 'Shaft', [], ['UNKNOWN_REGION', 'NO_RESULTS']],
    ['AP Spine', 'L1-L2,L4', ['lumbar-spine L1-L2,L4'], []],
    ['AP Spine', 'L1-L4 adj.', [], ['UNKNOWN_REGION', 'NO_RESULTS']],
    ['Left Forearm', 'Radius 33%', ['forearm left radius-33'], []],
    ['Left Ortho Knee', 'Total', [], ['UNKNOWN_SITE', 'NO_RESULTS']],
  ])('%s, %s', async (scan, region, places, problems) => {
    const read = await study(
      reportWith({ [scan]: [rowItem({ region, numbers: { BMD: '0.8' } })] }),
      imageWith(xmlOf(scan, roi(region, { BMD: '0.8' }))),
    );
    expect(
      read.scans.flatMap(({ site, side, regions }) => regions.map((row) => [site, side, row.region].filter(Boolean).join(' '))),
    ).toEqual(places);
    expect([...new Set(codes(read))]).toEqual(problems);
  });

  test('a trend of L1-L4 is no row of L1-L4', async () => {
    const trend = container('Trend L1-L4', [
      container('02/03/2026', [num('BMD', '0.912')]),
      container('26/02/2024', [num('BMD', '0.938'), container('CHANGE_VS_PREVIOUS', [num('BMD', '-0.026')])]),
    ]);
    const read = await study(reportWith({ 'AP Spine': [trend, rowItem({ region: 'L1-L4', numbers: { BMD: '0.912' } })] }));
    expect(rows(read)).toEqual([{ site: 'lumbar-spine', region: 'L1-L4', bmd: 0.912 }]);
    expect(read.deviceTrends).toEqual([
      {
        site: 'lumbar-spine',
        regions: 'L1-L4',
        points: [
          { date: '2026-03-02', bmd: 0.912 },
          { date: '2024-02-26', bmd: 0.938 },
        ],
      },
    ]);
  });
});

describe('numbers', () => {
  const bmd = (written: string, more: Record<string, string> = {}): Promise<Study> =>
    study(imageWith(xmlOf('Left Femur', roi('Neck', { BMD: written, ...more }))));

  test.each([
    ['0.712', 0.712],
    [' 0,712 ', 0.712],
    ['1,023', 1.023],
    ['.712', undefined],
    ['0.712.1', undefined],
    ['712', undefined],
    ['0.7l2', undefined],
  ])('BMD %p is %p', async (written, value) => {
    expect((await bmd(written)).scans[0]?.regions[0]?.bmd).toBe(value);
    if (value === undefined) expect(['UNREADABLE', 'UNIT_UNKNOWN']).toContain(codes(await bmd(written))[0]);
  });

  test.each([
    ['\u22122.3', -2.3],
    ['+0.4', 0.4],
    ['-1,5', -1.5],
    ['', undefined],
    ['-', undefined],
    ['N/A', undefined],
  ])('T-score %p is %p, and never 0', async (written, value) => {
    const read = await bmd('0.712', { BMD_TSCORE: written });
    expect(read.scans[0]?.regions[0]?.tScore).toBe(value);
    expect(codes(read)).toEqual([]);
  });

  test('mg/cm2 becomes g/cm2, an unknown unit becomes nothing', async () => {
    const inUnit = (value: string, unit: string): Promise<Study> =>
      study(reportWith({ 'Left Femur': [container('Neck', [num('BMD', value, unit)])] }));
    expect((await inUnit('712', 'mg/cm2')).scans[0]?.regions[0]?.bmd).toBe(0.712);
    expect(codes(await inUnit('712', 'lb/in2'))).toContain('UNIT_UNKNOWN');
  });

  test('a comma before three digits is a decimal only where the document shows so', async () => {
    expect(codes(await bmd('0.712', { BMC: '2,103' }))).toEqual(['DECIMAL_AMBIGUOUS']);
    expect((await bmd('0,712', { BMC: '2,103', BMD_TSCORE: '-2,3' })).scans[0]?.regions[0]?.bmc).toBe(2.103);
  });
});
