import type { Scan } from '@osteon/contracts';
import { originOf, placeOnScale, printScan } from './numbers.js';
import type { Assessment } from './studies.api.js';

const nhanes = { name: 'NHANES III', sex: 'female' } as const;
const fromSr = [{ kind: 'ge-sr', sopInstanceUID: '1.2', at: 'DualFemur/Neck Left' }] satisfies Scan['regions'][number]['sources'];

const leftHip: Scan = {
  site: 'hip',
  side: 'left',
  regions: [
    { region: 'femoral-neck', bmd: 0.712, tScore: -2.3, zScore: -0.6, tReference: nhanes, sources: fromSr },
    { region: 'total-hip', bmd: 0.766, tScore: -1.9, tReference: nhanes, sources: fromSr },
  ],
};

const lowNeck: Assessment = {
  hash: 'h1',
  score: { kind: 'T', rule: 'T_SCORE_AFTER_MENOPAUSE' },
  diagnosis: {
    category: 'low-bone-density',
    rule: 'WHO_LOWEST_SITE',
    basis: { site: 'hip', side: 'left', region: 'femoral-neck', score: -2.3 },
  },
};

describe('the numbers of a scan', () => {
  it('are printed row by row, absent ones as nothing', () => {
    const { name, rows } = printScan(leftHip);
    expect(name).toBe('Left hip');
    expect(rows.map(({ name, bmd, t, z }) => [name, bmd, t, z])).toEqual([
      ['Femoral neck', '0.712', '−2.3', '−0.6'],
      ['Total hip', '0.766', '−1.9', ''],
    ]);
  });

  it('mark the row on which the suggestion rests, on its own side only', () => {
    expect(printScan(leftHip, lowNeck).rows.map(({ decides }) => decides)).toEqual([true, false]);
    expect(printScan({ ...leftHip, side: 'right' }, lowNeck).rows.map(({ decides }) => decides)).toEqual([false, false]);
  });

  it('name reference and source once where all rows have the same', () => {
    const printed = printScan(leftHip);
    expect(printed.origin).toBe('T against NHANES III, female; from GE SR');
    expect(printed.rows.map(({ origin }) => origin)).toEqual([undefined, undefined]);
  });

  it('name the one that differs beside its row, where a region stands twice against two references', () => {
    const male: Scan = {
      ...leftHip,
      regions: [
        ...leftHip.regions,
        { region: 'femoral-neck', bmd: 0.712, tScore: -1.8, tReference: { name: 'NHANES III', sex: 'male' } },
      ],
    };
    const printed = printScan(male);
    expect(printed.origin).toBe('T against NHANES III, female; from GE SR');
    expect(printed.rows.map(({ origin }) => origin)).toEqual([undefined, undefined, 'T against NHANES III, male']);
    expect(new Set(printed.rows.map(({ key }) => key)).size).toBe(3);
  });

  it('put the Z-score on the scale where Z decides', () => {
    expect(printScan(leftHip, { ...lowNeck, score: { kind: 'Z', rule: 'Z_SCORE_BEFORE_MENOPAUSE' } }).rows[0]?.score).toBe(-0.6);
    expect(printScan(leftHip, lowNeck).rows[0]?.score).toBe(-2.3);
  });

  it('mark what a hand typed, and say whose hand it was and what the device says', () => {
    const at = '2026-03-02T09:30:00.000Z';
    const typed = [{ field: 'tScore', by: 'tanaka', name: 'Tomo Tanaka', at, deviceSaid: -2.6 }, { field: 'zScore', by: 'tanaka', at }] as const;
    const [neck, total] = printScan({ ...leftHip, regions: [{ region: 'femoral-neck', bmd: 0.712, tScore: -2.3, typed: [...typed] }, { region: 'total-hip', bmd: 0.766 }] }).rows;
    expect(neck).toMatchObject({ typed: ['tScore', 'zScore'], hands: ['T typed by Tomo Tanaka (device: −2.6)', 'Z taken away by tanaka (device: none)'] });
    expect(total).toMatchObject({ typed: [], hands: [] });
  });

  it('say nothing of an origin that is not known', () => {
    expect(originOf({ region: 'L1' })).toBe('');
    expect(printScan({ site: 'lumbar-spine', regions: [] })).toEqual({ key: 'lumbar-spine', name: 'Lumbar spine', rows: [] });
  });
});

describe('the scale', () => {
  it('runs from −5 to +2 and keeps what lies outside at its edge', () => {
    expect([-5, -1.5, 2, -7, 3].map(placeOnScale)).toEqual([0, 0.5, 1, 0, 1]);
  });
});
