import type { AssessInput } from './assess-input.js';
import { assess } from './assess.js';
import { boneShapeFindings } from './bone-shape.js';
import type { Exam, MeasuredScan, Row } from './exam-shape.js';
import { examA1, iDxa, msOkafor } from './exams.story.js';
import { measuredSites } from './measured-site.js';

const bone = (region: string, area: number, bmd: number): Row => ({ region, area, bmd });

const spineOf = (areas: number[], bmds: number[] = [0.9, 0.95, 1, 1]): MeasuredScan => ({
  site: 'lumbar-spine',
  regions: areas.map((area, index) => bone(`L${index + 1}`, area, bmds[index] ?? 1)),
});
const hipOf = (
  neck: readonly [number, number],
  total: readonly [number, number],
  side: 'left' | 'right' = 'left',
): MeasuredScan => ({
  site: 'hip',
  side,
  regions: [bone('femoral-neck', ...neck), bone('total-hip', ...total)],
});

const before: MeasuredScan[] = [spineOf([12, 13, 14, 16]), hipOf([4.8, 0.75], [31, 0.85])];
/** Each within what is allowed by itself, all together another person. */
const stranger: MeasuredScan[] = [spineOf([13.1, 13.9, 13.1, 17.2], [1, 0.93, 1.1, 0.98]), hipOf([5.2, 0.83], [33, 0.93])];

const priorOf = (scans: MeasuredScan[], more: Partial<Exam> = {}): Exam => ({
  ...examA1(...scans),
  examId: 'A0',
  date: '2024-05-04',
  ...more,
});
const inputOf = (now: MeasuredScan[], ...priors: Exam[]): AssessInput => ({ patient: msOkafor, exam: examA1(...now), priors });
const raised = (input: AssessInput) => boneShapeFindings(input, measuredSites(input.exam));

test('many small differences together are another person, with their figures', () => {
  expect(raised(inputOf(stranger, priorOf(before)))).toEqual([
    {
      code: 'IDENTITY_BONE_SHAPE',
      level: 'warning',
      at: '/priors/0',
      values: { measures: 13, squares: expect.any(Number), allowed: 48.7, priorDate: '2024-05-04' },
    },
  ]);
});

test('it stands among the findings of an exam', () => {
  const codes = assess(inputOf(stranger, priorOf(before))).findings.map(({ code }) => code);
  expect(codes).toContain('IDENTITY_BONE_SHAPE');
  expect(codes).not.toContain('IDENTITY_BONE_AREA');
  expect(codes).not.toContain('IDENTITY_BMD_JUMP');
});

test('each prior is asked by itself', () => {
  const found = raised(inputOf(stranger, priorOf(stranger, { examId: 'A1' }), priorOf(before)));
  expect(found.map(({ at }) => at)).toEqual(['/priors/1']);
});

test.each([
  ['the same person', [spineOf([12.2, 13.2, 13.9, 15.8], [0.89, 0.96, 1, 0.98]), hipOf([4.9, 0.74], [31.3, 0.84])]],
  ['one site badly positioned', [before[0] ?? spineOf([]), hipOf([6.5, 1.2], [40, 1.2])]],
  ['another side', [spineOf([12, 13, 14, 16]), hipOf([5.2, 0.83], [33, 0.93], 'right')]],
  ['too few measures', [hipOf([6.5, 1.2], [40, 1.2])]],
])('nothing is said of %s', (_what, now) => {
  expect(raised(inputOf(now, priorOf(before)))).toEqual([]);
});

test('BMD without three areas says too little', () => {
  const bare = (scan: MeasuredScan): MeasuredScan => ({
    ...scan,
    regions: scan.regions.map(({ area, ...rest }) => (rest.region.startsWith('L') ? rest : { ...rest, area })),
  });
  expect(raised(inputOf(stranger.map(bare), priorOf(before)))).toEqual([]);
});

test.each([
  ['another scanner', { scanner: { ...iDxa, serial: 'ME+200999' } }],
  ['a scanner without a serial number', { scanner: { manufacturer: 'GE Healthcare' } }],
  ['bones that still grew', { date: '1976-03-01' }],
])('nothing is said against a prior of %s', (_what, more) => {
  expect(raised(inputOf(stranger, priorOf(before, more)))).toEqual([]);
});

test('a scan that cannot be interpreted, a vertebra that was left out and a region given twice do not count', () => {
  const [spine, hip] = stranger;
  if (spine === undefined || hip === undefined) throw new Error('the story has two scans');
  const unreadable: MeasuredScan = { ...spine, quality: { status: 'not-interpretable' } };
  expect(raised(inputOf([unreadable, hip], priorOf(before)))).toEqual([]);
  expect(
    raised(inputOf(stranger, priorOf(before.map((scan) => ({ ...scan, quality: { status: 'not-interpretable' } }))))),
  ).toEqual([]);
  const measuresOf = (now: MeasuredScan) => raised(inputOf([now, hip], priorOf(before)))[0]?.values?.measures;
  expect(measuresOf(spine)).toBe(13);
  expect(measuresOf({ ...spine, excluded: [{ region: 'L4', reason: 'fracture' }] })).toBe(11);
  expect(measuresOf({ ...spine, regions: [...spine.regions, bone('L2', 12, 0.8)] })).toBe(11);
});

