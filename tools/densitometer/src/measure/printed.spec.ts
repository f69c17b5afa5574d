import { printed } from './printed.js';

test('prints halves away from zero, and no minus before nothing', () => {
  expect([printed(-2.45, 1), printed(2.45, 1), printed(1.005, 2), printed(-0.04, 1), printed(0.9124, 3)]).toEqual([
    '-2.5',
    '2.5',
    '1.01',
    '0.0',
    '0.912',
  ]);
});
