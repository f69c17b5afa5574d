import { assess } from './assess.js';
import { assessInput, type AssessInput } from './assess-input.js';
import type { Exam, MeasuredScan } from './exam-shape.js';
import { examA1, hip, iDxa, judgedWith, msOkafor, row, spine, textOf, unreadable } from './exams.story.js';

const prior = (scans: MeasuredScan[], more: Partial<Exam> = {}): Exam => ({
  ...examA1(...scans),
  examId: 'E0',
  date: '2024-05-04',
  ...more,
});
const lsc = (regions: string, lscGcm2: number, more = {}) => ({
  scannerSerial: iDxa.serial,
  site: 'hip' as const,
  regions,
  lscGcm2,
  ...more,
});
const totalHip = (bmd: number): MeasuredScan => hip('left', { region: 'total-hip', bmd });

const compared = (now: MeasuredScan, then: Exam, more: Partial<AssessInput> = {}) =>
  judgedWith({ patient: msOkafor, priors: [then], ...more }, now).comparisons[0];

describe('a difference against the least significant change', () => {
  test.each([
    [0.8, 0.826, { changeGcm2: -0.026, significant: false, direction: undefined }],
    [0.8, 0.827, { changeGcm2: -0.027, significant: true, direction: 'decrease' }],
    [0.8, 0.828, { changeGcm2: -0.028, significant: true, direction: 'decrease' }],
    [0.827, 0.8, { changeGcm2: 0.027, significant: true, direction: 'increase' }],
    [0.8, 0.8, { changeGcm2: 0, significant: false, direction: undefined }],
  ])('%p after %p at an LSC of 0.027', (bmd, before, expected) => {
    const found = compared(totalHip(bmd), prior([totalHip(before)]), { precision: [lsc('total-hip', 0.027)] });
    expect({ direction: undefined, ...found }).toMatchObject({ comparable: true, lscGcm2: 0.027, ...expected });
  });

  test('is given in g/cm2, in percent of the prior and per year', () => {
    const found = compared(totalHip(0.766), prior([totalHip(0.8)]), { precision: [lsc('total-hip', 0.02)] });
    expect(found).toEqual({
      site: 'hip',
      side: 'left',
      regions: 'total-hip',
      priorDate: '2024-05-04',
      priorExamId: 'E0',
      followed: true,
      comparable: true,
      bmd: 0.766,
      priorBmd: 0.8,
      changeGcm2: -0.034,
      changePercent: -4.3,
      yearlyChangeGcm2: -0.017,
      yearlyChangePercent: -2.1,
      lscGcm2: 0.02,
      significant: true,
      direction: 'decrease',
    });
  });

  test.each([
    ['of another scanner', { scannerSerial: 'ME+1' }],
    ['of another region', { regions: 'femoral-neck' }],
    ['of the other side', { side: 'right' as const }],
    ['that is not valid yet', { validFrom: '2026-05-05' }],
    ['of another site', { site: 'forearm' as const }],
  ])('is of unknown significance with an LSC %s', (_what, other) => {
    const found = compared(totalHip(0.7), prior([totalHip(0.8)]), { precision: [{ ...lsc('total-hip', 0.02), ...other }] });
    expect(found).toMatchObject({ comparable: true, changeGcm2: -0.1, why: ['NO_LSC'] });
    expect(found).not.toHaveProperty('significant');
    expect(found).not.toHaveProperty('direction');
  });

  test('the newest LSC that is valid counts, and of equally new ones the larger', () => {
    const precision = [
      lsc('total-hip', 0.05, { validFrom: '2020-01-01' }),
      lsc('total-hip', 0.02, { validFrom: '2024-01-01' }),
      lsc('total-hip', 0.03, { validFrom: '2024-01-01' }),
    ];
    expect(compared(totalHip(0.7), prior([totalHip(0.8)]), { precision })?.lscGcm2).toBe(0.03);
  });
});

