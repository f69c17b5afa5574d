import type { Bone } from '../truth.js';
import type { Scale } from './reference-sets.table.js';

/** sBMD in g/cm2 = a + b x BMD (Hui 1997, Lu 2001). */
type Equation = readonly [a: number, b: number];
type Part = 'spine' | 'neck' | 'trochanter' | 'hip';

const spine = (slope: number, mean: number): Equation => [1.0436 - slope * mean, slope];
const equations: Readonly<Record<Scale, Readonly<Record<Part, Equation>>>> = {
  lunar: { spine: spine(0.9683, 1.1), neck: [-0.023, 0.939], trochanter: [-0.042, 0.949], hip: [-0.031, 0.979] },
  hologic: { spine: spine(1.055, 0.972), neck: [0.019, 1.087], trochanter: [-0.017, 1.105], hip: [0.006, 1.008] },
  norland: { spine: spine(0.9743, 0.969), neck: [0.006, 0.985], trochanter: [0.057, 0.961], hip: [0.026, 1.012] },
};

/** What another maker's scanner finds of a bone that a Lunar scanner finds so: the same area, another content. */
export const onScale = (scale: Scale, part: Part, { bmc, area }: Bone): Bone => {
  const [a, b] = equations.lunar[part];
  const [c, d] = equations[scale][part];
  return { area, bmc: (area * (a + (b * bmc) / area - c)) / d };
};
