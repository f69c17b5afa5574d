import type { Scan } from '@osteon/contracts';

const forearm = ['33', 'ud', 'mid', 'total'].flatMap((part) => [`radius-${part}`, `ulna-${part}`]);

/** Regions that can be typed where the device has given none, by site (exam-format); those of a spine are its vertebrae. */
export const regionsOf: Readonly<Record<Scan['site'], readonly string[] | 'vertebrae'>> = {
  'lumbar-spine': 'vertebrae',
  'lateral-spine': 'vertebrae',
  hip: ['femoral-neck', 'total-hip', 'trochanter', 'intertrochanter', 'wards', 'upper-neck', 'lower-neck'],
  forearm,
  'whole-body': ['total', 'subtotal', 'head'],
  'whole-body-less-head': ['total', 'subtotal'],
};

/** What a value can be at all: a slip of the decimal point is refused at the door, doubtful values are findings of the assessment. */
export const possible = {
  bmd: [0.05, 2.5],
  bmc: [0.1, 6000],
  area: [0.1, 4000],
  tScore: [-10, 10],
  zScore: [-10, 10],
} as const;
