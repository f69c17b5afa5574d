/** A young-adult reference in g/cm2, where more than one mean was found in documents of the maker either fits. */
export interface ReferenceMean {
  readonly maker: string;
  readonly region: string;
  readonly means: readonly number[];
  readonly sd: number;
  /** S: read in a cited source. D: computed from one. */
  readonly grade: 'S' | 'D';
}

const lunarSpine = (region: string, ...means: number[]): ReferenceMean => ({
  maker: 'ge-lunar',
  region,
  means,
  sd: 0.12,
  grade: 'D',
});

/**
 * Female references by which a printed T-score is doubted, and by which none is ever made: NHANES III white women of 20 to 29 for the
 * hip (Looker 1998; on the Lunar scale through Lu's equations), the makers' own for the spine as their report pages print them.
 */
export const referenceMeans: readonly ReferenceMean[] = [
  { maker: 'hologic', region: 'femoral-neck', means: [0.858], sd: 0.12, grade: 'S' },
  { maker: 'hologic', region: 'total-hip', means: [0.942], sd: 0.122, grade: 'S' },
  { maker: 'hologic', region: 'L1-L4', means: [1.047], sd: 0.11, grade: 'S' },
  { maker: 'ge-lunar', region: 'femoral-neck', means: [1.038], sd: 0.139, grade: 'D' },
  { maker: 'ge-lunar', region: 'total-hip', means: [1.008], sd: 0.126, grade: 'D' },
  lunarSpine('L1', 1.13),
  lunarSpine('L2', 1.2),
  lunarSpine('L3', 1.2),
  lunarSpine('L4', 1.2),
  lunarSpine('L1-L2', 1.16, 1.17),
  lunarSpine('L1-L3', 1.17),
  lunarSpine('L1-L4', 1.18, 1.195),
  lunarSpine('L2-L4', 1.2),
  lunarSpine('L3-L4', 1.2),
  { maker: 'norland', region: 'L2-L4', means: [1.103], sd: 0.163, grade: 'D' },
];
