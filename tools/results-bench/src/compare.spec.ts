import { compare } from './compare.js';
import type { Region, Study, Truth } from './truth.js';

const neck: Region = { region: 'femoral-neck', bmd: 0.712, bmc: 3.46, area: 4.86, tScore: -2.3, zScore: -0.9 };
const study = (...regions: Region[]): Study => ({ date: '2026-05-04', scans: [{ site: 'hip', side: 'left', regions }] });
const truth = (said: Study, more: Partial<Truth> = {}): Truth => ({
  dialect: 'ge-sr',
  isRefused: false,
  withheld: [],
  studies: [said],
  ...more,
});

test('the same values are right, absent ones withheld', () => {
  expect(compare(truth(study(neck)), [study(neck)])).toEqual({ right: 5, withheld: [], wrong: [] });
  const { tScore: _tScore, ...withoutT } = neck;
  expect(compare(truth(study(neck)), [study(withoutT)])).toMatchObject({
    right: 4,
    withheld: ['hip left femoral-neck tScore'],
    wrong: [],
  });
  expect(compare(truth(study(neck)), []).withheld).toHaveLength(5);
});

test('a lost sign is wrong, and so is a value that the console has not said', () => {
  expect(compare(truth(study(neck)), [study({ ...neck, tScore: 2.3 })])).toMatchObject({
    right: 4,
    wrong: [{ at: 'hip left femoral-neck tScore', given: '2.3', truth: '-2.3' }],
  });
  const invented = compare(truth(study(neck)), [study(neck, { region: 'wards', bmd: 0.5 })]);
  expect(invented.wrong).toEqual([{ at: 'hip left wards bmd', given: '0.5' }]);
});

test('the other side is other values', () => {
  const right: Study = { ...study(neck), scans: [{ site: 'hip', side: 'right', regions: [neck] }] };
  expect(compare(truth(study(neck)), [right])).toMatchObject({ right: 0, wrong: { length: 5 }, withheld: { length: 5 } });
});

test('of two rows of a man each T belongs to its reference, where the readers name one', () => {
  const rows = [
    { ...neck, tScore: -2.6, tReference: { sex: 'male' } },
    { ...neck, tScore: -2.3, tReference: { sex: 'female' } },
  ];
  const said = truth(study(...rows));
  expect(compare(said, [study(...rows)]).wrong).toEqual([]);
  expect(compare(said, [study({ ...neck, tScore: -2.6, tReference: { sex: 'female' } })]).wrong).toEqual([
    { at: 'hip left femoral-neck tScore', given: '-2.6', truth: '-2.3' },
  ]);
  expect(compare(truth(study(rows[0] ?? neck)), [study({ ...neck, tScore: -2.6, tReference: { sex: 'female' } })]).wrong).toEqual(
    [{ at: 'hip left femoral-neck tReference', given: 'female', truth: 'male' }],
  );
});

test('a disputed value and a study of two patients are wrong where they are given, and right nowhere', () => {
  const disputed = truth(study(neck), { withheld: [{ site: 'hip', side: 'left', region: 'femoral-neck', value: 'tScore' }] });
  expect(compare(disputed, [study(neck)])).toMatchObject({
    right: 4,
    wrong: [{ at: 'hip left femoral-neck tScore', given: '-2.3' }],
  });
  const { tScore: _tScore, ...withoutT } = neck;
  expect(compare(disputed, [study(withoutT)])).toEqual({ right: 4, withheld: [], wrong: [] });
  expect(compare(truth(study(neck), { isRefused: true }), [study(neck)]).wrong).toHaveLength(5);
});

test('header and trends that are given must be so', () => {
  const said = {
    ...study(neck),
    deviceTrends: [{ site: 'lumbar-spine', regions: 'L1-L4', points: [{ date: '2024-05-02', bmd: 0.95 }] }],
  };
  const swappedDay = {
    ...said,
    date: '2026-04-05',
    deviceTrends: [{ site: 'lumbar-spine', regions: 'L1-L4', points: [{ date: '2024-02-05', bmd: 0.95 }] }],
  };
  expect(compare(truth(said), [swappedDay]).wrong.map(({ at }) => at)).toEqual(['date', 'trend lumbar-spine L1-L4 2024-02-05']);
  expect(compare(truth(said), [study(neck)]).withheld).toEqual(['trend lumbar-spine L1-L4 2024-05-02']);
});

test('a whole body less the head is one region under either name', () => {
  const child: Study = { scans: [{ site: 'whole-body-less-head', regions: [{ region: 'total', bmd: 0.8 }] }] };
  expect(compare(truth(child), [{ scans: [{ site: 'whole-body', regions: [{ region: 'subtotal', bmd: 0.8 }] }] }])).toMatchObject(
    { right: 1, wrong: [] },
  );
});
