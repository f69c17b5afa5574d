import type { AssessInput } from './assess-input.js';
import { adviceCodes, adviceReasons } from './advice.table.js';
import type { Assessment } from './assessment.js';
import {
  examA1,
  forearm,
  hip,
  iDxa,
  judged,
  judgedWith,
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

const because = ({ advice }: Assessment, code: string): readonly string[] | undefined =>
  advice.find((one) => one.code === code)?.because;
const usual = [spine(row('L1-L4', -1.1)), hip('left', row('total-hip', -1.2))] as const;
const msOkafor69 = { ...msOkafor, birthDate: '1957-03-02' };
const of = (code: string, context: Partial<AssessInput>, ...scans: Parameters<typeof hip>[1][]) =>
  because(judgedWith({ patient: msOkafor69, ...context }, hip('left', ...scans)), code);

describe('vertebral fracture assessment', () => {
  const low = row('total-hip', -1.1);
  test.each<[string, Partial<AssessInput>, string[] | undefined]>([
    ['a woman of 70', { patient: msOkafor }, ['T_BELOW_MINUS_1', 'WOMAN_OF_70_OR_OLDER']],
    ['a woman of 69', {}, undefined],
    ['a man of 80', { patient: { ...mrHalvorsen, birthDate: '1946-05-04' } }, ['T_BELOW_MINUS_1', 'MAN_OF_80_OR_OLDER']],
    ['a man of 79', { patient: { ...mrHalvorsen, birthDate: '1946-05-05' } }, undefined],
    ['4.0 cm lost', { intake: { historicalHeightLossCm: 4 } }, undefined],
    ['4.1 cm lost', { intake: { historicalHeightLossCm: 4.1 } }, ['T_BELOW_MINUS_1', 'HEIGHT_LOSS_OVER_4_CM']],
    ['a reported fracture', { intake: { reportedVertebralFracture: true } }, ['T_BELOW_MINUS_1', 'REPORTED_VERTEBRAL_FRACTURE']],
    [
      '5 mg for 3 months',
      { intake: { glucocorticoids: { prednisoneMgPerDay: 5, months: 3 } } },
      ['T_BELOW_MINUS_1', 'GLUCOCORTICOIDS'],
    ],
    ['5 mg for 2 months', { intake: { glucocorticoids: { prednisoneMgPerDay: 5, months: 2 } } }, undefined],
    ['4.9 mg for a year', { intake: { glucocorticoids: { prednisoneMgPerDay: 4.9, months: 12 } } }, undefined],
    ['VFA in this exam', { patient: msOkafor, vfa: { status: 'no' } }, undefined],
  ])('%s', (_what, context, expected) => {
    expect(of('VFA_INDICATED', context, low)).toEqual(expected);
  });

  test('not at -1.0', () => {
    expect(of('VFA_INDICATED', { patient: msOkafor }, row('total-hip', -1))).toBeUndefined();
  });
});

describe('a forearm', () => {
  const hyper = { secondaryCauses: ['hyperparathyroidism'] };
  test.each([
    ['where spine and hip can be used', judged(msOkafor, ...usual), undefined],
    ['where the spine cannot be used', judged(msOkafor, unreadable(usual[0]), usual[1]), ['SPINE_NOT_USABLE']],
    [
      'where one of two hips cannot be used',
      judged(msOkafor, ...usual, unreadable(hip('right', row('total-hip', -1)))),
      undefined,
    ],
    ['where no hip can be used', judged(msOkafor, usual[0], unreadable(usual[1])), ['HIP_NOT_USABLE']],
    ['with hyperparathyroidism', judgedWith({ patient: msOkafor, intake: hyper }, ...usual), ['HYPERPARATHYROIDISM']],
    ['where one was measured', judged(msOkafor, usual[1], forearm(row('radius-33', -1))), undefined],
    ['where one was measured beside a spine that cannot be used', judged(msOkafor, unreadable(usual[0]), usual[1], forearm(row('radius-33', -1))), undefined],
    ['of a child', judged(tomas, spine(zRow('L1-L4', 0))), undefined],
    ['of a child whose spine cannot be used', judged(tomas, unreadable(spine(zRow('L1-L4', 0)))), undefined],
    ['where nothing was measured', judgedWith({ patient: msOkafor, intake: hyper }), undefined],
  ])('%s', (_where, assessment, expected) => {
    expect(because(assessment, 'FOREARM_INDICATED')).toEqual(expected);
  });
});

describe('a fracture supports a clinical diagnosis', () => {
  const fractured = (...places: string[]) => ({ intake: { fragilityFractures: places.map((site) => ({ site })) } });
  const graded = (...grades: number[]): Partial<AssessInput> => ({
    vfa: { status: 'yes', findings: grades.map((grade, index) => ({ level: `T${index + 8}`, grade })) },
  });
  test.each<[string, Partial<AssessInput>, number, string[] | undefined]>([
    ['of the hip with normal density', fractured('hip'), 0.3, ['HIP_FRACTURE']],
    ['of a vertebra with normal density', fractured('spine'), 0.3, ['VERTEBRAL_FRACTURE']],
    ['of grade 2 on VFA', graded(1, 2), 0.3, ['VERTEBRAL_FRACTURE']],
    ['of grade 1 on VFA not', graded(1), 0.3, undefined],
    ['of the wrist with low density', fractured('wrist'), -1.1, ['OTHER_FRACTURE_AND_LOW_BONE_DENSITY']],
    ['of the humerus with normal density not', fractured('humerus'), -1, undefined],
    ['of the pelvis with low density', fractured('pelvis'), -2.4, ['OTHER_FRACTURE_AND_LOW_BONE_DENSITY']],
    ['of a toe not', fractured('toe'), -2.4, undefined],
    ['of the hip with low density, for the hip alone', fractured('hip'), -1.5, ['HIP_FRACTURE']],
    ['of a vertebra with low density, for the vertebra alone', fractured('spine'), -1.5, ['VERTEBRAL_FRACTURE']],
    ['of a child not', { ...fractured('hip'), patient: tomas }, -1.5, undefined],
  ])('%s', (_what, context, score, expected) => {
    expect(of('CLINICAL_OSTEOPOROSIS_BY_FRACTURE', context, row('total-hip', score))).toEqual(expected);
  });

  test('and the densitometric class stays what the numbers say', () => {
    const assessment = judgedWith({ patient: msOkafor, ...fractured('hip') }, hip('left', row('total-hip', 0.3)));
    expect(assessment.diagnosis.category).toBe('normal');
    expect(textOf(assessment, 'advice')).toContain('supported by a fragility fracture of the hip');
  });
});

describe('fracture risk', () => {
  const frax = (majorPercent: number, hipPercent: number, country = 'US') => ({
    frax: { majorPercent, hipPercent, country, withBmd: true },
  });
  test.each<[string, Partial<AssessInput>, number, string[] | undefined]>([
    ['major 20', frax(20, 1), -1.1, ['MAJOR_FRACTURE_RISK']],
    ['major 19.9 and hip 2.9', frax(19.9, 2.9), -1.1, undefined],
    ['hip 3', frax(5, 3), -2.4, ['HIP_FRACTURE_RISK']],
    ['outside low bone density', frax(40, 9), -1, undefined],
    ['with osteoporosis', frax(40, 9), -2.5, undefined],
    ['of another country', frax(40, 9, 'GB'), -1.1, undefined],
    ['over 90', { ...frax(40, 9), patient: { ...msOkafor, birthDate: '1935-05-04' } }, -1.1, undefined],
    [
      'on treatment with a caution',
      { ...frax(20, 1), intake: { treatments: [{ drug: 'zoledronic acid', from: '2024' }] } },
      -1.1,
      ['MAJOR_FRACTURE_RISK', 'CALCULATED_ON_TREATMENT'],
    ],
  ])('%s', (_what, context, score, expected) => {
    expect(of('FRACTURE_RISK_ABOVE_THRESHOLD', context, row('total-hip', score))).toEqual(expected);
  });

  test('with osteoporosis at one site meets no threshold by another', () => {
    const assessment = judgedWith(
      { patient: msOkafor, ...frax(40, 9) },
      spine(row('L1-L4', -2.6)),
      hip('left', row('total-hip', -1.5)),
    );
    expect(because(assessment, 'FRACTURE_RISK_ABOVE_THRESHOLD')).toBeUndefined();
  });

  test('at the 33 % radius alone meets no threshold', () => {
    const radius = forearm(row('radius-33', -1.9));
    expect(because(judgedWith({ patient: msOkafor, ...frax(40, 9) }, radius), 'FRACTURE_RISK_ABOVE_THRESHOLD')).toBeUndefined();
  });
});

describe('secondary causes', () => {
  test.each([
    [-1.9, undefined],
    [-2, ['Z_AT_OR_BELOW_MINUS_2']],
  ])('at Z %p', (zScore, expected) => {
    expect(of('LOOK_FOR_SECONDARY_CAUSES', {}, { ...row('total-hip', -2.9), zScore })).toEqual(expected);
    expect(because(judged(msIyer, hip('left', zRow('total-hip', zScore))), 'LOOK_FOR_SECONDARY_CAUSES')).toEqual(expected);
  });
});

describe('the next exam', () => {
  const months = (context: Partial<AssessInput>, scan = row('total-hip', 0.2)) =>
    judgedWith({ patient: msOkafor69, ...context }, hip('left', scan)).advice.find(({ code }) => code === 'NEXT_EXAM');
  test.each([
    ['normal', () => months({}), 60, 'NORMAL'],
    ['low', () => months({}, row('total-hip', -1.9)), 36, 'LOW_BONE_DENSITY'],
    ['low from -2.0 on', () => months({}, row('total-hip', -2)), 24, 'LOW_BONE_DENSITY_T_BELOW_MINUS_2'],
    ['osteoporosis', () => months({}, row('total-hip', -2.5)), 12, 'OSTEOPOROSIS'],
    ['treated', () => months({ intake: { treatments: [{ drug: 'Prolia', from: '2025' }] } }), 12, 'ON_TREATMENT'],
    [
      'glucocorticoids',
      () => months({ intake: { glucocorticoids: { prednisoneMgPerDay: 7.5, months: 4 } } }),
      12,
      'GLUCOCORTICOIDS',
    ],
    ['below the range', () => months({ patient: mrNovak }, zRow('total-hip', -2)), 12, 'BELOW_EXPECTED_RANGE'],
    ['within the range', () => months({ patient: mrNovak }, zRow('total-hip', -1)), 60, 'WITHIN_EXPECTED_RANGE'],
  ])('%s', (_what, found, interval, reason) => {
    expect(found()).toEqual({ code: 'NEXT_EXAM', because: [reason], months: interval });
  });

  test('of a child, and none where nothing is diagnosed or something was withheld', () => {
    expect(because(judged(tomas, spine(zRow('L1-L4', 0))), 'NEXT_EXAM')).toEqual(['CHILD']);
    expect(because(judged(msOkafor), 'NEXT_EXAM')).toBeUndefined();
    expect(
      because(judged(msOkafor, hip('left', { ...row('femoral-neck', -2), tScore: 2 }, row('total-hip', 0))), 'NEXT_EXAM'),
    ).toBeUndefined();
  });
});

describe('what follows from the exam itself', () => {
  test('a menopausal status is asked for', () => {
    const unasked = judged({ ...msIyer, menopausalStatus: 'unknown' }, hip('left', zRow('total-hip', -1)));
    expect(because(unasked, 'ANSWER_MENOPAUSAL_STATUS')).toEqual(['MENOPAUSAL_STATUS_UNKNOWN']);
  });

  test('a scan that failed by position or movement is repeated', () => {
    const findings = [{ kind: 'positioning' as const }, { kind: 'movement' as const }];
    const failed = { ...usual[1], quality: { status: 'not-interpretable' as const, findings } };
    expect(because(judged(msOkafor, usual[0], failed), 'REPEAT_AFTER_REPOSITIONING')).toEqual(['POSITIONING', 'MOVEMENT']);
    const limited = { ...usual[1], quality: { status: 'limited' as const, findings } };
    expect(because(judged(msOkafor, usual[0], limited), 'REPEAT_AFTER_REPOSITIONING')).toBeUndefined();
  });

  test.each([
    ['of the LSC', 0.78, '2023-06', ['TECHNICAL_CAUSE', 'ADHERENCE', 'SECONDARY_CAUSE']],
    ['below the LSC', 0.781, '2023-06', undefined],
    ['before treatment began', 0.7, '2026-01', undefined],
  ])('a loss %s', (_what, bmd, from, expected) => {
    const prior = { ...examA1(hip('left', { region: 'total-hip', bmd: 0.8 })), examId: 'E0', date: '2024-05-04' };
    const assessment = judgedWith(
      {
        patient: msOkafor,
        priors: [prior],
        intake: { treatments: [{ drug: 'risedronate', from }] },
        precision: [{ scannerSerial: iDxa.serial, site: 'hip', regions: 'total-hip', lscGcm2: 0.02 }],
      },
      hip('left', { region: 'total-hip', bmd }),
    );
    expect(because(assessment, 'LOSS_ON_TREATMENT')).toEqual(expected);
  });

  test('a follow-up has four more elements', () => {
    const prior = { ...examA1(...usual), examId: 'E0', date: '2024-05-04' };
    const { completeness } = judgedWith({ patient: msOkafor, priors: [prior] }, ...usual);
    expect(completeness).toMatchObject({ required: 18, missing: expect.arrayContaining(['FACILITY_LSC']) });
  });
});

test('every reason has words, and no sentence keeps a gap', () => {
  const whole = judgedWith(
    {
      patient: msOkafor,
      intake: {
        fragilityFractures: [{ site: 'hip', year: 2024 }, { site: 'wrist' }],
        glucocorticoids: { prednisoneMgPerDay: 7.5, months: 4 },
        historicalHeightLossCm: 5,
        parentHipFracture: true,
        treatments: [{ drug: 'alendronate', from: '2020', to: '2023' }],
      },
      tbs: { value: 1.21, regions: 'L1-L4' },
      frax: { majorPercent: 25, hipPercent: 5, country: 'US', tbsAdjusted: true },
    },
    hip('left', { ...row('total-hip', -2.2), zScore: -2 }),
  );
  expect(whole.advice.flatMap((one) => one.because).filter((reason) => !(reason in adviceReasons))).toEqual([]);
  expect(Object.keys(adviceCodes)).toEqual(expect.arrayContaining(whole.advice.map(({ code }) => code)));
  expect(textOf(whole)).not.toMatch(/[{}]|undefined|null|NaN| {2}|\.\./);
  expect(textOf(whole, 'history')).toContain('Fragility fractures: hip (2024) and wrist.');
});

test('what VFA found is stated, and several mild deformities ask for more images', () => {
  const vfa: AssessInput['vfa'] = {
    status: 'maybe',
    levelsNotEvaluable: ['T4', 'T5'],
    findings: [
      { level: 'T8', grade: 1, shape: 'wedge' },
      { level: 'T12', grade: 1, newSince: '2024-05-02' },
    ],
  };
  const told = textOf(judgedWith({ patient: msOkafor, vfa }, ...usual));
  expect(told).toContain(
    'Vertebral fracture assessment: a vertebral fracture is possible (T8 grade 1, wedge; T12 grade 1, new since 2024-05-02). Not evaluable: T4 and T5.',
  );
  expect(told).toContain('Further imaging of the spine is due: several mild vertebral deformities.');
});

test.each([
  ['two mild ones', [1, 1], { mild: 2 }],
  ['one mild one', [1], undefined],
  ['two mild ones beside a moderate one', [1, 2, 1], undefined],
  ['none', [], undefined],
])('more images of the spine after %s', (_what, grades, values) => {
  const findings = grades.map((grade, index) => ({ level: `T${index + 8}`, grade }));
  const { sentences } = judgedWith({ patient: msOkafor, vfa: { status: 'yes', findings } }, ...usual);
  expect(sentences.find(({ rule }) => rule === 'VFA_FURTHER_IMAGING')?.values).toEqual(values);
});
