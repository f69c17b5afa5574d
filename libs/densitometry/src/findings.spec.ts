import type { AssessInput } from './assess-input.js';
import type { Exam, MeasuredScan } from './exam-shape.js';
import { assess } from './assess.js';
import { codes, examA1, hip, iDxa, judged, judgedWith, msIyer, msOkafor, row, spine, tomas } from './exams.story.js';

const scan = hip('left', row('femoral-neck', -2.3), row('total-hip', -1.9));
const withHeader = (header: Exam['header'], patient: AssessInput['patient'] = msOkafor): string[] =>
  codes(assess({ patient, exam: { ...examA1(scan), header } }));

describe('another patient than the order names', () => {
  test.each<[string, Exam['header'], string]>([
    ['another sex', { sex: 'male' }, 'blocks-signing IDENTITY_SEX /exam/header/sex'],
    ['another birth date', { birthDate: '1956-02-03' }, 'blocks-signing IDENTITY_BIRTH_DATE /exam/header/birthDate'],
    ['another id', { patientId: 'P-1' }, 'blocks-signing IDENTITY_ID /exam/header/patientId'],
    ['a height 6.1 cm off', { heightCm: 168.1 }, 'warning IDENTITY_HEIGHT /exam/header/heightCm'],
  ])('%s is noticed', (_what, header, finding) => {
    expect(withHeader(header)).toContain(finding);
  });

  test.each<[string, Exam['header'], Partial<AssessInput['patient']>]>([
    ['the same', { sex: 'female', birthDate: '1956-03-02', patientId: 'P-1001', heightCm: 162 }, {}],
    ['a height 6 cm off', { heightCm: 156 }, {}],
    ['a sex that the header does not know', { sex: 'unknown' }, {}],
    ['the sex for the Z-score', { sex: 'male' }, { sexForZScore: 'male' }],
    ['a sex that the order does not know', { sex: 'male' }, { sex: 'unknown' }],
  ])('%s is none', (_what, header, patient) => {
    expect(withHeader(header, { ...msOkafor, ...patient }).join()).not.toContain('IDENTITY');
  });
});

describe('the scanner', () => {
  const of = (scannerQuality: AssessInput['scannerQuality']) =>
    codes(judgedWith({ patient: msOkafor, scannerQuality }, scan)).filter((code) => code.includes('SCANNER'));
  const said = (date: string, status: 'in-control' | 'out-of-control' | 'not-done', scannerSerial = iDxa.serial as string) => ({
    scannerSerial,
    date,
    status,
  });
  const out = ['blocks-signing SCANNER_OUT_OF_CONTROL /exam/scanner'];
  const missing = ['warning SCANNER_QC_MISSING /exam/scanner'];

  test.each<[string, AssessInput['scannerQuality'], string[]]>([
    ['in control on the day', [said('2026-05-04', 'in-control')], []],
    ['out of control on the day', [said('2026-05-04', 'out-of-control'), said('2026-05-04', 'in-control')], out],
    ['out of control the day before and not measured since', [said('2026-05-03', 'out-of-control')], out],
    [
      'out of control before and in control on the day',
      [said('2026-05-03', 'out-of-control'), said('2026-05-04', 'in-control')],
      [],
    ],
    ['out of control on the day after', [said('2026-05-04', 'in-control'), said('2026-05-05', 'out-of-control')], []],
    ['not measured', [said('2026-05-04', 'not-done')], missing],
    ['measured the day before', [said('2026-05-03', 'in-control')], missing],
    ['another scanner', [said('2026-05-04', 'in-control', 'ME+2')], missing],
    ['nothing known', [], missing],
  ])('%s', (_what, quality, expected) => {
    expect(of(quality)).toEqual(expected);
  });
});

