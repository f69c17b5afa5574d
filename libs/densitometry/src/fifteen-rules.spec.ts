import type { AssessInput } from './assess-input.js';
import { assess } from './assess.js';
import { assessInput } from './assess-input.js';
import type { Exam, MeasuredScan } from './exam-shape.js';
import {
  codes,
  examA1,
  forearm,
  hip,
  iDxa,
  judged,
  judgedWith,
  lessHead,
  male,
  mrHalvorsen,
  mrNovak,
  msIyer,
  msOkafor,
  row,
  spine,
  textOf,
  tomas,
  zRow,
} from './exams.story.js';

const prior = (...scans: MeasuredScan[]): Exam => ({ ...examA1(...scans), examId: 'E0', date: '2024-05-04' });
const lscOf = (site: 'hip' | 'lumbar-spine', regions: string, lscGcm2: number) => [
  { scannerSerial: iDxa.serial, site, regions, lscGcm2 },
];
const comparedWith = (context: Partial<AssessInput>, ...scans: MeasuredScan[]) =>
  judgedWith({ patient: msOkafor, ...context }, ...scans);

/** The fifteen rules that are most often done wrong, by number. */
describe('the fifteen rules', () => {
  test('1: T or Z by menopausal status and age, never by age alone', () => {
    const at44 = { ...msIyer, birthDate: '1982-01-01' };
    const kinds = (['pre', 'transition', 'post', 'unknown'] as const).map(
      (menopausalStatus) => judged({ ...at44, menopausalStatus }).score.kind,
    );
    expect(kinds).toEqual(['Z', 'T', 'T', 'none']);
    expect(judged({ ...msIyer, birthDate: '1964-01-01' }).score.kind).toBe('Z');
  });

  test("2: a man's T-score refers to the female reference, and of two rows that one is taken", () => {
    const both = hip('left', { ...row('femoral-neck', -1.9), tScore: -2.6, tReference: male }, row('femoral-neck', -1.9));
    expect(judged(mrHalvorsen, both).diagnosis.basis?.score).toBe(-1.9);
    expect(judged(mrHalvorsen, hip('left', { ...row('femoral-neck', -2.6), tReference: male })).diagnosis.category).toBe('none');
  });

  test('3: BMD of another scanner is never a change', () => {
    const then = { ...prior(hip('left', row('total-hip', -1))), scanner: { manufacturer: 'Hologic', serial: 'H1' } };
    const assessment = comparedWith(
      { priors: [then], precision: lscOf('hip', 'total-hip', 0.001) },
      hip('left', row('total-hip', -2)),
    );
    expect(assessment.comparisons[0]).toMatchObject({ comparable: false, why: ['OTHER_SCANNER', 'OTHER_MANUFACTURER'] });
    expect(textOf(assessment, 'comparison')).not.toMatch(/difference|increase|decrease/);
  });

  test("4: significant only by the facility's own LSC of exactly this combination", () => {
    const now: MeasuredScan = { ...spine(row('L1-L3', -2)), excluded: [{ region: 'L4', reason: 'degenerative' }] };
    const priors = [prior(spine(row('L1-L3', -1)))];
    const wrong = comparedWith({ priors, precision: lscOf('lumbar-spine', 'L1-L4', 0.03) }, now).comparisons[0];
    const own = comparedWith({ priors, precision: lscOf('lumbar-spine', 'L1-L3', 0.03) }, now).comparisons[0];
    expect([wrong?.significant, wrong?.why, own?.significant]).toEqual([undefined, ['NO_LSC'], true]);
  });

  test('5: change is g/cm2 against LSC, never a difference of T-scores', () => {
    const told = textOf(
      comparedWith(
        { priors: [prior(hip('left', row('total-hip', -1)))], precision: lscOf('hip', 'total-hip', 0.03) },
        hip('left', row('total-hip', -2)),
      ),
      'comparison',
    );
    expect(told).toContain('difference -0.126 g/cm2 (-14.3 %): a significant decrease (least significant change 0.030 g/cm2)');
    expect(told).not.toMatch(/T-score/);
  });

  test('6: other vertebrae or another side are not subtracted', () => {
    const spines = comparedWith({ priors: [prior(spine(row('L1-L4', -1)))] }, spine(row('L2-L4', -1)));
    const hips = comparedWith({ priors: [prior(hip('left', row('total-hip', -1)))] }, hip('right', row('total-hip', -1)));
    expect([spines, hips].map(({ comparisons }) => comparisons[0]?.why)).toEqual([['OTHER_REGIONS'], ['OTHER_SIDE']]);
  });

  test('7: a vertebra is suggested and never left out by itself; one vertebra is no diagnosis', () => {
    const rows = [row('L1', -2), row('L2', -1.8), row('L3', -1.7), row('L4', 0.2), row('L1-L4', -1.3)];
    const assessment = judged(msOkafor, spine(...rows));
    expect(assessment.suggestedExclusions.map(({ region }) => region)).toEqual(['L4']);
    expect(assessment.diagnosis.basis?.region).toBe('L1-L4');
    expect(judged(msOkafor, spine(row('L2', -3))).diagnosis).toMatchObject({ category: 'none', why: 'NO_USABLE_SITE' });
  });

  test('8: one diagnosis per patient', () => {
    const told = textOf(
      judged(msOkafor, spine(row('L1-L4', -0.2)), hip('left', row('femoral-neck', -1.4), row('total-hip', -2.6))),
      'assessment',
    );
    expect(told.match(/Osteoporosis|Low bone density|Normal/g)).toEqual(['Osteoporosis']);
  });

  test('9: Ward, trochanter, ultradistal radius, mean of hips and whole body never decide', () => {
    const others: MeasuredScan[] = [
      hip('left', row('wards', -4), row('trochanter', -4), row('total-hip', -0.5)),
      { ...hip('left', row('mean-total-hip', -4)), side: 'both' },
      forearm(row('radius-ud', -4)),
      { site: 'whole-body', regions: [row('total', -4)], quality: { status: 'adequate' } },
      lessHead(row('total', -4)),
    ];
    expect(judged(msOkafor, spine(row('L1-L4', -0.2)), ...others).diagnosis.category).toBe('normal');
  });

  test('10: -1.0 is normal, -2.5 is osteoporosis, Z -2.0 is below the expected range, as printed', () => {
    const t = [-1, -1.04, -1.05, -2.44, -2.45, -2.5].map(
      (score) => judged(msOkafor, hip('left', row('total-hip', score))).diagnosis.category,
    );
    expect(t).toEqual(['normal', 'normal', 'low-bone-density', 'low-bone-density', 'osteoporosis', 'osteoporosis']);
    expect(judged(msIyer, hip('left', zRow('total-hip', -2))).diagnosis.category).toBe('below-expected-range');
  });

  test('11: no osteopenia, osteoporosis or T-score for those who are judged by Z', () => {
    const scans = [spine(zRow('L1-L4', -3, { bmd: 0.76, tScore: -3.5 })), lessHead(zRow('total', -3, { tScore: -3.5 }))];
    const told = [msIyer, mrNovak, tomas].map((patient) => textOf(judged(patient, ...scans))).join('\n');
    expect(told).toContain('below the expected range for age');
    expect(told).not.toMatch(/osteop|T-score|T-scores/i);
  });

  test('12: a value that is not there is not zero, and a lost sign is found', () => {
    expect(judged(msOkafor, hip('left', { region: 'total-hip', bmd: 0.7 })).diagnosis).toMatchObject({
      category: 'none',
      provisional: true,
    });
    expect(codes(judged(msOkafor, hip('left', { ...row('total-hip', -1.9), tScore: 1.9 })))).toContain(
      'blocks-signing SCORE_ARITHMETIC /exam/scans/0/regions/0',
    );
  });

  test('13: a side that is not known is asked for, and a region is its whole name', () => {
    const unsided = { ...hip('left', row('total-hip', -1)), side: undefined };
    expect(codes(judged(msOkafor, unsided))).toContain('blocks-signing SIDE_MISSING /exam/scans/0');
    const parts = hip('left', row('upper-neck', -4), row('lower-neck', -4), row('femoral-neck', -0.4));
    expect(judged(msOkafor, parts).diagnosis.basis).toMatchObject({ region: 'femoral-neck', score: -0.4 });
  });

  test('14: FRAX is carried and checked, its thresholds hold in the US for low bone density only', () => {
    const frax = { majorPercent: 30, hipPercent: 9, country: 'US', withBmd: true, inputDevice: 'Hologic' };
    const treated = { treatments: [{ drug: 'denosumab', from: '2024' }] };
    const assessment = judgedWith({ patient: msOkafor, frax, intake: treated }, hip('left', row('total-hip', -2.6)));
    expect(codes(assessment)).toEqual(
      expect.arrayContaining(['warning FRAX_INPUT_DIFFERS /frax', 'warning FRAX_ON_TREATMENT /frax']),
    );
    expect(assessment.advice.map(({ code }) => code)).not.toContain('FRACTURE_RISK_ABOVE_THRESHOLD');
    const abroad = judgedWith({ patient: msOkafor, frax: { ...frax, country: 'DE' } }, hip('left', row('total-hip', -1.6)));
    expect(abroad.advice.map(({ code }) => code)).not.toContain('FRACTURE_RISK_ABOVE_THRESHOLD');
  });

  test('15: technical quality, reference, device, LSC and next exam are asked for', () => {
    const bare = assess(
      assessInput.parse({
        patient: msOkafor,
        exam: { ...examA1({ site: 'hip', side: 'left', regions: [] }), scanner: { manufacturer: 'GE' } },
        priors: [prior()],
      }),
    );
    expect(bare.completeness.missing).toEqual(
      expect.arrayContaining(['TECHNICAL_QUALITY', 'SCORE_REFERENCE', 'SCANNER_MODEL', 'FACILITY_LSC', 'NEXT_EXAM']),
    );
    expect(codes(bare)).toContain('blocks-signing QUALITY_NOT_STATED /exam/scans/0');
  });
});

test('forbidden words appear in no report', () => {
  const scans = [spine(row('L1-L4', -2.2)), hip('left', row('total-hip', -1.4))];
  const priors = [prior(spine(row('L1-L4', -2)), hip('left', row('total-hip', -1)))];
  const told = [msOkafor, mrHalvorsen, msIyer, mrNovak, tomas]
    .map((patient) => textOf(judgedWith({ patient, priors }, ...scans)))
    .join('\n');
  expect(told).not.toMatch(/DEXA|(mild|moderate|marked|severe) osteo|bones of an|T score|Z score|undefined|NaN|null/i);
});