describe('what cannot be compared says why', () => {
  const spineOf = (bmd: number): MeasuredScan => spine({ region: 'L1-L4', bmd });
  test.each<[string, MeasuredScan, Exam, string[]]>([
    ['another scanner', totalHip(0.8), prior([totalHip(0.8)], { scanner: { ...iDxa, serial: 'ME+2' } }), ['OTHER_SCANNER']],
    ['a scanner without serial', totalHip(0.8), prior([totalHip(0.8)], { scanner: { manufacturer: 'GE' } }), ['OTHER_SCANNER']],
    [
      'another maker',
      totalHip(0.8),
      prior([totalHip(0.8)], { scanner: { manufacturer: 'Hologic, Inc.', serial: iDxa.serial } }),
      ['OTHER_SCANNER', 'OTHER_MANUFACTURER'],
    ],
    ['another side', totalHip(0.8), prior([hip('right', { region: 'total-hip', bmd: 0.8 })]), ['OTHER_SIDE']],
    [
      'a side that nobody knows',
      { ...totalHip(0.8), side: undefined },
      prior([{ ...totalHip(0.8), side: undefined }]),
      ['OTHER_SIDE'],
    ],
    ['no such region', totalHip(0.8), prior([hip('left', row('femoral-neck', -1))]), ['OTHER_REGIONS']],
    ['no such site', totalHip(0.8), prior([spineOf(1)]), ['OTHER_REGIONS']],
    ['another mode', { ...totalHip(0.8), mode: 'Thick' }, prior([{ ...totalHip(0.8), mode: 'Standard' }]), ['OTHER_MODE']],
    ['a prior that cannot be interpreted', totalHip(0.8), prior([unreadable(totalHip(0.8))]), ['PRIOR_NOT_INTERPRETABLE']],
    ['a prior with two values', totalHip(0.8), prior([totalHip(0.8), totalHip(0.81)]), ['PRIOR_NOT_INTERPRETABLE']],
    ['a scan that cannot be interpreted', unreadable(totalHip(0.8)), prior([totalHip(0.8)]), ['CURRENT_NOT_INTERPRETABLE']],
    ['a BMD in milligrams', totalHip(800), prior([totalHip(0.8)]), ['CURRENT_NOT_INTERPRETABLE']],
    ['one vertebra', spine({ region: 'L2', bmd: 1 }), prior([spine({ region: 'L2', bmd: 1 })]), ['SINGLE_VERTEBRA']],
    ['other vertebrae', spine({ region: 'L2-L4', bmd: 1 }), prior([spineOf(1)]), ['OTHER_REGIONS']],
    [
      'a vertebra that was left out then',
      spineOf(1),
      prior([{ ...spineOf(1), excluded: [{ region: 'L3', reason: 'fracture' }] }]),
      ['OTHER_REGIONS'],
    ],
  ])('%s', (_what, now, then, why) => {
    const found = compared(now, then, { precision: [lsc('total-hip', 0.02)] });
    expect(found).toMatchObject({ comparable: false, why });
    expect(found).not.toHaveProperty('changeGcm2');
  });

  test('another software version or reference is no bar', () => {
    const then = prior([totalHip(0.8)], { scanner: { ...iDxa, software: '15' } });
    expect(compared(totalHip(0.7), then)).toMatchObject({ comparable: true });
  });
});

describe('the vertebrae that are usable now', () => {
  const rows = [
    { region: 'L1', bmc: 9, area: 10 },
    { region: 'L2', bmc: 11, area: 11 },
    { region: 'L3', bmc: 13.2, area: 12 },
    { region: 'L1-L4', bmd: 1.117 },
  ];
  const now: MeasuredScan = {
    ...spine({ region: 'L1-L4', bmd: 1 }, { region: 'L1-L3', bmd: 0.9 }),
    excluded: [{ region: 'L4', reason: 'degenerative' }],
  };
  const precision = [
    { scannerSerial: iDxa.serial, site: 'lumbar-spine' as const, regions: 'L1-L4', lscGcm2: 0.03 },
    { scannerSerial: iDxa.serial, site: 'lumbar-spine' as const, regions: 'L1,L2,L3', lscGcm2: 0.04 },
  ];

  test('are compared with the sum BMC / sum area of the prior, by the LSC of that combination', () => {
    expect(compared(now, prior([spine(...rows)]), { precision })).toMatchObject({
      regions: 'L1-L3',
      priorBmd: 1.006,
      changeGcm2: -0.106,
      lscGcm2: 0.04,
    });
  });

  test("are compared with the prior's own row where there is one", () => {
    const then = prior([spine(...rows, { region: 'L1-L3', bmd: 0.95 })]);
    expect(compared(now, then, { precision: precision.slice(0, 1) })).toMatchObject({ priorBmd: 0.95, why: ['NO_LSC'] });
  });
});

