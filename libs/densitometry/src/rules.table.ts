/** How sure a rule is: S read in a source, D computed from one, M well known and not re-read. */
export type Grade = 'S' | 'D' | 'M';

export interface Rule {
  readonly id: string;
  readonly says: string;
  readonly source: string;
  readonly grade: Grade;
}

/** Every rule by which something is judged. A rule that guards patients is code; this table says what that code does and why. */
export const rules: readonly Rule[] = [
  {
    id: 'T_SCORE_AFTER_MENOPAUSE',
    says: 'A woman after menopause is judged by T-score. From 60 years on an unstated status counts as such, and the score says that it was assumed.',
    source: 'ISCD (PMID 16731428); 60 years: product policy',
    grade: 'S',
  },
  { id: 'T_SCORE_IN_TRANSITION', says: 'A woman in the menopausal transition is judged by T-score.', source: 'ISCD', grade: 'S' },
  { id: 'T_SCORE_MEN_50', says: 'A man of 50 or older is judged by T-score.', source: 'ISCD', grade: 'S' },
  {
    id: 'Z_SCORE_BEFORE_MENOPAUSE',
    says: 'A woman before menopause is judged by Z-score, at any age.',
    source: 'ISCD',
    grade: 'S',
  },
  { id: 'Z_SCORE_MEN_UNDER_50', says: 'A man under 50 is judged by Z-score.', source: 'ISCD', grade: 'S' },
  {
    id: 'Z_SCORE_CHILD',
    says: 'Under 20 everyone is judged by Z-score, adjusted for height where that is given; no T-score is used or printed.',
    source: 'ISCD paediatric 2013; adjustment for height not re-read',
    grade: 'S',
  },
  {
    id: 'MENOPAUSAL_STATUS_UNKNOWN',
    says: 'A woman of 20 to 59 of unknown menopausal status is asked about, never guessed.',
    source: 'product decision',
    grade: 'S',
  },
  { id: 'SEX_UNKNOWN', says: 'An adult of unknown sex has no score that counts.', source: 'product decision', grade: 'S' },
  {
    id: 'WHO_LOWEST_SITE',
    says: 'One diagnosis by the lowest T-score of lumbar spine, femoral neck and total hip of either side: -1.0 is normal, -2.5 is osteoporosis, on the printed decimal. Never by Ward, trochanter, mean of hips, whole body, lateral spine or one vertebra.',
    source: 'WHO; ISCD',
    grade: 'S',
  },
  {
    id: 'Z_LOWEST_SITE',
    says: 'By the lowest Z-score of the same sites: -2.0 or lower is below the expected range for age.',
    source: 'ISCD',
    grade: 'S',
  },
  {
    id: 'CHILD_LOWEST_SITE',
    says: 'A child is judged by PA spine and whole body less head; the hip does not decide.',
    source: 'ISCD paediatric 2013',
    grade: 'S',
  },
  {
    id: 'CHILD_VERTEBRAL_FRACTURE',
    says: 'A vertebral compression fracture without high-energy trauma is osteoporosis in a child.',
    source: 'ISCD paediatric 2013',
    grade: 'S',
  },
  {
    id: 'CHILD_FRACTURE_HISTORY_AND_Z',
    says: 'Two long bones broken by 10 years or three by 19, with Z -2.0 or lower, are osteoporosis in a child.',
    source: 'ISCD paediatric 2013',
    grade: 'S',
  },
  {
    id: 'RADIUS_33',
    says: 'The 33 % radius decides too where spine or hip is absent or unusable, or hyperparathyroidism is recorded.',
    source: 'ISCD, secondary sources',
    grade: 'S',
  },
  {
    id: 'ESTABLISHED',
    says: 'Osteoporosis is established with a fragility fracture of hip, spine, wrist, humerus or pelvis, or a vertebral fracture on VFA.',
    source: 'WHO',
    grade: 'M',
  },
  {
    id: 'FEMALE_REFERENCE',
    says: "Everybody's T-score refers to the white female reference; another one is not used, and says why. Reference values may raise a doubt and never make a T-score.",
    source: 'ISCD 2019',
    grade: 'S',
  },
  {
    id: 'VERTEBRAE',
    says: 'A vertebra may be left out where its printed T-score is more than 1.0 above its neighbour or it cannot be assessed; a physician decides. One vertebra is never enough, two that are not neighbours are.',
    source: 'ISCD (p=15113); 2023 task force',
    grade: 'S',
  },
  {
    id: 'COMPARABLE',
    says: 'BMD is compared on the same scanner (or across a cross-calibration with an LSC of its own), side, region set and mode only.',
    source: 'ISCD; cross-calibration not re-read',
    grade: 'S',
  },
  {
    id: 'CHANGE_AGAINST_LSC',
    says: "A change is one where it equals or exceeds the facility's own LSC of that scanner and region set, in g/cm2 at three decimals.",
    source: 'ISCD glossary',
    grade: 'S',
  },
  {
    id: 'LSC',
    says: 'LSC is 2.77 times the RMS-SD of 30 patients measured twice or 15 three times.',
    source: 'ISCD glossary',
    grade: 'S',
  },
  {
    id: 'VFA_INDICATED',
    says: 'VFA: T-score below -1.0 with a woman of 70, a man of 80, more than 4.0 cm of height lost, a reported vertebral fracture, or 5 mg of prednisone for 3 months.',
    source: 'ISCD 2019, as UpToDate graphic 82411 quotes it',
    grade: 'S',
  },
  {
    id: 'CLINICAL_OSTEOPOROSIS_BY_FRACTURE',
    says: 'A hip or vertebral fragility fracture supports a clinical diagnosis whatever the T-score; humerus, pelvis or wrist with low bone density.',
    source: 'NBHA 2014, BHOF',
    grade: 'M',
  },
  {
    id: 'FRACTURE_RISK_ABOVE_THRESHOLD',
    says: 'US: major 20 % or hip 3 % with T-scores between -1.0 and -2.5, from 40 to 90 years of age. Other countries have no sourced table and no advice.',
    source: 'ACOG text, secondary sources',
    grade: 'S',
  },
  {
    id: 'FRAX_CARRIED',
    says: 'FRAX is carried and checked, never computed. Treated: 1 year after the last dose, 2 years after a bisphosphonate.',
    source: 'Kanis 2008; washout not re-read',
    grade: 'M',
  },
  {
    id: 'NEXT_EXAM',
    says: "Intervals are the policy's. Those of the default (12 to 60 months by class, treatment and glucocorticoids) are shown to the reader and enter no report by themselves.",
    source: 'common practice',
    grade: 'M',
  },
  {
    id: 'CROSS_CALIBRATION',
    says: 'Two scanners are fitted from 30 patients on both; the LSC across them is t times SEE times root(1 + 1/n): what 95 % of unchanged patients stay within.',
    source: 'numbers of patients: ISCD, not re-read; the LSC is the prediction interval of the fit',
    grade: 'M',
  },
  {
    id: 'STANDARDISED_BMD',
    says: 'Standardised BMD is information with its formula named, never compared: it makes two makers alike within 4 to 7 %.',
    source: 'Hui 1997, Lu 2001 (courses.washington.edu/bonephys); that its spine is L2-L4 was not re-read',
    grade: 'S',
  },
  {
    id: 'LOSS_ON_TREATMENT',
    says: 'A loss of the LSC or more on treatment asks for a technical cause, adherence and a secondary cause, in this order; stable is a response.',
    source: 'common practice',
    grade: 'M',
  },
  {
    id: 'IDENTITY_BONE_SHAPE',
    says: 'Areas of vertebrae and hip, the pattern of BMD between vertebrae and BMD of spine and hip are compared together with each prior on the same scanner, each by its precision and no more than three standard deviations; a sum of squares more than seven standard deviations above its mean may be another person.',
    source:
      'area: JCD 2005 doi 10.1016/j.jocd.2005.12.001; precision: ISCD least acceptable, not re-read; limits fixed by simulation',
    grade: 'M',
  },
  {
    id: 'IDENTITY_BMD_JUMP',
    says: 'A change beyond three LSC and 15 % in the first year, 10 % for each further one, may be another person.',
    source: 'product policy',
    grade: 'M',
  },
];