test('BMD may differ more with the years, area may not', () => {
  const denser = [spineOf([12, 13, 14, 16], [1.02, 1.1, 1.3, 1]), hipOf([5.4, 0.87], [34, 0.99])];
  const squares = (date: string) => raised(inputOf(denser, priorOf(before, { date })))[0]?.values?.squares;
  expect(Number(squares('2025-05-04'))).toBeGreaterThan(Number(squares('2018-05-04') ?? 0));
});

describe('what is counted', () => {
  /** So different that each measure counts its most: 9. */
  const huge = (scan: MeasuredScan): MeasuredScan => ({ ...scan, regions: scan.regions.map(({ region, area, bmd }) => ({ region, ...(area === undefined ? {} : { area: area * 2 }), bmd: (bmd ?? 0) * 2 })) });
  const counted = (...scans: MeasuredScan[]) => {
    const [found] = raised(inputOf(scans.map(huge), priorOf(scans)));
    return found && [found.values?.measures, found.values?.squares, found.values?.allowed];
  };
  const hips = [hipOf([4.8, 0.75], [31, 0.85]), hipOf([4.7, 0.74], [30, 0.84], 'right')];
  const only = (scan: MeasuredScan, ...regions: string[]): MeasuredScan => ({ ...scan, regions: scan.regions.filter(({ region }) => regions.includes(region)) });

  test('area and BMD of neck and total of each hip, each up to three standard deviations', () => {
    expect(counted(...hips)).toEqual([8, 72, 36]);
    expect(counted(hipOf([4.8, 0.75], [31, 0.85]))).toBeUndefined();
  });

  test('six measures with three areas are enough, five are not, nor are two areas', () => {
    const [left, right] = hips as [MeasuredScan, MeasuredScan];
    expect(counted(left, only(right, 'femoral-neck'))).toEqual([6, 54, 30.2]);
    const bare = (scan: MeasuredScan): MeasuredScan => ({ ...scan, regions: scan.regions.map(({ region, bmd }) => ({ region, bmd })) });
    const sizes = (scan: MeasuredScan): MeasuredScan => ({ ...scan, regions: scan.regions.map(({ region, area }) => ({ region, area })) });
    expect(counted(left, sizes(only(right, 'femoral-neck')))).toBeUndefined();
    expect(counted(left, bare(right))).toBeUndefined();
    expect(counted(sizes(spineOf([12, 13, 14, 16])), sizes(only(left, 'femoral-neck')))).toBeUndefined();
  });

  test('of one vertebra its size alone: it has no pattern', () => {
    const [left, right] = hips as [MeasuredScan, MeasuredScan];
    expect(counted(left, right, only(spineOf([12, 13, 14, 16]), 'L2'))).toEqual([9, 81, 38.7]);
    expect(counted(left, right, only(spineOf([12, 13, 14, 16]), 'L2', 'L3'))?.[0]).toBe(13);
  });

  test('neither a forearm, nor a hip whose side is not known, nor a size of nothing', () => {
    const [left, right] = hips as [MeasuredScan, MeasuredScan];
    const radius: MeasuredScan = { site: 'forearm', side: 'left', regions: [bone('radius-33', 3, 0.6), bone('femoral-neck', 3, 0.6), bone('total-hip', 3, 0.6)] };
    expect(counted(left, right, radius)?.[0]).toBe(8);
    const { side: _side, ...unsided } = left;
    expect(counted(unsided, right)).toBeUndefined();
    const empty = { ...right, regions: [bone('femoral-neck', 0, 0.74), bone('total-hip', 30, 0.84)] };
    expect(counted(left, empty)?.[0]).toBe(7);
  });

  test('nothing of a vertebra that only one of the two exams has', () => {
    const spine = spineOf([12, 13, 14, 16]);
    const [found] = raised(inputOf([huge(spine), huge(hips[0] ?? spine)], priorOf([only(spine, 'L1', 'L2', 'L3'), hips[0] ?? spine])));
    expect(found?.values?.measures).toBe(11);
  });

  test('by the sum of squares: size and pattern of the vertebrae, their BMD as a whole, and the hip', () => {
    const by = 1.0914;
    const now = [spineOf([12 * by, 13 * by, 14 * by, 16 * by], [0.9 * 1.05, 0.95 * 1.05, 1.13, 1]), hipOf([4.8 * 1.0812, 0.75], [31 * 1.071, 0.85])];
    const logs = [Math.log(1.05), Math.log(1.05), Math.log(1.13), 0];
    const mean = (2 * Math.log(1.05) + Math.log(1.13)) / 4;
    const deviations = [
      ...[1, 2, 3, 4].map(() => Math.log(by) / 0.036),
      ...logs.map((log) => (log - mean) / 0.03),
      mean / Math.hypot(0.027, 2 * 0.012),
      Math.log(1.0812) / 0.032,
      // The total hip alone is more than three standard deviations away.
      3,
    ];
    const [found] = raised(inputOf(now, priorOf(before)));
    expect(found?.values?.squares).toBeCloseTo(deviations.reduce((sum, z) => sum + z * z, 0), 0);
  });
});

test('a prior of the very day on which the patient was grown up counts', () => {
  const patient = { ...msOkafor, birthDate: '2004-05-04' };
  const found = (date: string) => boneShapeFindings({ ...inputOf(stranger, priorOf(before, { date })), patient }, measuredSites(examA1(...stranger))).length;
  expect([found('2024-05-03'), found('2024-05-04')]).toEqual([0, 1]);
});