describe('a carried FRAX', () => {
  const given = {
    majorPercent: 14,
    hipPercent: 2,
    country: 'US',
    withBmd: true,
    inputDevice: 'GE Lunar',
    neckBmd: 0.718,
    neckTScore: -2.3,
  };
  const of = (frax: Partial<typeof given>, context: Partial<AssessInput> = {}) =>
    codes(judgedWith({ patient: msOkafor, frax: { ...given, ...frax }, ...context }, scan)).filter((code) =>
      code.includes('frax'),
    );

  test('of this exam raises nothing', () => {
    expect(of({})).toEqual([]);
  });

  test.each<[string, Partial<typeof given>, Partial<AssessInput>, string]>([
    ['under 40', {}, { patient: { ...msIyer, birthDate: '1986-05-05' } }, 'warning FRAX_OUTSIDE_AGE /frax'],
    ['over 90', {}, { patient: { ...msOkafor, birthDate: '1935-05-04' } }, 'warning FRAX_OUTSIDE_AGE /frax'],
    ['on denosumab', {}, { intake: { treatments: [{ drug: 'Denosumab', from: '2025' }] } }, 'warning FRAX_ON_TREATMENT /frax'],
    ['without BMD', { withBmd: false }, {}, 'warning FRAX_WITHOUT_BMD /frax'],
    ['with another device', { inputDevice: 'Hologic' }, {}, 'warning FRAX_INPUT_DIFFERS /frax'],
    ['with another neck BMD', { neckBmd: 0.719 }, {}, 'warning FRAX_INPUT_DIFFERS /frax'],
    ['with another neck T', { neckTScore: -2.2 }, {}, 'warning FRAX_INPUT_DIFFERS /frax'],
    ['of another country', { country: 'DE' }, {}, 'information NO_TREATMENT_THRESHOLD_FOR_COUNTRY /frax'],
  ])('%s', (_what, frax, context, code) => {
    expect(of(frax, context)).toContain(code);
  });

  test.each([
    ['a bisphosphonate for 2 years', 'alendronate', '2024-05-05', true],
    ['a bisphosphonate no longer', 'alendronate', '2024-05-03', false],
    ['another for 1 year', 'teriparatide', '2025-05-05', true],
    ['another no longer', 'teriparatide', '2025-05-03', false],
    ['vitamin D never', 'vitamin D', '2026-05-01', false],
  ])('%s counts as treatment', (_what, drug, to, treated) => {
    const found = of({}, { intake: { treatments: [{ drug, from: '2020', to }] } });
    expect(found.includes('warning FRAX_ON_TREATMENT /frax')).toBe(treated);
  });
});

test('pregnancy and contrast medium are said', () => {
  const found = codes(judgedWith({ patient: msIyer, intake: { pregnant: true, recentContrast: true } }, scan));
  expect(found).toEqual(
    expect.arrayContaining(['warning PREGNANT /intake/pregnant', 'warning RECENT_CONTRAST /intake/recentContrast']),
  );
});

describe('numbers that do not fit each other', () => {
  const l = (region: string, bmd: number, bmc: number, area: number) => ({ region, bmd, bmc, area });
  const of = (...rows: ReturnType<typeof l>[]) =>
    codes(judged(msOkafor, spine(...rows))).filter((code) => code.includes('ARITHMETIC'));

  test.each([
    [0.903, []],
    [0.897, []],
    [0.904, ['warning BMC_AREA_ARITHMETIC /exam/scans/0/regions/0']],
  ])('a BMD of %p with 9 g on 10 cm2', (bmd, expected) => {
    expect(of(l('L1', bmd, 9, 10))).toEqual(expected);
  });

  test.each([
    [0.957, []],
    [0.958, ['warning COMBINED_REGION_ARITHMETIC /exam/scans/0/regions/2']],
  ])('a combined BMD of %p with parts of 20 g on 21 cm2', (bmd, expected) => {
    expect(of(l('L1', 0.9, 9, 10), l('L2', 1, 11, 11), { ...l('L1-L2', bmd, 0, 0) })).toEqual(expected);
  });

  test('a total hip is the sum of its three parts', () => {
    const parts = [l('femoral-neck', 0.8, 4, 5), l('trochanter', 0.7, 7, 10), l('intertrochanter', 1, 20, 20)];
    const found = codes(judged(msOkafor, hip('left', ...parts, { region: 'total-hip', bmd: 0.9 })));
    expect(found).toContain('warning COMBINED_REGION_ARITHMETIC /exam/scans/0/regions/3');
  });
});

