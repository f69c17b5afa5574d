import { assess } from './assess.js';
import { assessInput } from './assess-input.js';
import { examA1, hip, iDxa, judged, msOkafor, row, spine, tomas, unreadable, zRow } from './exams.story.js';

const shown = (...scans: Parameters<typeof examA1>) =>
  judged(msOkafor, ...scans).sites.map(({ regions, standardised }) => [regions, standardised]);

test('each value comes with its formula', () => {
  expect(shown(spine(row('L2-L4', -1)), hip('left', row('total-hip', -1), row('femoral-neck', -1)))).toEqual([
    ['L2-L4', { mgPerCm2: 1024, formula: 'Hui 1997: 1000 x (0.9683 x (BMD - 1.1) + 1.0436)' }],
    ['femoral-neck', { mgPerCm2: 821, formula: 'Lu 2001: 1000 x (-0.023 + 0.939 x BMD)' }],
    ['total-hip', { mgPerCm2: 832, formula: 'Lu 2001: 1000 x (-0.031 + 0.979 x BMD)' }],
  ]);
});

test('a Norland page of 0.894 gives 971 by this formula, where the device prints 962 by another', () => {
  const exam = { ...examA1(spine({ region: 'L2-L4', bmd: 0.8942 })), scanner: { manufacturer: 'Norland' } };
  expect(assess(assessInput.parse({ patient: msOkafor, exam })).sites[0]?.standardised?.mgPerCm2).toBe(971);
});

test('other vertebrae, what cannot be used, a child and an unknown maker have none', () => {
  expect(shown(spine(row('L1-L4', -1)))).toEqual([['L1-L4', undefined]]);
  expect(shown(unreadable(hip('left', row('total-hip', -1))))).toEqual([['total-hip', undefined]]);
  expect(judged(tomas, spine(zRow('L2-L4', 0))).sites.filter(({ standardised }) => standardised)).toEqual([]);
  const exam = { ...examA1(hip('left', row('total-hip', -1))), scanner: { ...iDxa, manufacturer: 'Other' } };
  expect(assess(assessInput.parse({ patient: msOkafor, exam })).sites[0]?.standardised).toBeUndefined();
});

test('no change is formed of it: two makers stay incomparable', () => {
  const prior = {
    ...examA1(hip('left', row('total-hip', -1))),
    examId: 'E0',
    date: '2024-05-04',
    scanner: { ...iDxa, manufacturer: 'Hologic' },
  };
  const { comparisons } = assess(
    assessInput.parse({ patient: msOkafor, priors: [prior], exam: examA1(hip('left', row('total-hip', -1))) }),
  );
  expect(comparisons).toMatchObject([{ comparable: false, why: expect.arrayContaining(['OTHER_MANUFACTURER']) }]);
});
