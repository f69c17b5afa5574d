import {
  codes,
  forearm,
  hip,
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
  unreadable,
  zRow,
} from './exams.story.js';

describe('the expected range for age', () => {
  test.each([
    [-1.9, 'within-expected-range'],
    [-1.94, 'within-expected-range'],
    [-1.95, 'below-expected-range'],
    [-2.0, 'below-expected-range'],
    [-2.1, 'below-expected-range'],
    [0.7, 'within-expected-range'],
  ])('Z %p is %s', (zScore, category) => {
    expect(judged(msIyer, spine(zRow('L1-L4', zScore))).diagnosis).toMatchObject({ category, rule: 'Z_LOWEST_SITE' });
  });

  test.each([
    ['a woman before menopause', msIyer],
    ['a man under 50', mrNovak],
    ['a child', tomas],
  ])('%s is never said to have osteopenia or osteoporosis by density', (_who, patient) => {
    const low = [zRow('L1-L4', -3.4, { bmd: 0.688, tScore: -4.1 }), zRow('total', -3, { tScore: -3.9 })] as const;
    const assessment = judged(
      patient,
      spine(low[0]),
      hip('left', zRow('total-hip', -3, { bmd: 0.529, tScore: -3.8 })),
      lessHead(low[1]),
    );
    expect(assessment.diagnosis.category).toBe('below-expected-range');
    expect(textOf(assessment)).not.toMatch(/osteop|T-score/i);
    expect(textOf(assessment)).toContain('Bone density below the expected range for age: lowest Z-score -3.4');
  });

  test('a Z-score against the database of the other sex is withheld', () => {
    const theirs = zRow('total-hip', -2.2, { zReference: male });
    expect(judged(msIyer, hip('left', theirs)).diagnosis).toMatchObject({
      category: 'none',
      withheld: [{ region: 'total-hip', why: 'Z_REFERENCE_NOT_OF_PATIENT' }],
    });
    expect(judged({ ...msIyer, sexForZScore: 'male' }, hip('left', theirs)).diagnosis.category).toBe('below-expected-range');
  });
});

describe('a woman in the menopausal transition', () => {
  test('is judged by WHO classes', () => {
    const assessment = judged({ ...msIyer, menopausalStatus: 'transition' }, hip('left', row('total-hip', -1.4)));
    expect(assessment.diagnosis).toMatchObject({ category: 'low-bone-density', rule: 'WHO_LOWEST_SITE' });
  });
});

