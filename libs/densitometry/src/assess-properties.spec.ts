import fc from 'fast-check';
import { assess } from './assess.js';
import type { Assessment } from './assessment.js';
import { sites } from '@osteon/contracts';
import type { MeasuredScan } from './exam-shape.js';
import { examA1, female, male } from './exams.story.js';

describe('whatever the numbers', () => {
  const seed = 20261124;
  const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(-2.45, -0.04, 0, 1e300, -1e-300));
  const anyRow = fc.record(
    {
      region: fc.constantFrom(
        'L1',
        'L2',
        'L3',
        'L4',
        'L1-L4',
        'L1-L3',
        'L1,L3',
        'femoral-neck',
        'total-hip',
        'wards',
        'radius-33',
        'total',
        'subtotal',
        '',
        ',',
        '__proto__',
      ),
      bmd: number,
      bmc: number,
      area: number,
      tScore: number,
      zScore: number,
      heightAdjustedZ: number,
      zReference: fc.constantFrom(female, male, { name: 'Local' }),
      tReference: fc.constantFrom(female, male, { name: 'Local' }),
    },
    { requiredKeys: ['region'] },
  );
  const anyScan = fc.record(
    {
      site: fc.constantFrom(...sites),
      side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
      regions: fc.array(anyRow, { maxLength: 6 }),
      quality: fc.record({ status: fc.constantFrom('adequate' as const, 'limited' as const, 'not-interpretable' as const) }),
      excluded: fc.array(
        fc.record({
          region: fc.constantFrom('L1', 'L2-L3', 'L4', 'total-hip', 'x'),
          reason: fc.constantFrom('degenerative' as const, 'other' as const),
        }),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['site', 'regions'] },
  );
  const anyPatient = fc.record(
    {
      id: fc.constant('P-1'),
      sex: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const),
      birthDate: fc.constantFrom('1940-02-29', '1956-03-02', '1976-05-05', '1980-01-01', '2012-12-31'),
      menopausalStatus: fc.constantFrom('pre' as const, 'transition' as const, 'post' as const, 'unknown' as const),
    },
    { requiredKeys: ['id', 'sex', 'birthDate'] },
  );
  const anyInput = fc.record({ patient: anyPatient, scans: fc.array(anyScan, { maxLength: 5 }) });
  const priorsOf = (scans: MeasuredScan[]) => [
    { ...examA1(...scans), examId: 'B', date: '2024-01-31' },
    { ...examA1(...scans), examId: 'C', date: '2022-01-31' },
  ];
  const precision = [{ scannerSerial: 'ME+200123', site: 'hip' as const, regions: 'total-hip', lscGcm2: 0.03 }];

  const withoutPlaces = (assessment: Assessment) => ({
    ...assessment,
    findings: assessment.findings.map(({ code, level }) => `${level} ${code}`).sort(),
  });

  test('the order of scans and regions changes nothing', () => {
    const shuffled = anyInput.chain(({ patient, scans }) =>
      fc.tuple(fc.shuffledSubarray(scans, { minLength: scans.length }), fc.func(fc.nat())).map(([order, rank]) => ({
        patient,
        scans,
        other: order.map((scan) => ({ ...scan, regions: [...scan.regions].sort((a, b) => rank(a) - rank(b)) })),
      })),
    );
    fc.assert(
      fc.property(shuffled, ({ patient, scans, other }) => {
        expect(withoutPlaces(assess({ patient, exam: examA1(...other) }))).toEqual(
          withoutPlaces(assess({ patient, exam: examA1(...scans) })),
        );
      }),
      { seed, numRuns: 300 },
    );
  });

  test('it never throws, and its output is plain JSON without gaps', () => {
    fc.assert(
      fc.property(anyInput, fc.array(anyScan, { maxLength: 5 }), ({ patient, scans }, earlier) => {
        const assessment = assess({ patient, exam: examA1(...scans), priors: priorsOf([...earlier, ...scans]), precision });
        const json = JSON.stringify(assessment);
        expect(JSON.parse(json)).toStrictEqual(assessment);
        expect(json).not.toMatch(/null|NaN|undefined|Infinity/);
        expect(assessment.sentences.length).toBeGreaterThan(0);
      }),
      { seed, numRuns: 500 },
    );
  });

  test('a scan that cannot be interpreted never changes the category', () => {
    fc.assert(
      fc.property(anyInput, anyScan, ({ patient, scans }, scan) => {
        const more = [...scans, { ...scan, site: 'hip' as const, quality: { status: 'not-interpretable' as const } }];
        expect(assess({ patient, exam: examA1(...more) }).diagnosis.category).toBe(
          assess({ patient, exam: examA1(...scans) }).diagnosis.category,
        );
      }),
      { seed, numRuns: 300 },
    );
  });
});
