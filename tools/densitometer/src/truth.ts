/** One region as it is: bone mineral content in g, projected area in cm2. */
export interface Bone {
  readonly bmc: number;
  readonly area: number;
}

export interface Hip {
  readonly neck: Bone;
  readonly upperNeck: Bone;
  readonly lowerNeck: Bone;
  readonly total: Bone;
}

/** What the densitometer will find; scores follow from it by the references of the console. */
export interface Truth {
  readonly spine: Readonly<Record<'L1' | 'L2' | 'L3' | 'L4', Bone>>;
  readonly left: Hip;
  readonly right: Hip;
  /** How far people of this age and weight lie below young adults, in standard deviations. */
  readonly zAboveT: { readonly spine: number; readonly hip: number };
  /** Earlier exams as the console remembers them: YYYY-MM-DD and BMD of L1-L4 in g/cm2, newest first. */
  readonly earlier: readonly { readonly date: string; readonly bmd: number }[];
}

/** Ms Okafor, 67: low bone density in the spine, a femoral neck not far from osteoporosis. */
export const msOkaforsBones: Truth = {
  spine: {
    L1: { bmc: 11.31, area: 12.5 },
    L2: { bmc: 12.65, area: 13.9 },
    L3: { bmc: 13.3, area: 14.5 },
    L4: { bmc: 13.81, area: 15.1 },
  },
  left: {
    neck: { bmc: 3.46, area: 4.86 },
    upperNeck: { bmc: 1.36, area: 2.42 },
    lowerNeck: { bmc: 2.1, area: 2.44 },
    total: { bmc: 24.1, area: 31.45 },
  },
  right: {
    neck: { bmc: 3.52, area: 4.88 },
    upperNeck: { bmc: 1.39, area: 2.43 },
    lowerNeck: { bmc: 2.13, area: 2.45 },
    total: { bmc: 24.45, area: 31.6 },
  },
  zAboveT: { spine: 1.7, hip: 1.4 },
  earlier: [{ date: '2024-02-26', bmd: 0.938 }],
};
