import { hipReferences, spineReferences, type Reference } from '../references.table.js';

/** Young adults that a maker's scores are against, by region; g/cm2 on that maker's scale. */
export interface ReferenceSet {
  readonly name: string;
  readonly female: Readonly<Record<string, Reference>>;
  readonly male: Readonly<Record<string, Reference>>;
}

export type Scale = 'lunar' | 'hologic' | 'norland';

/** What no paper gives is invented here, and good for test data only: forearm, whole body, Ward's, single vertebrae of Hologic, and men apart from those marked. */
export const referenceSets: Readonly<Record<Scale, ReferenceSet>> = {
  lunar: {
    name: 'USA (Combined NHANES/Lunar)',
    female: {
      ...spineReferences,
      'L2-L3': { mean: 1.2, sd: 0.12 },
      'femoral-neck': hipReferences.neck,
      'total-hip': hipReferences.total,
      wards: { mean: 0.91, sd: 0.13 },
      trochanter: { mean: 0.79, sd: 0.11 },
      'radius-33': { mean: 0.88, sd: 0.08 },
      total: { mean: 1.125, sd: 0.08 },
    },
    male: {
      ...Object.fromEntries(
        Object.entries(spineReferences).map(([region, { mean }]) => [region, { mean: mean + 0.04, sd: 0.12 }]),
      ),
      'L2-L3': { mean: 1.24, sd: 0.12 },
      // 0.934/0.137 and 1.041/0.144 on Hologic's scale, through the equations of standardised BMD
      'femoral-neck': { mean: 1.126, sd: 0.159 },
      'total-hip': { mean: 1.11, sd: 0.148 },
      wards: { mean: 0.96, sd: 0.13 },
      trochanter: { mean: 0.93, sd: 0.11 },
      'radius-33': { mean: 0.98, sd: 0.08 },
      total: { mean: 1.22, sd: 0.08 },
    },
  },
  hologic: {
    name: '2012 BMDCS/NHANES',
    female: {
      L1: { mean: 0.925, sd: 0.11 },
      L2: { mean: 1.028, sd: 0.11 },
      L3: { mean: 1.084, sd: 0.11 },
      L4: { mean: 1.064, sd: 0.11 },
      'L1-L4': { mean: 1.047, sd: 0.11 },
      'L1-L3': { mean: 1.018, sd: 0.11 },
      'L2-L4': { mean: 1.079, sd: 0.11 },
      'L2-L3': { mean: 1.058, sd: 0.11 },
      'L2,L4': { mean: 1.046, sd: 0.11 },
      'L1-L2,L4': { mean: 1.01, sd: 0.11 },
      'femoral-neck': { mean: 0.858, sd: 0.12 },
      'total-hip': { mean: 0.942, sd: 0.122 },
      trochanter: { mean: 0.708, sd: 0.1 },
      intertrochanter: { mean: 1.1, sd: 0.15 },
      wards: { mean: 0.74, sd: 0.12 },
      'radius-33': { mean: 0.69, sd: 0.06 },
      total: { mean: 1.11, sd: 0.08 },
    },
    male: {
      L1: { mean: 1.0, sd: 0.11 },
      L2: { mean: 1.07, sd: 0.11 },
      L3: { mean: 1.1, sd: 0.11 },
      L4: { mean: 1.13, sd: 0.11 },
      'L1-L4': { mean: 1.091, sd: 0.11 },
      'L1-L3': { mean: 1.06, sd: 0.11 },
      'L2-L4': { mean: 1.11, sd: 0.11 },
      'L2-L3': { mean: 1.09, sd: 0.11 },
      'L2,L4': { mean: 1.1, sd: 0.11 },
      'L1-L2,L4': { mean: 1.07, sd: 0.11 },
      'femoral-neck': { mean: 0.934, sd: 0.137 },
      'total-hip': { mean: 1.041, sd: 0.144 },
      trochanter: { mean: 0.78, sd: 0.11 },
      intertrochanter: { mean: 1.21, sd: 0.16 },
      wards: { mean: 0.78, sd: 0.13 },
      'radius-33': { mean: 0.81, sd: 0.06 },
      total: { mean: 1.2, sd: 0.09 },
    },
  },
  norland: {
    name: 'Norland 4/00',
    female: {
      L2: { mean: 1.08, sd: 0.16 },
      L3: { mean: 1.11, sd: 0.163 },
      L4: { mean: 1.11, sd: 0.165 },
      'L2-L4': { mean: 1.103, sd: 0.163 },
      // 0.858/0.120 and 0.942/0.122 on Hologic's scale, through the equations of standardised BMD
      'femoral-neck': { mean: 0.96, sd: 0.132 },
      'total-hip': { mean: 0.919, sd: 0.122 },
      trochanter: { mean: 0.737, sd: 0.115 },
      'radius-33': { mean: 0.78, sd: 0.07 },
    },
    male: {
      L2: { mean: 1.1, sd: 0.16 },
      L3: { mean: 1.13, sd: 0.163 },
      L4: { mean: 1.13, sd: 0.165 },
      'L2-L4': { mean: 1.12, sd: 0.163 },
      'femoral-neck': { mean: 1.108, sd: 0.125 },
      'total-hip': { mean: 1.108, sd: 0.122 },
      trochanter: { mean: 0.82, sd: 0.12 },
      'radius-33': { mean: 0.9, sd: 0.07 },
    },
  },
};
