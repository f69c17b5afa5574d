import type { ResultsObject } from './object-read.js';
import { readHere as readResults } from './testing/read-here.js';
import type { Study } from './study.js';
import { imageWith, reportWith, roi, rowItem, xmlOf } from './testing/console.js';

const study = async (...objects: ResultsObject[]): Promise<Study | undefined> => (await readResults(objects)).studies[0];

const acquired = { SeriesInstanceUID: '1.2.3.50', AcquisitionDate: '20260302', AcquisitionTime: '082000' };

const exported = (SOPInstanceUID: string, bmd: string, more: Record<string, string> = {}): ResultsObject =>
  imageWith(xmlOf('Left Femur', roi('Neck', { BMD: bmd })), { ...acquired, SOPInstanceUID, ProtocolName: 'Left Femur', ...more });

const bmds = (read: Study | undefined): unknown[] | undefined =>
  read?.scans.flatMap(({ regions }) => regions.map(({ bmd }) => bmd));

describe('an export made twice', () => {
  test('is one set of numbers, the later; the earlier object is kept and says by what it is superseded', async () => {
    const read = await study(exported('1.2.3.1', '0.712'), exported('1.2.3.2', '0.712'));
    expect(bmds(read)).toEqual([0.712]);
    expect(read?.objects).toEqual([
      { sopInstanceUID: '1.2.3.1', kind: 'image', site: 'hip', side: 'left', supersededBy: '1.2.3.2' },
      { sopInstanceUID: '1.2.3.2', kind: 'image', site: 'hip', side: 'left' },
    ]);
    expect(read?.reanalysed).toBeUndefined();
    expect(read?.problems).toEqual([]);
  });

  test('with other numbers is a reanalysis, and shown as one', async () => {
    const read = await study(exported('1.2.3.1', '0.712'), exported('1.2.3.2', '0.731'));
    expect(bmds(read)).toEqual([0.731]);
    expect(read?.reanalysed).toEqual([
      { site: 'hip', side: 'left', region: 'femoral-neck', field: 'bmd', before: 0.712, now: 0.731 },
    ]);
    expect(read?.problems).toEqual([]);
  });

  test('of a man compares each row with its own later one, and none where nobody knows which is which', async () => {
    const twice = (SOPInstanceUID: string, region: string, scores: readonly string[]): ResultsObject =>
      imageWith(xmlOf('Left Femur', scores.map((t) => roi(region, { BMD: '0.826', BMD_TSCORE: t })).join('')), {
        ...{ ...acquired, SOPInstanceUID, ProtocolName: 'Left Femur', PatientSex: 'M' },
      });
    const again = (region: string): Promise<Study | undefined> =>
      study(twice('1.2.3.1', region, ['-1.8', '-1.5']), twice('1.2.3.2', region, ['-1.9', '-1.5']));
    expect((await again('Neck'))?.reanalysed).toMatchObject([{ field: 'tScore', before: -1.8, now: -1.9 }]);
    expect((await again('Wards'))?.reanalysed).toBeUndefined();
  });

  test('is the later one by its creation time where both state one, whatever came first', async () => {
    const created = (time: string): Record<string, string> => ({ InstanceCreationDate: '20260302', InstanceCreationTime: time });
    expect(
      bmds(await study(exported('1.2.3.1', '0.731', created('100000')), exported('1.2.3.2', '0.712', created('090000')))),
    ).toEqual([0.731]);
  });

  test.each([
    ['no time of acquisition', { AcquisitionTime: '' }],
    ['another time', { AcquisitionTime: '083000' }],
    ['another series', { SeriesInstanceUID: '1.2.3.51' }],
  ])('with %s is another scan: where they differ there is no number', async (_what, more) => {
    const read = await study(exported('1.2.3.1', '0.712'), exported('1.2.3.2', '0.731', more));
    expect(read?.problems.map(({ code }) => code)).toEqual(['SOURCES_DISAGREE']);
    expect(bmds(read)).toEqual([undefined]);
  });
});

test('the same object sent twice is one', async () => {
  const read = await study(exported('1.2.3.1', '0.712'), exported('1.2.3.1', '0.712'));
  expect(read?.objects).toHaveLength(1);
  expect(read?.scans[0]?.regions[0]?.sources).toHaveLength(1);
});

describe('damaged objects', () => {
  test('cut in their data set belong to the study that their beginning names, and give no number', async () => {
    const { sopInstanceUID, bytes } = reportWith({ 'Left Femur': [rowItem({ region: 'Neck', numbers: { BMD: '0.7' } })] });
    if (typeof bytes === 'function') throw new Error('bytes are there');
    const read = await readResults([
      { sopInstanceUID, bytes: bytes.subarray(0, bytes.length - 40) },
      exported('1.2.3.1', '0.712'),
    ]);
    expect(read.studies).toHaveLength(1);
    expect(read.studies[0]?.problems).toEqual([{ code: 'TRUNCATED', detail: 'data set', sopInstanceUID }]);
    expect(bmds(read.studies[0])).toEqual([0.712]);
  });

  test('that say nothing belong to the study they were stored with', async () => {
    const read = await readResults([
      { sopInstanceUID: '9', bytes: Buffer.from('hello'), studyInstanceUID: '1.2.3' },
      exported('1.2.3.1', '0.712'),
    ]);
    expect(read.studies.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['UNREADABLE']]);
  });
});

test('reading leaves the bytes as they are', async () => {
  const { bytes, sopInstanceUID } = exported('1.2.3.1', '0.712');
  if (typeof bytes === 'function') throw new Error('bytes are there');
  const before = Buffer.from(bytes).toString('hex');
  await readResults([{ sopInstanceUID, bytes }]);
  expect(Buffer.from(bytes).toString('hex')).toBe(before);
});
