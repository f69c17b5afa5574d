/** Young adult women on the scale of Lunar scanners, g/cm2: the means and deviations that enCORE pages show. */
export interface Reference {
  readonly mean: number;
  readonly sd: number;
}

export const spineReferences: Readonly<Record<string, Reference>> = {
  L1: { mean: 1.13, sd: 0.12 },
  L2: { mean: 1.2, sd: 0.12 },
  L3: { mean: 1.2, sd: 0.12 },
  L4: { mean: 1.2, sd: 0.12 },
  'L1-L2': { mean: 1.16, sd: 0.12 },
  'L1-L3': { mean: 1.17, sd: 0.12 },
  'L1-L4': { mean: 1.18, sd: 0.12 },
  'L2-L4': { mean: 1.2, sd: 0.12 },
  'L3-L4': { mean: 1.2, sd: 0.12 },
};

export const hipReferences = {
  neck: { mean: 1.038, sd: 0.139 },
  total: { mean: 1.008, sd: 0.126 },
} as const satisfies Record<string, Reference>;
