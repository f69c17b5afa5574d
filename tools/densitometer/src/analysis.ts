import { printed } from './measure/printed.js';
import { hipReferences, spineReferences, type Reference } from './references.table.js';
import type { Bone, Hip, Truth } from './truth.js';

/** One line of the console's tables, as it prints it. */
export interface Line {
  readonly region: string;
  /** Element names of enCORE and their printed values. */
  readonly values: Readonly<
    Partial<Record<'BMD' | 'BMD_TSCORE' | 'BMD_ZSCORE' | 'BMD_PYA' | 'BMD_PAM' | 'BMC' | 'AREA', string>>
  >;
}

/** What was analysed in one scan. */
export interface AnalysedScan {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly trends: readonly {
    readonly region: string;
    /** Newest first. */
    readonly exams: readonly { readonly date: string; readonly bmd: string }[];
  }[];
}

const round = (value: number, places: number): number => Number(printed(value, places));

const density = ({ bmc, area }: Bone): number => round(bmc / area, 3);

const scores = (bmd: number, reference: Reference | undefined, zAboveT: number): Line['values'] => {
  if (reference === undefined) return {};
  const t = (bmd - reference.mean) / reference.sd;
  const mean = reference.mean - zAboveT * reference.sd;
  return {
    BMD_TSCORE: printed(t, 1),
    BMD_ZSCORE: printed(t + zAboveT, 1),
    BMD_PYA: printed((100 * bmd) / reference.mean, 0),
    BMD_PAM: printed((100 * bmd) / mean, 0),
  };
};

const measured = (region: string, bone: Bone, reference: Reference | undefined, zAboveT: number): Line => {
  const bmd = density(bone);
  const values = { BMD: printed(bmd, 3), BMC: printed(bone.bmc, 2), AREA: printed(bone.area, 2) };
  return { region, values: { ...values, ...scores(bmd, reference, zAboveT) } };
};

const sum = (bones: readonly Bone[]): Bone => ({
  bmc: bones.reduce((total, { bmc }) => total + bmc, 0),
  area: bones.reduce((total, { area }) => total + area, 0),
});

/** How much a density is above an earlier one, in percent with one place. */
export const changePercent = (now: string, before: string): string => printed((100 * (Number(now) - Number(before))) / Number(before), 1);

const vertebrae = ['L1', 'L2', 'L3', 'L4'] as const;
const combinations = [
  ['L1', 'L2'],
  ['L1', 'L3'],
  ['L1', 'L4'],
  ['L2', 'L3'],
  ['L2', 'L4'],
  ['L3', 'L4'],
] as const;

const spineLines = ({ spine, zAboveT }: Truth): Line[] => [
  ...vertebrae.map((name) => measured(name, spine[name], spineReferences[name], zAboveT.spine)),
  ...combinations.map(([from, to]) => {
    const parts = vertebrae.slice(vertebrae.indexOf(from), vertebrae.indexOf(to) + 1).map((name) => spine[name]);
    return measured(`${from}-${to}`, sum(parts), spineReferences[`${from}-${to}`], zAboveT.spine);
  }),
];

const hipLines = (side: 'Left' | 'Right', hip: Hip, zAboveT: number): Line[] => [
  measured(`Neck ${side}`, hip.neck, hipReferences.neck, zAboveT),
  measured(`Upper Neck ${side}`, hip.upperNeck, undefined, zAboveT),
  measured(`Lower Neck ${side}`, hip.lowerNeck, undefined, zAboveT),
  measured(`Total ${side}`, hip.total, hipReferences.total, zAboveT),
];

/** The mean of both hips: BMD and scores, no content and no area of its own. */
const meanLine = ({ left, right, zAboveT }: Truth, name: 'Neck' | 'Total'): Line => {
  const part = name === 'Neck' ? 'neck' : 'total';
  const bmd = round((density(left[part]) + density(right[part])) / 2, 3);
  return { region: `${name} Mean`, values: { BMD: printed(bmd, 3), ...scores(bmd, hipReferences[part], zAboveT.hip) } };
};

const spineTrend = (truth: Truth, date: string): AnalysedScan['trends'][number] => {
  const now = density(sum(vertebrae.map((name) => truth.spine[name])));
  return {
    region: 'L1-L4',
    exams: [{ date, bmd: now }, ...truth.earlier].map((exam) => ({ date: exam.date, bmd: printed(exam.bmd, 3) })),
  };
};

/** The tables of a spine and a dual femur exam of this day (YYYY-MM-DD): BMD = BMC / area, scores against young adult women. */
export const analyse = (truth: Truth, date: string): AnalysedScan[] => [
  { name: 'AP Spine', lines: spineLines(truth), trends: [spineTrend(truth, date)] },
  {
    name: 'DualFemur',
    lines: [
      ...hipLines('Left', truth.left, truth.zAboveT.hip),
      ...hipLines('Right', truth.right, truth.zAboveT.hip),
      meanLine(truth, 'Neck'),
      meanLine(truth, 'Total'),
    ],
    trends: [],
  },
];