describe('a child', () => {
  test('is judged by spine and whole body less head, adjusted for height, and never by the hip', () => {
    const assessment = judged(
      tomas,
      hip('left', zRow('total-hip', -3.2)),
      lessHead(zRow('total', -2.6, { heightAdjustedZ: -1.4 })),
      spine(zRow('L1-L4', -1.1, { tScore: -3.9 })),
    );
    expect(assessment.diagnosis).toEqual({
      category: 'within-expected-range',
      basis: { site: 'whole-body-less-head', region: 'total', score: -1.4 },
      rule: 'CHILD_LOWEST_SITE',
      provisional: false,
    });
    expect(textOf(assessment)).toContain('Z-score -1.4 (adjusted for height)');
  });

  test('the subtotal of a whole body is the whole body less head', () => {
    const body = {
      site: 'whole-body',
      regions: [zRow('total', -2.9), zRow('subtotal', -1.2)],
      quality: { status: 'adequate' },
    } as const;
    expect(judged(tomas, { ...body, regions: [...body.regions] }).diagnosis.basis).toMatchObject({
      region: 'subtotal',
      score: -1.2,
    });
  });

  test.each([
    [
      'a crushed vertebra by low trauma',
      [{ site: 'vertebra', trauma: 'low' }],
      -0.4,
      { category: 'osteoporosis', rule: 'CHILD_VERTEBRAL_FRACTURE' },
    ],
    [
      'a vertebra of unstated trauma',
      [{ site: 'vertebra' }],
      -2.4,
      { category: 'below-expected-range', rule: 'CHILD_LOWEST_SITE' },
    ],
    [
      'two long bones by 10',
      [
        { site: 'radius', ageYears: 9 },
        { site: 'tibia', ageYears: 10 },
      ],
      -2,
      { category: 'osteoporosis', rule: 'CHILD_FRACTURE_HISTORY_AND_Z' },
    ],
    [
      'two long bones by 11',
      [
        { site: 'radius', ageYears: 9 },
        { site: 'tibia', ageYears: 11 },
      ],
      -2,
      { category: 'below-expected-range', rule: 'CHILD_LOWEST_SITE' },
    ],
    [
      'three long bones',
      [{ site: 'radius', ageYears: 11 }, { site: 'tibia', ageYears: 12 }, { site: 'femur' }],
      -2,
      { category: 'osteoporosis', rule: 'CHILD_FRACTURE_HISTORY_AND_Z' },
    ],
    [
      'three long bones and a usual density',
      [{ site: 'radius' }, { site: 'tibia' }, { site: 'femur' }],
      -1.9,
      { category: 'within-expected-range', rule: 'CHILD_LOWEST_SITE' },
    ],
    [
      'two long bones, one by high trauma',
      [
        { site: 'radius', ageYears: 9 },
        { site: 'tibia', ageYears: 8, trauma: 'high' },
      ],
      -2.5,
      { category: 'below-expected-range', rule: 'CHILD_LOWEST_SITE' },
    ],
  ] as const)('%s', (_what, childhoodFractures, zScore, expected) => {
    const context = { patient: tomas, intake: { childhoodFractures: childhoodFractures.map((one) => ({ ...one })) } };
    expect(judgedWith(context, spine(zRow('L1-L4', zScore))).diagnosis).toMatchObject(expected);
  });

  test('a vertebral fracture is enough where no density could be used', () => {
    const assessment = judgedWith({ patient: tomas, vfa: { status: 'yes' } });
    expect(assessment.diagnosis).toMatchObject({ category: 'osteoporosis', rule: 'CHILD_VERTEBRAL_FRACTURE' });
    expect(textOf(assessment)).toContain('Osteoporosis in childhood, by a vertebral compression fracture.');
  });
});

describe('the 33 % radius decides', () => {
  const radius = forearm(row('radius-33', -3), row('radius-ud', -4));
  const usual = [spine(row('L1-L4', -0.4)), hip('left', row('total-hip', -0.2))] as const;

  test('not where spine and hip can be used', () => {
    expect(judged(msOkafor, ...usual, radius).diagnosis.category).toBe('normal');
  });

  test.each([
    ['the spine is absent', [usual[1]]],
    ['the hip is absent', [usual[0]]],
    ['the spine cannot be interpreted', [unreadable(usual[0]), usual[1]]],
    ['one vertebra is left', [spine(row('L2', -0.3)), usual[1]]],
  ])('where %s', (_why, scans) => {
    expect(judged(msOkafor, ...scans, radius).diagnosis).toMatchObject({
      category: 'osteoporosis',
      basis: { site: 'forearm', side: 'left', region: 'radius-33', score: -3 },
    });
  });

  test('with hyperparathyroidism', () => {
    const context = { patient: msOkafor, intake: { secondaryCauses: ['hyperparathyroidism'] } };
    expect(judgedWith(context, ...usual, radius).diagnosis.category).toBe('osteoporosis');
  });

  test('never by its ultradistal part', () => {
    expect(judged(msOkafor, forearm(row('radius-ud', -4))).diagnosis.category).toBe('none');
  });
});

describe('established osteoporosis', () => {
  const scan = hip('left', row('femoral-neck', -2.7));

  test.each(['hip', 'spine', 'wrist', 'humerus', 'pelvis'])('with a fragility fracture of the %s', (site) => {
    const assessment = judgedWith({ patient: msOkafor, intake: { fragilityFractures: [{ site }] } }, scan);
    expect(assessment.diagnosis.established).toBe(true);
    expect(textOf(assessment)).toContain(
      'Osteoporosis by WHO criteria, established by a fragility fracture: lowest T-score -2.7',
    );
  });

  test('by VFA', () => {
    expect(judgedWith({ patient: msOkafor, vfa: { status: 'yes' } }, scan).diagnosis.established).toBe(true);
  });

  test.each([
    ['a finger', { fragilityFractures: [{ site: 'finger' }] }],
    ['no fracture', { fragilityFractures: [] }],
  ])('not with %s', (_what, intake) => {
    expect(judgedWith({ patient: msOkafor, intake }, scan).diagnosis.established).toBeUndefined();
  });

  test('not below its class', () => {
    const context = { patient: msOkafor, intake: { fragilityFractures: [{ site: 'hip' }] } };
    expect(judgedWith(context, hip('left', row('femoral-neck', -2.4))).diagnosis.established).toBeUndefined();
  });
});

