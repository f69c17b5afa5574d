import { bmdText, combinedBmd, isAbove, plainText, printedBmd, printedScore, scoreText, twoDecimals } from './decimals.js';

test.each([
  [-2.45, -2.5, '-2.5'],
  [-2.44, -2.4, '-2.4'],
  [2.45, 2.5, '2.5'],
  [1.005, 1, '1.0'],
  [-0.05, -0.1, '-0.1'],
  [-0.04, 0, '0.0'],
  [-0, 0, '0.0'],
  [0, 0, '0.0'],
  [-2.5, -2.5, '-2.5'],
  [3, 3, '3.0'],
  [1e21, 1e21, '1000000000000000000000.0'],
])('a score of %p is printed as %p', (score, printed, text) => {
  expect(Object.is(printedScore(score), printed)).toBe(true);
  expect(scoreText(score)).toBe(text);
});

test.each([
  [0.7125, 0.713, '0.713'],
  [1.0005, 1.001, '1.001'],
  [0.712, 0.712, '0.712'],
  [-0.0004, 0, '0.000'],
])('a BMD of %p is printed as %p', (bmd, printed, text) => {
  expect(Object.is(printedBmd(bmd), printed)).toBe(true);
  expect(bmdText(bmd)).toBe(text);
});

test('BMC and area have two decimals, anything else its own', () => {
  expect([twoDecimals(11.305), twoDecimals(5), plainText(1.29), plainText(1e-7)]).toEqual(['11.31', '5.00', '1.29', '0.0000001']);
});

test.each([
  [
    [
      { bmc: 11.31, area: 12.5 },
      { bmc: 10, area: 10 },
    ],
    0.947,
  ],
  [[{ bmc: 11.31, area: 12.5 }, { bmc: 10 }], undefined],
  [[{ area: 12.5 }], undefined],
  [[{ bmc: 1, area: 0 }], undefined],
  [[{ bmc: 1, area: -1 }], undefined],
  [[], undefined],
])('sum BMC by sum area of %j is %p', (parts, bmd) => {
  expect(combinedBmd(parts)).toBe(bmd);
});

test.each([
  [1.9, 0.4, 1.5, false],
  [1.91, 0.4, 1.5, true],
  [0.3, 0.1, 0.2, false],
  [0.915, 0.912, 0.003, false],
  [0.916, 0.912, 0.003, true],
  [1e300, -1e300, 1, true],
  [-1e300, 1e300, 1, false],
])('%p is by more above %p than %p: %p', (value, other, limit, is) => {
  expect(isAbove([value, other], limit)).toBe(is);
});
