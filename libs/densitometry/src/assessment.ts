import type { Scan } from '@osteon/contracts';
import type { QualityKind } from './exam-shape.js';
import type { AdviceCode } from './advice.table.js';
import type { FindingCode } from './findings.table.js';
import type { PolicyName } from './policy/policy.js';

export type Site = Scan['site'];
export type Side = 'left' | 'right' | 'both';

/** Which score counts for this patient, and by which rule. `assumed`: menopausal status taken from age. */
export interface Score {
  readonly kind: 'T' | 'Z' | 'none';
  readonly rule:
    | 'T_SCORE_AFTER_MENOPAUSE'
    | 'T_SCORE_IN_TRANSITION'
    | 'T_SCORE_MEN_50'
    | 'Z_SCORE_BEFORE_MENOPAUSE'
    | 'Z_SCORE_MEN_UNDER_50'
    | 'Z_SCORE_CHILD'
    | 'SEX_UNKNOWN'
    | 'MENOPAUSAL_STATUS_UNKNOWN';
  readonly assumed?: true;
}

export type WhoCategory = 'normal' | 'low-bone-density' | 'osteoporosis';

/** Where a judgement rests; `score` as printed. */
export interface Basis {
  readonly site: Site;
  readonly side?: Side;
  readonly region: string;
  readonly score: number;
}

/** A region that could have decided and was not used because of its value, or because it has none. */
export interface Withheld {
  readonly site: Site;
  readonly side?: Side;
  readonly region: string;
  readonly why:
    | 'T_REFERENCE_NOT_FEMALE'
    | 'T_REFERENCE_UNKNOWN'
    | 'Z_REFERENCE_NOT_OF_PATIENT'
    | 'TWO_VALUES_FOR_ONE_REGION'
    | 'BMD_IMPLAUSIBLE'
    | 'SCORE_IMPLAUSIBLE'
    | 'SCORE_ARITHMETIC'
    | 'SCORE_MISSING';
}

/** One diagnosis per patient. `established`: with a fragility fracture, or a vertebral fracture on VFA. */
export interface Diagnosis {
  readonly category: WhoCategory | 'within-expected-range' | 'below-expected-range' | 'none';
  readonly rule: string;
  readonly basis?: Basis;
  readonly established?: true;
  readonly why?: 'NO_USABLE_SITE' | 'SEX_UNKNOWN' | 'MENOPAUSAL_STATUS_UNKNOWN';
  readonly provisional: boolean;
  readonly withheld?: readonly Withheld[];
}

/** BMD on the scale that makers have agreed on, and by which formula: information, never compared. */
export interface StandardisedBmd {
  readonly mgPerCm2: number;
  readonly formula: string;
}

/** What one site says: BMD in g/cm2 (three decimals), score as printed. */
export interface SiteResult {
  readonly site: Site;
  readonly side?: Side;
  readonly regions: string;
  readonly bmd?: number;
  readonly standardised?: StandardisedBmd;
  readonly score?: number;
  /** The score is the Z-score adjusted for height (a child's). */
  readonly heightAdjusted?: true;
  readonly usable: boolean;
  /** It is used although its technical quality is limited. */
  readonly limited?: true;
  /** `device`: the device gave a row for exactly these vertebrae or this region. */
  readonly tScoreFrom: 'device' | 'none';
}

/** What some vertebrae say together. */
export interface SpineResult {
  readonly regions: string;
  readonly bmd?: number;
  readonly score?: number;
}

/** A vertebra that may be left out, with the spine's result with and without it. The physician decides. */
export interface SuggestedExclusion {
  readonly region: string;
  readonly reason: 'T_SCORE_DIFFERENCE' | 'NOT_ASSESSABLE';
  /** Of printed T-scores, to the neighbour that differs most. */
  readonly difference?: number;
  /** What was seen in it. */
  readonly kind?: QualityKind;
  readonly with: SpineResult;
  readonly without?: SpineResult;
}

export type NotComparable =
  | 'OTHER_SCANNER'
  | 'OTHER_MANUFACTURER'
  | 'OTHER_SIDE'
  | 'OTHER_REGIONS'
  | 'OTHER_MODE'
  | 'PRIOR_NOT_INTERPRETABLE'
  | 'CURRENT_NOT_INTERPRETABLE'
  | 'SINGLE_VERTEBRA'
  | 'NO_LSC';

/** One region against one prior. BMD in g/cm2, all on the scale of this exam's scanner; never a difference of T-scores. */
export interface Comparison {
  readonly site: Site;
  readonly side?: Side;
  readonly regions: string;
  readonly priorDate: string;
  readonly priorExamId: string;
  /** A difference in g/cm2 may be formed. */
  readonly comparable: boolean;
  /** Why not; `NO_LSC` where it may be formed and its significance is unknown. */
  readonly why?: readonly NotComparable[];
  readonly bmd?: number;
  readonly priorBmd?: number;
  readonly changeGcm2?: number;
  readonly changePercent?: number;
  readonly yearlyChangeGcm2?: number;
  readonly yearlyChangePercent?: number;
  readonly lscGcm2?: number;
  readonly significant?: boolean;
  /** Only where it is significant. */
  readonly direction?: 'increase' | 'decrease';
  readonly crossCalibrated?: true;
  /** Spine and total hip are followed; others stand beside them. */
  readonly followed: boolean;
  /** Bone is treated now, and was since about the prior. */
  readonly onTreatment?: true;
}

/** BMD of one region over time, oldest first, on the scale of this exam's scanner. */
export interface Trend {
  readonly site: Site;
  readonly side?: Side;
  readonly regions: string;
  readonly points: readonly { readonly date: string; readonly bmd: number }[];
}

/** Something a careful reader would notice, with the JSON pointer of its place in the input. */
export interface Finding {
  readonly code: FindingCode;
  readonly level: 'blocks-signing' | 'warning' | 'information';
  readonly at: string;
  /** The figures it rests on. */
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface Advice {
  readonly code: AdviceCode;
  readonly because: readonly string[];
  /** Of the next exam. */
  readonly months?: number;
}

/** A sentence of the report, traceable to its rule and the values in it. */
export interface Sentence {
  readonly section: 'history' | 'technique' | 'findings' | 'comparison' | 'assessment' | 'advice' | 'patient-letter';
  readonly text: string;
  readonly rule: string;
  readonly ruleVersion: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** For the reader alone: it rests on no source and no decision of a site, so it is not written into a report by itself. */
  readonly onlySuggested?: true;
}

/** What a bone density exam means, in the shape of exam-format. Plain JSON: no undefined, no NaN. */
export interface Assessment {
  /** By which policy: with the stored one the same input gives the same bytes. */
  readonly policy: PolicyName;
  readonly score: Score;
  readonly diagnosis: Diagnosis;
  readonly sites: readonly SiteResult[];
  readonly comparisons: readonly Comparison[];
  readonly trends: readonly Trend[];
  readonly suggestedExclusions: readonly SuggestedExclusion[];
  readonly findings: readonly Finding[];
  readonly advice: readonly Advice[];
  readonly completeness: { readonly present: number; readonly required: number; readonly missing: readonly string[] };
  readonly sentences: readonly Sentence[];
}