describe('what may not be trusted is withheld and named', () => {
  test.each([
    ['a lost sign against the reference', { ...row('femoral-neck', -2.3), tScore: 2.3, zScore: undefined }, 'SCORE_ARITHMETIC'],
    [
      'a T-score far above Z',
      { region: 'femoral-neck', tScore: 1.9, zScore: 0.3, tReference: { name: 'Local', sex: 'female' } },
      'SCORE_ARITHMETIC',
    ],
    [
      'a Z-score far above T',
      { region: 'femoral-neck', tScore: -1.9, zScore: 1.7, tReference: { name: 'Local', sex: 'female' } },
      'SCORE_ARITHMETIC',
    ],
    ['a T-score without its point', { ...row('femoral-neck', -2.3), tScore: -23 }, 'SCORE_IMPLAUSIBLE'],
    ['a BMD in milligrams', { ...row('femoral-neck', -2.3), bmd: 718 }, 'BMD_IMPLAUSIBLE'],
    ['a BMD of zero', { ...row('femoral-neck', -2.3), bmd: 0 }, 'BMD_IMPLAUSIBLE'],
  ] as const)('%s', (_what, wrong, code) => {
    const assessment = judged(msOkafor, hip('left', { ...wrong }, row('total-hip', -0.3)));
    expect(codes(assessment)).toContain(`blocks-signing ${code} /exam/scans/0/regions/0`);
    expect(assessment.diagnosis).toMatchObject({
      category: 'normal',
      provisional: true,
      withheld: [{ site: 'hip', side: 'left', region: 'femoral-neck', why: code }],
    });
    expect(textOf(assessment, 'assessment')).toMatch(/by the regions that could be used.*Not used: left femoral neck, because/);
  });

  test.each([
    ['T 1.5 above Z', { region: 'total-hip', tScore: 1.8, zScore: 0.3 }],
    ['Z 3.5 above T', { region: 'total-hip', tScore: -3.2, zScore: 0.3 }],
    ['T 0.2 from its reference', { region: 'total-hip', bmd: 0.8568, tScore: -1 }],
    ['either mean of a Lunar spine', { region: 'total-hip', bmd: 0.882, tScore: -1 }],
    ['another reference', { region: 'total-hip', bmd: 0.882, tScore: -2, tReference: { name: 'Germany', sex: 'female' } }],
  ] as const)('%s is no contradiction', (_what, fits) => {
    expect(codes(judged(msOkafor, hip('left', { ...fits })))).not.toContainEqual(expect.stringContaining('SCORE_ARITHMETIC'));
  });

  test('of a Lunar spine either mean fits, and nothing else', () => {
    const at = (bmd: number) => codes(judged(msOkafor, spine({ ...row('L1-L4', -2), bmd }))).join();
    expect([at(0.94), at(0.955), at(0.979)].map((found) => found.includes('SCORE_ARITHMETIC'))).toEqual([false, false, false]);
    expect(at(0.98)).toContain('SCORE_ARITHMETIC');
  });

  test('a reference that is not white is a warning, and the value is used', () => {
    const other = { ...row('total-hip', -2.6), tReference: { ...male, sex: 'female', ethnicity: 'Asian' } } as const;
    const assessment = judged(mrHalvorsen, hip('left', other));
    expect(codes(assessment)).toContain('warning T_REFERENCE_NOT_WHITE /exam/scans/0/regions/0');
    expect(assessment.diagnosis.category).toBe('osteoporosis');
  });

  test('what can be used although its quality is limited says so', () => {
    const limited = { ...hip('left', row('total-hip', -2.6)), quality: { status: 'limited' } } as const;
    expect(textOf(judged(msOkafor, limited), 'findings')).toBe(
      'Left total hip: BMD 0.680 g/cm2, T-score -2.6, technical quality limited.',
    );
  });
});
