import { classifyObject } from './classify-object.js';
import type { ResultsObject } from './object-read.js';
import { readHere as readResults } from './testing/read-here.js';
import { container, imageWith, num, reportWith, roi, rowItem, xmlOf } from './testing/console.js';

const codes = async (...objects: ResultsObject[]): Promise<string[]> =>
  (await readResults(objects)).studies.flatMap(({ problems }) => problems.map(({ code }) => code));
const regions = async (...objects: ResultsObject[]): Promise<number> =>
  (await readResults(objects)).studies.flatMap(({ scans }) => scans.flatMap(({ regions: found }) => found)).length;

const neck = roi('Neck', { BMD: '0.712' });

describe('XML that is not taken', () => {
  test.each([
    ['cut off in the middle', xmlOf('Left Femur', neck).slice(0, 120), 'TRUNCATED'],
    ['not well formed', '<DXA_RESULTS><SCAN type="Left Femur"></DXA_RESULTS>', 'UNREADABLE'],
    ['with a document type', `<!DOCTYPE x [<!ENTITY t "0.7">]>${xmlOf('Left Femur', roi('Neck', { BMD: '&t;' }))}`, 'UNREADABLE'],
    ['of another day', xmlOf('Left Femur', neck, '26/02/2024'), 'DATE_AMBIGUOUS'],
    [
      'with a scan that has no name',
      '<DXA_RESULTS><SCAN><ROI region="Neck"><BMD>0.7</BMD></ROI></SCAN></DXA_RESULTS>',
      'UNREADABLE',
    ],
  ])('%s', async (_what, xml, code) => {
    expect(await codes(imageWith(xml))).toEqual([code, 'NO_RESULTS']);
    expect(await regions(imageWith(xml))).toBe(0);
  });

  test('a document with sixty thousand blanks behind it is read at once', async () => {
    const began = process.cpuUsage().user;
    expect(await regions(imageWith(xmlOf('Left Femur', neck) + ' '.repeat(60_000)))).toBe(1);
    expect(await codes(imageWith(`${xmlOf('Left Femur', neck)}${' '.repeat(60_000)}x`))).toEqual(['TRUNCATED', 'NO_RESULTS']);
    expect(process.cpuUsage().user - began).toBeLessThan(3_000_000);
  });

  test('a day that is the study date in the other order is the study date', async () => {
    expect(await codes(imageWith(xmlOf('Left Femur', neck, '03/02/2026')))).toEqual([]);
  });
});

describe('trends', () => {
  const trendOf = (...dates: string[]): ResultsObject =>
    reportWith({
      'AP Spine': [
        rowItem({ region: 'L1', numbers: { BMD: '0.9' } }),
        container(
          'Trend L1-L4',
          dates.map((date) => container(date, [num('BMD', '0.9')])),
        ),
      ],
    });
  const dates = async (...written: string[]): Promise<string[] | undefined> =>
    (await readResults([trendOf(...written)])).studies[0]?.deviceTrends[0]?.points.map(({ date }) => date);

  test('the order of day and month is the one in which all dates are dates', async () => {
    expect(await dates('02/03/2026', '26/02/2024')).toEqual(['2026-03-02', '2024-02-26']);
    expect(await dates('03/02/2026', '02/26/2024')).toEqual(['2026-03-02', '2024-02-26']);
    expect(await dates('02-Mar-2026', '07-Jan-2020')).toEqual(['2026-03-02', '2020-01-07']);
  });

  test('else the one that has the day of the study, else there is no trend', async () => {
    expect(await dates('02/03/2026', '04/05/2024')).toEqual(['2026-03-02', '2024-05-04']);
    expect(await dates('06/07/2025', '04/05/2024')).toBeUndefined();
    expect(await codes(trendOf('06/07/2025', '04/05/2024'))).toEqual(['DATE_AMBIGUOUS']);
  });
});