describe('against the own priors', () => {
  const of = (now: MeasuredScan, then: MeasuredScan, more: Partial<Exam> = {}, context: Partial<AssessInput> = {}) =>
    codes(
      judgedWith(
        { patient: msOkafor, priors: [{ ...examA1(then), examId: 'E0', date: '2024-05-03', ...more }], ...context },
        now,
      ),
    ).filter((code) => /AREA_CHANGED|BONE_AREA|JUMP|SOFTWARE/.test(code));
  const area = (cm2: number) => spine({ region: 'L1-L4', bmd: 1, area: cm2 });
  const bmd = (value: number) => hip('left', { region: 'total-hip', bmd: value });

  test.each([
    [51, []],
    [51.1, ['warning AREA_CHANGED /exam/scans/0']],
    [56, ['warning AREA_CHANGED /exam/scans/0']],
    [56.1, ['warning IDENTITY_BONE_AREA /exam/scans/0']],
    [43.9, ['warning IDENTITY_BONE_AREA /exam/scans/0']],
  ])('vertebrae of %p cm2 after 50', (cm2, expected) => {
    expect(of(area(cm2), area(50))).toEqual(expected);
  });

  test('the area of a hip tells the position only, and of another maker nothing', () => {
    const hipArea = (cm2: number) => hip('left', { region: 'total-hip', bmd: 0.8, area: cm2 });
    expect(of(hipArea(40), hipArea(30))).toEqual(['warning AREA_CHANGED /exam/scans/0']);
    expect(of(area(60), area(50), { scanner: { manufacturer: 'Hologic' } })).toEqual([]);
  });

  test.each<[string, MeasuredScan, MeasuredScan, Partial<Exam>, string[]]>([
    ['within 15 % in the first year', bmd(0.85), bmd(1), { date: '2025-05-04' }, []],
    ['over 15 % in the first year', bmd(0.849), bmd(1), { date: '2025-05-05' }, ['warning IDENTITY_BMD_JUMP /exam/scans/0']],
    ['within 25 % in the second', bmd(0.75), bmd(1), {}, []],
    ['over 25 % in the second', bmd(0.749), bmd(1), {}, ['warning IDENTITY_BMD_JUMP /exam/scans/0']],
    ['upwards too', bmd(1.26), bmd(1), {}, ['warning IDENTITY_BMD_JUMP /exam/scans/0']],
  ])('a jump %s', (_what, ...[now, then, more, expected]) => {
    expect(of(now, then, more)).toEqual(expected);
  });

  test('three times the LSC is no jump', () => {
    const precision = [{ scannerSerial: iDxa.serial, site: 'hip' as const, regions: 'total-hip', lscGcm2: 0.1 }];
    expect(of(bmd(0.7), bmd(1), {}, { precision })).toEqual([]);
    expect(of(bmd(0.699), bmd(1), {}, { precision })).toEqual(['warning IDENTITY_BMD_JUMP /exam/scans/0']);
  });

  test('a body that grows is not doubted', () => {
    expect(of(area(60), area(40), {}, { patient: tomas })).toEqual([]);
  });

  test('other software or another reference is said', () => {
    const warned = ['warning SOFTWARE_OR_REFERENCE_CHANGED /priors/0'];
    expect(of(bmd(0.8), bmd(0.8), { scanner: { ...iDxa, software: '15' } })).toEqual(warned);
    const referred = (name: string) => hip('left', { region: 'total-hip', bmd: 0.8, tReference: { name, sex: 'female' } });
    expect(of(referred('A'), referred('B'))).toEqual(warned);
    expect(of(referred('A'), referred('A'))).toEqual([]);
  });
});