describe('a cross-calibration', () => {
  const other = prior([totalHip(0.8)], { scanner: { ...iDxa, serial: 'ME+2' } });
  const calibration = {
    fromSerial: 'ME+2',
    toSerial: iDxa.serial,
    site: 'hip' as const,
    regions: 'total-hip',
    method: 'patients' as const,
    slope: 1.01,
    intercept: -0.003,
    lscGcm2: 0.045,
  };

  test('brings a prior to this scale and has its own LSC', () => {
    expect(
      compared(totalHip(0.76), other, { crossCalibrations: [calibration], precision: [lsc('total-hip', 0.02)] }),
    ).toMatchObject({
      priorBmd: 0.805,
      changeGcm2: -0.045,
      lscGcm2: 0.045,
      significant: true,
      crossCalibrated: true,
    });
  });

  test.each([
    ['without an LSC', { lscGcm2: undefined }],
    ['the other way round', { fromSerial: iDxa.serial, toSerial: 'ME+2' }],
    ['of another region', { regions: 'femoral-neck' }],
  ])('%s does not help', (_what, change) => {
    expect(compared(totalHip(0.76), other, { crossCalibrations: [{ ...calibration, ...change }] })?.why).toEqual([
      'OTHER_SCANNER',
    ]);
  });

  test('that gives what nobody has is not used', () => {
    const found = compared(totalHip(0.76), other, { crossCalibrations: [{ ...calibration, slope: 0 }] });
    expect(found).toMatchObject({ comparable: false, why: ['PRIOR_NOT_INTERPRETABLE'] });
  });

  test('by phantom holds only within one model', () => {
    const crossCalibrations = [{ ...calibration, method: 'phantom' as const }];
    const prodigy = { ...other, scanner: { ...other.scanner, model: 'Prodigy' } };
    expect(compared(totalHip(0.76), other, { crossCalibrations })?.comparable).toBe(true);
    expect(compared(totalHip(0.76), prodigy, { crossCalibrations })?.comparable).toBe(false);
  });
});

describe('every prior', () => {
  const scans = (bmd: number): MeasuredScan[] => [hip('left', { region: 'total-hip', bmd }, { region: 'femoral-neck', bmd })];
  const priors = [prior(scans(0.82), { examId: 'E1', date: '2022-05-04' }), prior(scans(0.8))];
  const assessment = judgedWith({ patient: msOkafor, priors, precision: [lsc('total-hip', 0.02)] }, ...scans(0.75));

  test('is compared, newest first, neck beside total hip', () => {
    expect(assessment.comparisons.map(({ regions, priorDate, followed }) => [regions, priorDate, followed])).toEqual([
      ['femoral-neck', '2024-05-04', false],
      ['total-hip', '2024-05-04', true],
      ['femoral-neck', '2022-05-04', false],
      ['total-hip', '2022-05-04', true],
    ]);
  });

  test('stands in the series of a chart, oldest first', () => {
    expect(assessment.trends.find(({ regions }) => regions === 'total-hip')?.points).toEqual([
      { date: '2022-05-04', bmd: 0.82 },
      { date: '2024-05-04', bmd: 0.8 },
      { date: '2026-05-04', bmd: 0.75 },
    ]);
  });

  test('in any order gives the same', () => {
    const input = assessInput.parse({
      patient: msOkafor,
      priors: [...priors].reverse(),
      precision: [lsc('total-hip', 0.02)],
      exam: examA1(...scans(0.75)),
    });
    expect(assess(input).comparisons).toEqual(assessment.comparisons);
  });

  test('is told with its figures, and no difference is called a change without an LSC', () => {
    expect(textOf(assessment, 'comparison').split('\n').slice(0, 2)).toEqual([
      "Left femoral neck since 2024-05-04: BMD 0.750 against 0.800 g/cm2, difference -0.050 g/cm2 (-6.3 %): its significance is unknown: the facility's least significant change for this scanner and region is not known.",
      'Left total hip since 2024-05-04: BMD 0.750 against 0.800 g/cm2, difference -0.050 g/cm2 (-6.3 %): a significant decrease (least significant change 0.020 g/cm2). Rate: -0.025 g/cm2 (-3.1 %) per year.',
    ]);
  });
});

test('stable on treatment is a response', () => {
  const treated = { treatments: [{ drug: 'Alendronic acid', from: '2024-07' }] };
  const told = (intake: AssessInput['intake']) =>
    textOf(
      judgedWith(
        { patient: msOkafor, intake, priors: [prior([totalHip(0.8)])], precision: [lsc('total-hip', 0.02)] },
        totalHip(0.79),
      ),
    );
  expect(told(treated)).toContain(
    'no significant change (least significant change 0.020 g/cm2). Stable on treatment counts as a response.',
  );
  expect(told({ treatments: [{ drug: 'vitamin D', from: '2024-07' }] })).not.toContain('response');
  expect(told({ treatments: [{ drug: 'alendronate', from: '2025-07' }] })).not.toContain('response');
});