describe('numbers that do not fit each other stay, and are told', () => {
  const spine = (...rois: string[]): ResultsObject => imageWith(xmlOf('AP Spine', rois.join('')));

  test.each([
    ['BMD against content and area', spine(roi('L1', { BMD: '0.950', BMC: '11.31', AREA: '12.50' })), 'BMC_AREA_ARITHMETIC'],
    ['a lost sign of T', spine(roi('L1', { BMD: '0.905', BMD_TSCORE: '1.9', BMD_ZSCORE: '-0.3' })), 'SCORE_ARITHMETIC'],
    ['a lost sign of Z', spine(roi('L1', { BMD: '0.905', BMD_TSCORE: '-2.9', BMD_ZSCORE: '1.3' })), 'SCORE_ARITHMETIC'],
    [
      'a combination against its vertebrae',
      spine(roi('L1', { BMC: '11.31', AREA: '12.5' }), roi('L2', { BMC: '12.65', AREA: '13.9' }), roi('L1-L2', { BMD: '0.980' })),
      'COMBINED_REGION_ARITHMETIC',
    ],
  ])('%s', async (_what, object, code) => {
    expect(await codes(object)).toEqual([code]);
    expect(await regions(object)).toBeGreaterThan(0);
  });

  test('rounding alone is no problem', async () => {
    expect(
      await codes(spine(roi('L1', { BMD: '0.905', BMC: '11.31', AREA: '12.50', BMD_TSCORE: '-1.9', BMD_ZSCORE: '-0.2' }))),
    ).toEqual([]);
  });
});

describe('objects', () => {
  test('of two patients in one study give no numbers at all', async () => {
    const other = reportWith({ 'Left Femur': [rowItem({ region: 'Total', numbers: { BMD: '0.7' } })] }, { PatientID: '999' });
    expect(await codes(imageWith(xmlOf('Left Femur', neck)), other)).toEqual(['TWO_PATIENTS']);
    expect(await regions(imageWith(xmlOf('Left Femur', neck)), other)).toBe(0);
  });

  test('that are no DICOM file are named, and do not hide the others', async () => {
    const { studies } = await readResults([
      { sopInstanceUID: 'note.txt', bytes: Buffer.from('hello') },
      imageWith(xmlOf('Left Femur', neck)),
    ]);
    expect(studies.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['UNREADABLE', 'NO_RESULTS'], []]);
  });

  test('without a number say so', async () => {
    expect(await codes(imageWith(''))).toEqual(['NO_RESULTS']);
  });

  test('of another study stand apart', async () => {
    const { studies } = await readResults([
      imageWith(xmlOf('Left Femur', neck)),
      imageWith('', { StudyInstanceUID: '1.2.4', SOPInstanceUID: '1.2.4.1' }),
    ]);
    expect(studies.map(({ studyInstanceUID }) => studyInstanceUID)).toEqual(['1.2.3', '1.2.4']);
  });

  test.each([
    [
      { ProtocolName: 'AP Spine', Rows: 10, Laterality: '' },
      { kind: 'image', site: 'lumbar-spine' },
    ],
    [
      { PerformedProcedureStepDescription: 'Right Femur', Rows: 10 },
      { kind: 'image', site: 'hip', side: 'right' },
    ],
    [{ ProtocolName: 'Left Ortho Knee', Rows: 10 }, { kind: 'image' }],
    [{ ProtocolName: 'Upper AP Spine', Manufacturer: 'GE Healthcare', Rows: 10 }, { kind: 'image' }],
    [
      { ProtocolName: 'a Left Hip', Manufacturer: 'HOLOGIC, Inc.', Rows: 10 },
      { kind: 'image', site: 'hip', side: 'left' },
    ],
    [{ SOPClassUID: '1.2.840.10008.5.1.4.1.1.88.22' }, { kind: 'results' }],
    [{ SOPClassUID: '1.2.840.10008.5.1.4.1.1.66' }, { kind: 'other' }],
  ])('%j are classified by their names', (keywords, classified) => {
    expect(classifyObject(keywords)).toEqual(classified);
  });
});
