import fc from 'fast-check';
import { anyInput, anyScan, runs, seed } from './any-exam.story.js';
import { assess } from './assess.js';
import type { Assessment } from './assessment.js';
import { examA1, hip, judged, msIyer, msOkafor, row, spine, zRow } from './exams.story.js';
import type { MeasuredScan } from './exam-shape.js';

const priorsOf = (scans: MeasuredScan[]) => [
  { ...examA1(...scans), examId: 'B', date: '2024-01-31' },
  { ...examA1(...scans), examId: 'C', date: '2022-01-31' },
];
const precision = [{ scannerSerial: 'ME+200123', site: 'hip' as const, regions: 'total-hip', lscGcm2: 0.03 }];

const withoutPlaces = (assessment: Assessment) => ({
  ...assessment,
  findings: assessment.findings.map(({ code, level }) => `${level} ${code}`).sort(),
});

describe(`whatever the numbers (seed ${seed}, ${runs} runs)`, () => {
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
      { seed, numRuns: runs },
    );
  });

  test('the order of the priors changes nothing', () => {
    fc.assert(
      fc.property(anyInput, fc.array(anyScan, { maxLength: 4 }), ({ patient, scans }, earlier) => {
        const priors = priorsOf([...earlier, ...scans]);
        const whole = (ordered: typeof priors) =>
          withoutPlaces(assess({ patient, exam: examA1(...scans), priors: ordered, precision }));
        expect(whole([...priors].reverse())).toEqual(whole(priors));
      }),
      { seed, numRuns: runs },
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
      { seed, numRuns: runs },
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
      { seed, numRuns: runs },
    );
  });
});

const score = fc.integer({ min: -50, max: 30 }).map((tenths) => tenths / 10);
const worse = ['normal', 'low-bone-density', 'osteoporosis', 'within-expected-range', 'below-expected-range'];

test(`a better score never makes the class worse (seed ${seed}, ${runs} runs)`, () => {
  fc.assert(
    fc.property(score, score, fc.integer({ min: 0, max: 20 }), (spineScore, hipScore, more) => {
      const better = hipScore + more / 10;
      const ofT = (t: number) =>
        judged(msOkafor, spine(row('L1-L4', spineScore)), hip('left', row('total-hip', t))).diagnosis.category;
      const ofZ = (z: number) =>
        judged(msIyer, spine(zRow('L1-L4', spineScore)), hip('left', zRow('total-hip', z))).diagnosis.category;
      expect(worse.indexOf(ofT(better))).toBeLessThanOrEqual(worse.indexOf(ofT(hipScore)));
      expect(worse.indexOf(ofZ(better))).toBeLessThanOrEqual(worse.indexOf(ofZ(hipScore)));
    }),
    { seed, numRuns: runs },
  );
});
