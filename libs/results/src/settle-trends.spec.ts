import type { ResultsObject } from './object-read.js';
import { container, imageWith, num, reportWith, roi, rowItem, xmlOf } from './testing/console.js';
import { readHere } from './testing/read-here.js';
import type { Study } from './study.js';

const study = async (...objects: ResultsObject[]): Promise<Study | undefined> => (await readHere(objects)).studies[0];

const trendXml = (bmd: string): string =>
  xmlOf(
    'AP Spine',
    `${roi('L1-L4', { BMD: bmd })}<TREND region="L1-L4"><EXAM date="02/03/2026"><BMD>${bmd}</BMD></EXAM>` +
      '<EXAM date="26/02/2024"><BMD>0.938</BMD></EXAM></TREND>',
  );

const acquired = { SeriesInstanceUID: '1.2.3.50', AcquisitionDate: '20260302', AcquisitionTime: '082000' };

const spineSr = (bmd: string, SOPInstanceUID: string): ResultsObject =>
  reportWith(
    {
      'AP Spine': [
        rowItem({ region: 'L1-L4', numbers: { BMD: bmd } }),
        container('Trend L1-L4', [container('02/03/2026', [num('BMD', bmd)]), container('26/02/2024', [num('BMD', '0.938')])]),
      ],
    },
    { SOPInstanceUID },
  );

const before = { date: '2024-02-26', bmd: 0.938 };

describe('a spine that was analysed again has one value for the day of the exam', () => {
  test('the later one where the later export supersedes the first', async () => {
    const read = await study(
      imageWith(trendXml('1.091'), { ...acquired, SOPInstanceUID: '1.2.3.1' }),
      imageWith(trendXml('1.085'), { ...acquired, SOPInstanceUID: '1.2.3.2' }),
    );
    expect(read?.deviceTrends).toEqual([
      { site: 'lumbar-spine', regions: 'L1-L4', points: [{ date: '2026-03-02', bmd: 1.085 }, before] },
    ]);
    expect(read?.problems).toEqual([]);
  });

  test('and none, with a problem, where nobody says which is the later', async () => {
    const read = await study(spineSr('1.091', '1.2.3.8'), spineSr('1.085', '1.2.3.9'));
    expect(read?.deviceTrends).toEqual([{ site: 'lumbar-spine', regions: 'L1-L4', points: [before] }]);
    expect(read?.problems.map(({ code, detail }) => `${code} ${detail}`)).toEqual([
      'SOURCES_DISAGREE L1-L4 bmd: ge-sr 1.091, ge-sr 1.085',
      'SOURCES_DISAGREE trend lumbar-spine L1-L4 2026-03-02 bmd: 1.091, 1.085',
    ]);
  });
});

test('two objects with the same trend have it once, and what only one of them tells of it stays', async () => {
  const longer = reportWith({
    'AP Spine': [
      rowItem({ region: 'L1-L4', numbers: { BMD: '0.912' } }),
      container('Trend L1-L4', [container('26/02/2024', [num('BMD', '0.938')]), container('20/02/2022', [num('BMD', '0.95')])]),
    ],
  });
  const read = await study(imageWith(trendXml('0.912')), longer);
  expect(read?.deviceTrends).toEqual([
    {
      site: 'lumbar-spine',
      regions: 'L1-L4',
      points: [{ date: '2026-03-02', bmd: 0.912 }, before, { date: '2022-02-20', bmd: 0.95 }],
    },
  ]);
  expect(read?.problems).toEqual([]);
});
