import { bmdText, combinedBmd, printedScore, scoreText } from './decimals.js';
import { nameOfVertebrae, vertebraeOf } from './vertebrae.js';

test.each([
  ['L1', ['L1']],
  ['L1-L4', ['L1', 'L2', 'L3', 'L4']],
  ['L1,L3', ['L1', 'L3']],
  ['L1-L2,L4', ['L1', 'L2', 'L4']],
  ['L1, L3-L4', ['L1', 'L3', 'L4']],
  ['L4-L1', []],
  ['L1-L5', []],
  ['L1,neck', []],
  ['', []],
  ['total-hip', []],
])('%p names its vertebrae', (region, vertebrae) => {
  expect(vertebraeOf(region)).toEqual(vertebrae);
});

test.each(['L1', 'L1-L2', 'L1-L4', 'L1,L3', 'L1-L2,L4', 'L1,L3-L4', 'L2,L4'])('%s is written as devices write it', (region) => {
  expect(nameOfVertebrae(vertebraeOf(region))).toBe(region);
});

test.each([
  [-2.45, '-2.5'],
  [2.45, '2.5'],
  [-0.05, '-0.1'],
  [-0.04, '0.0'],
  [0, '0.0'],
  [-1.15, '-1.2'],
  [1.005, '1.0'],
])('the score %p is printed as %s', (score, text) => {
  expect(scoreText(score)).toBe(text);
  expect(Object.is(printedScore(score), -0)).toBe(false);
});

test('BMD has three decimals', () => {
  expect([bmdText(0.7125), bmdText(1)]).toEqual(['0.713', '1.000']);
});

test('combined BMD is sum BMC / sum area, and nothing where a part is missing', () => {
  expect(
    combinedBmd([
      { bmc: 9, area: 10 },
      { bmc: 11, area: 11 },
    ]),
  ).toBe(0.952);
  expect(combinedBmd([{ bmc: 9, area: 10 }, { bmc: 11 }])).toBeUndefined();
  expect(combinedBmd([{ bmc: 9, area: 0 }])).toBeUndefined();
});
