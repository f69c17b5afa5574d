/** From which FRAX risk on a country's text asks to consider treatment; a country without a sourced table has none. */
export interface TreatmentThreshold {
  readonly country: string;
  readonly written: RegExp;
  /** Fixed percentages of ten-year risk; only with a T-score between -1.0 and -2.5. */
  readonly majorPercent: number;
  readonly hipPercent: number;
  readonly source: string;
}

export const treatmentThresholds: readonly TreatmentThreshold[] = [
  {
    country: 'US',
    written: /^(us|usa|u\.s\.a?\.?|united states( of america)?)$/i,
    majorPercent: 20,
    hipPercent: 3,
    source: 'BHOF/ACOG, read in secondary sources [S]',
  },
];
