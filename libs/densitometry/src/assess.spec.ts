import { assess } from './assess.js';
import { codes, examA1, female, hip, judged, male, mrHalvorsen, msOkafor, row, spine } from './exams.story.js';
import type { MeasuredScan } from './exam-shape.js';

describe('the class of a T-score, on the printed decimal', () => {
  test.each([
    [0.4, 'normal'],
    [-1.0, 'normal'],
    [-1.04, 'normal'],
    [-1.05, 'low-bone-density'],
    [-1.1, 'low-bone-density'],
    [-2.4, 'low-bone-density'],
    [-2.44, 'low-bone-density'],
    [-2.45, 'osteoporosis'],
    [-2.5, 'osteoporosis'],
    [-3.1, 'osteoporosis'],
  ])('%p is %s', (tScore, category) => {
    expect(judged(msOkafor, spine(row('L1-L4', tScore))).diagnosis.category).toBe(category);
  });

  test('-2.45 is printed and judged as -2.5', () => {
    const { diagnosis, sentences } = judged(msOkafor, spine(row('L1-L4', -2.45)));
    expect(diagnosis.basis).toEqual({ site: 'lumbar-spine', region: 'L1-L4', score: -2.5 });
    expect(sentences.find(({ section }) => section === 'assessment')?.text).toBe(
      'Osteoporosis by WHO criteria: lowest T-score -2.5, lumbar spine (L1-L4).',
    );
  });
});

describe('one diagnosis per patient', () => {
  test('the lowest of spine, femoral neck and total hip of either side decides', () => {
    const { diagnosis } = judged(
      msOkafor,
      spine(row('L1-L4', -0.4)),
      hip('left', row('femoral-neck', -1.8), row('total-hip', -1.2)),
      hip('right', row('femoral-neck', -1.5), row('total-hip', -2.1)),
    );
    expect(diagnosis).toEqual({
      category: 'low-bone-density',
      basis: { site: 'hip', side: 'right', region: 'total-hip', score: -2.1 },
      rule: 'WHO_LOWEST_SITE',
      provisional: false,
    });
  });

  test('trochanter, Ward, the mean of two hips, a single vertebra and the lateral spine never decide', () => {
    const { diagnosis } = judged(
      msOkafor,
      spine(row('L1', -3.9), row('L1-L4', -0.4)),
      hip('left', row('femoral-neck', -0.6), row('total-hip', -0.2), row('wards', -3.2), row('trochanter', -2.9)),
      { site: 'hip', side: 'both', regions: [row('mean-total-hip', -2.8)], quality: { status: 'adequate' } },
      { site: 'lateral-spine', regions: [row('L2-L4', -3)], quality: { status: 'adequate' } },
    );
    expect(diagnosis.category).toBe('normal');
  });

  test('a scan that cannot be interpreted does not decide, and is still listed', () => {
    const { diagnosis, sites } = judged(
      msOkafor,
      { ...spine(row('L1-L4', -3)), quality: { status: 'not-interpretable', note: 'spinal fusion' } },
      hip('left', row('total-hip', -0.5)),
    );
    expect(diagnosis.category).toBe('normal');
    expect(sites[0]).toMatchObject({ site: 'lumbar-spine', regions: 'L1-L4', usable: false });
  });

  test('of two equal scores the first in reading order is named', () => {
    const { diagnosis } = judged(
      msOkafor,
      hip('right', row('total-hip', -1.8)),
      hip('left', row('total-hip', -1.8), row('femoral-neck', -1.84)),
    );
    expect(diagnosis.basis).toEqual({ site: 'hip', side: 'left', region: 'femoral-neck', score: -1.8 });
  });

  test('of a site that was scanned again, only what can be interpreted counts', () => {
    const failed: MeasuredScan = { ...hip('left', row('total-hip', -2.9)), quality: { status: 'not-interpretable' } };
    const { diagnosis, sites } = judged(msOkafor, failed, hip('left', row('total-hip', -1.2)));
    expect(diagnosis).toMatchObject({ category: 'low-bone-density', provisional: false });
    expect(sites).toHaveLength(1);
  });

  test('nothing usable is no category, with its reason', () => {
    expect(judged(msOkafor).diagnosis).toMatchObject({ category: 'none', why: 'NO_USABLE_SITE' });
    expect(judged(msOkafor).sentences.length).toBeGreaterThan(0);
  });
});

