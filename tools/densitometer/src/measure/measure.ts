import { bonesOn, levels, type HipBones, type Level, type Skeleton } from '../lives/bones-on.js';
import type { Bone } from '../truth.js';
import { ageOf, rowsOf, together, type Measuring } from './rows.js';
import { onScale } from './scale.js';
import type { Row, Scan } from './scan.js';
import { allRuns, kept, regionOf } from './vertebrae.js';

const spineRegions = (measuring: Measuring): readonly (readonly Level[])[] => {
  const single = (of: readonly Level[]): Level[][] => of.map((level) => [level]);
  const chosen = kept(measuring.person, measuring.day);
  switch (measuring.scale) {
    case 'lunar':
      return [...single(levels), ...allRuns];
    case 'hologic':
      return [...single(chosen), chosen];
    case 'norland':
      return [...single(['L2', 'L3', 'L4']), ['L2', 'L3', 'L4']];
  }
};

const spineScan = (measuring: Measuring, { spine }: Skeleton): Scan => {
  const bone = (level: Level): Bone => onScale(measuring.scale, 'spine', spine[level]);
  const rows = spineRegions(measuring).flatMap((chosen) => rowsOf(measuring, regionOf(chosen), together(chosen.map(bone))));
  return { site: 'lumbar-spine', rows };
};

/** The regions of a hip on this scale; neck, trochanter and what lies between are the total. */
const hipRegions = ({ scale }: Measuring, hip: HipBones): readonly (readonly [string, Bone])[] => {
  const neck = onScale(scale, 'neck', hip.neck);
  const trochanter = onScale(scale, 'trochanter', hip.trochanter);
  const intertrochanter = onScale(scale, 'hip', hip.intertrochanter);
  const total = together([neck, trochanter, intertrochanter]);
  const wards = onScale(scale, 'neck', hip.wards);
  const of = (bones: Record<string, Bone>): readonly (readonly [string, Bone])[] => Object.entries(bones);
  switch (scale) {
    case 'lunar':
      return of({
        'femoral-neck': neck,
        'upper-neck': hip.upperNeck,
        'lower-neck': hip.lowerNeck,
        wards,
        trochanter,
        'total-hip': total,
      });
    case 'hologic':
      return of({ 'femoral-neck': neck, trochanter, intertrochanter, 'total-hip': total, wards });
    case 'norland':
      return of({ 'femoral-neck': neck, trochanter, 'total-hip': total });
  }
};

const hipScan = (measuring: Measuring, side: 'left' | 'right', hip: HipBones | undefined): Scan[] =>
  hip === undefined
    ? []
    : [{ site: 'hip', side, rows: hipRegions(measuring, hip).flatMap(([region, bone]) => rowsOf(measuring, region, bone)) }];

/** Means of both hips, where both are bone: of the densities, without content and area. */
const meanScan = (measuring: Measuring, { left, right }: Skeleton): Scan[] => {
  if (!left || !right) return [];
  const mean = (region: string): Row[] => {
    const densities = [left, right]
      .map((hip) => new Map(hipRegions(measuring, hip)).get(region))
      .map((bone) => (bone ? bone.bmc / bone.area : 0));
    return rowsOf(measuring, `mean-${region}`, { bmd: ((densities[0] ?? 0) + (densities[1] ?? 0)) / 2 });
  };
  return [{ site: 'hip', side: 'both', rows: [...mean('femoral-neck'), ...mean('total-hip')] }];
};

const forearmScan = (measuring: Measuring, { forearm }: Skeleton): Scan => {
  const of = (region: keyof Skeleton['forearm']): Row[] =>
    rowsOf(measuring, region, onScale(measuring.scale, 'hip', forearm[region]));
  return {
    site: 'forearm',
    side: 'left',
    rows: [...of('radius-ud'), ...(measuring.scale === 'hologic' ? of('radius-mid') : []), ...of('radius-33')],
  };
};

const bodyScans = (measuring: Measuring, { body }: Skeleton): Scan[] => {
  const { head, arms, legs, trunk } = body;
  const total = rowsOf(measuring, 'total', together([head, arms, legs, trunk]));
  const lessHead = together([arms, legs, trunk]);
  const site = 'whole-body';
  if (measuring.scale === 'hologic')
    return [{ site, rows: [...rowsOf(measuring, 'head', head), ...rowsOf(measuring, 'subtotal', lessHead), ...total] }];
  const parts = Object.entries(body).flatMap(([region, bone]) => rowsOf(measuring, region, bone));
  return [
    { site, rows: [...parts, ...total] },
    ...(ageOf(measuring) < 20 ? ([{ site: 'whole-body-less-head', rows: rowsOf(measuring, 'total', lessHead) }] as const) : []),
  ];
};

/** What a console measures of this person on this day: spine and hips; the forearm where a hip is metal; a child's whole body instead of hips. */
export const measure = (measuring: Measuring): Scan[] => {
  const bones = bonesOn(measuring.person, measuring.day);
  const spine = spineScan(measuring, bones);
  if (ageOf(measuring) < 20 && measuring.scale !== 'norland') return [spine, ...bodyScans(measuring, bones)];
  const isMetal = !bones.left || !bones.right;
  return [
    spine,
    ...hipScan(measuring, 'left', bones.left),
    ...hipScan(measuring, 'right', bones.right),
    ...(measuring.scale === 'lunar' ? meanScan(measuring, bones) : []),
    ...(isMetal ? [forearmScan(measuring, bones)] : []),
  ];
};
