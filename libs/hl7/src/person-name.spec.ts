import { segment } from './message.js';
import { readXcn, readXpn, xcn, xpn } from './person-name.js';
import { repetitionsOf } from './read.js';

const okafor = { family: 'Okafor', given: 'Ada', middle: 'Mae', suffix: 'III', prefix: 'Ms' };

describe('names', () => {
  it('have the suffix before the prefix', () => {
    const pid = segment('PID', { 5: xpn(okafor) });
    expect(repetitionsOf(pid, 'PID-5')[0]).toEqual([['Okafor'], ['Ada'], ['Mae'], ['III'], ['Ms']]);
    expect(repetitionsOf(pid, 'PID-5').map(readXpn)).toEqual([okafor]);
  });

  it('of persons with a number begin with it', () => {
    const obr = segment('OBR', { 16: xcn({ id: '1003', family: 'Lee', given: 'Min', prefix: 'Dr' }) });
    expect(repetitionsOf(obr, 'OBR-16').map(readXcn)).toEqual([{ id: '1003', family: 'Lee', given: 'Min', prefix: 'Dr' }]);
  });

  it('can have a family name in parts', () => {
    const pid = segment('PID', { 5: [['van Beethoven', 'van', 'Beethoven'], 'Ludwig'] });
    expect(repetitionsOf(pid, 'PID-5').map(readXpn)).toEqual([{ family: 'van Beethoven', given: 'Ludwig' }]);
  });
});