describe('the spine is what is left of it', () => {
  const rows = [
    { region: 'L1', bmd: 0.9, bmc: 9, area: 10, tScore: -1.9, tReference: female },
    { region: 'L2', bmd: 1, bmc: 11, area: 11, tScore: -1.7, tReference: female },
    { region: 'L3', bmd: 1.1, bmc: 13.2, area: 12, tScore: -0.8, tReference: female },
    { region: 'L4', bmd: 1.4, bmc: 18.2, area: 13, tScore: 1.7, tReference: female },
    { region: 'L1-L4', bmd: 1.117, tScore: -0.5, tReference: female },
  ];
  const without = (...excluded: string[]): MeasuredScan => ({
    ...spine(...rows),
    excluded: excluded.map((region) => ({ region, reason: 'degenerative' })),
  });

  test("by the device's own row for exactly these vertebrae", () => {
    const scan = without('L4');
    const { sites, diagnosis, advice } = judged(msOkafor, { ...scan, regions: [...scan.regions, row('L1-L3', -1.4, 1.006)] });
    expect(sites).toEqual([
      { site: 'lumbar-spine', regions: 'L1-L3', bmd: 1.006, score: -1.4, usable: true, tScoreFrom: 'device' },
    ]);
    expect(diagnosis.category).toBe('low-bone-density');
    expect(advice.map(({ code }) => code)).not.toContain('REANALYSE_AT_DEVICE');
  });

  test('without such a row BMD is sum BMC / sum area, the T-score is absent, and what is withheld is named', () => {
    const { sites, diagnosis, advice } = judged(msOkafor, without('L4'), hip('left', row('total-hip', -0.3)));
    expect(sites[0]).toEqual({ site: 'lumbar-spine', regions: 'L1-L3', bmd: 1.006, usable: true, tScoreFrom: 'none' });
    expect(advice).toEqual([{ code: 'REANALYSE_AT_DEVICE', because: ['NO_DEVICE_ROW_FOR_THESE_VERTEBRAE'] }]);
    expect(diagnosis).toMatchObject({
      category: 'normal',
      provisional: true,
      withheld: [{ site: 'lumbar-spine', region: 'L1-L3', why: 'SCORE_MISSING' }],
    });
  });

  test('one vertebra is never enough', () => {
    const assessment = judged(msOkafor, without('L2', 'L3', 'L4'));
    expect(assessment.diagnosis).toMatchObject({ category: 'none', why: 'NO_USABLE_SITE' });
    expect(codes(assessment)).toEqual(['warning ONE_VERTEBRA_LEFT /exam/scans/0', 'information HIP_NOT_MEASURED /exam/scans']);
  });

  test('all excluded is as if it had not been measured', () => {
    expect(judged(msOkafor, without('L1-L4')).sites).toEqual([]);
  });
});

