import { phantomCommand } from './phantom-command.js';
import { precisionCommand } from './precision-command.js';

const study = (count: number, technologist: string): string =>
  Array.from({ length: count }, (_each, patient) => `${patient},${technologist},1.000\n${patient},${technologist},1.010`).join(
    '\n',
  );
const head = 'patient,technologist,bmd\n';

test('a precision study is pooled and told by technologist, where it is large enough', () => {
  expect(precisionCommand(`${head}${study(30, 'B')}\n${study(10, 'A')}\n`)).toMatchObject({
    json: {
      pooled: { patients: 40, degreesOfFreedom: 40, lscGcm2: 0.02 },
      technologists: [
        { technologist: 'A', tooSmall: expect.stringContaining('10 patients') },
        { technologist: 'B', patients: 30 },
      ],
    },
  });
});

test('a study that is too small is refused', () => {
  expect(precisionCommand(`${head}${study(29, 'A')}`)).toMatchObject({
    problems: [{ at: '', message: expect.stringContaining('29 patients') }],
  });
});

test('every cell that is not a number is told with its line', () => {
  expect(precisionCommand(`${head}1,A,"0,9"\n1,,0.9\n1,A,0`)).toMatchObject({
    problems: [{ at: '/2/bmd' }, { at: '/3/technologist' }, { at: '/4/bmd' }],
  });
  expect(phantomCommand('date,bmd\n04/05/2026,1.0')).toMatchObject({ problems: [{ at: '/2/date' }] });
});

test('a phantom without a baseline is refused', () => {
  expect(phantomCommand('date,bmd\n2026-01-01,1.0')).toMatchObject({
    problems: [{ message: expect.stringContaining('25 days') }],
  });
});