describe('the female reference counts for everybody', () => {
  test('of two rows in a man the one against the female reference is taken', () => {
    const assessment = judged(
      mrHalvorsen,
      hip('left', { ...row('femoral-neck', -1.9), tScore: -2.6, tReference: male }, row('femoral-neck', -1.9)),
    );
    expect(assessment.diagnosis).toMatchObject({ category: 'low-bone-density', basis: { score: -1.9 } });
    expect(codes(assessment)).toContain('information T_REFERENCE_NOT_FEMALE /exam/scans/0/regions/0');
  });

  test('a T-score against the male reference alone is withheld, blocks and is named in the text', () => {
    const assessment = judged(
      mrHalvorsen,
      hip('left', { ...row('femoral-neck', -2.6), tReference: male }, row('total-hip', -0.6)),
    );
    expect(assessment.diagnosis).toMatchObject({ category: 'normal', provisional: true });
    expect(codes(assessment)[0]).toBe('blocks-signing T_REFERENCE_NOT_FEMALE /exam/scans/0/regions/0');
    expect(assessment.sentences.find(({ rule }) => rule === 'WHO_LOWEST_SITE')?.text).toBe(
      'Normal bone density by WHO criteria by the regions that could be used: lowest T-score -0.6, left total hip.' +
        ' Not used: left femoral neck, because its T-score does not refer to the female reference.',
    );
  });

  const unstated = { region: 'total-hip', bmd: 0.781, tScore: -1.8 };

  test("a woman's T of unstated reference is used with a warning", () => {
    const assessment = judged(msOkafor, hip('left', unstated));
    expect(assessment.diagnosis.category).toBe('low-bone-density');
    expect(codes(assessment)).toContain('warning T_REFERENCE_UNKNOWN /exam/scans/0/regions/0');
  });

  test("a man's is not used, and blocks", () => {
    const assessment = judged(mrHalvorsen, hip('left', unstated));
    expect(assessment.diagnosis).toMatchObject({ category: 'none', why: 'NO_USABLE_SITE', provisional: true });
    expect(codes(assessment)).toContain('blocks-signing T_REFERENCE_UNKNOWN /exam/scans/0/regions/0');
  });
});

describe('what does not fit or is not there', () => {
  test('two values for one region give none', () => {
    const assessment = judged(msOkafor, hip('left', row('total-hip', -1.8), row('total-hip', -2.6)));
    expect(codes(assessment)).toContain('blocks-signing TWO_VALUES_FOR_ONE_REGION /exam/scans/0/regions/1');
    expect(assessment.sites[0]).toEqual({ site: 'hip', side: 'left', regions: 'total-hip', usable: false, tScoreFrom: 'device' });
  });

  test('the same row twice is one value', () => {
    expect(judged(msOkafor, hip('left', row('total-hip', -1.8)), hip('left', row('total-hip', -1.8))).sites).toHaveLength(1);
  });

  test('quality, side, serial number, height and weight, spine and hip are missed', () => {
    const unjudged: MeasuredScan = { site: 'hip', side: 'left', regions: [row('total-hip', -1)] };
    const noSide: MeasuredScan = { site: 'hip', regions: [row('total-hip', -1)], quality: { status: 'adequate' } };
    const assessment = assess({
      patient: { ...msOkafor, heightCm: undefined },
      exam: { ...examA1(unjudged, noSide), scanner: { manufacturer: 'GE Healthcare' } },
    });
    expect(codes(assessment)).toEqual([
      'blocks-signing QUALITY_NOT_STATED /exam/scans/0',
      'blocks-signing SIDE_MISSING /exam/scans/1',
      'warning HEIGHT_OR_WEIGHT_MISSING /patient',
      'warning SCANNER_QC_MISSING /exam/scanner',
      'warning SCANNER_SERIAL_MISSING /exam/scanner',
      'information SPINE_NOT_MEASURED /exam/scans',
    ]);
    expect(codes(judged(msOkafor))).toContain('information HIP_NOT_MEASURED /exam/scans');
  });

  test('what a report must have is counted', () => {
    const { completeness } = judged(msOkafor, spine(row('L1-L4', -2)), hip('left', row('total-hip', -1)));
    expect(completeness).toEqual({
      present: 9,
      required: 14,
      missing: ['INDICATION', 'RISK_FACTORS', 'FRACTURE_RISK', 'SECONDARY_CAUSES', 'NEXT_EXAM'],
    });
  });
});
