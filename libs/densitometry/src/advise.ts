import { ageOn } from './age.js';
import type { AdviceCode } from './advice.table.js';
import type { AssessInput } from './assess-input.js';
import type { Advice, Comparison, Diagnosis, Score } from './assessment.js';
import { radiusReasons } from './deciding-regions.js';
import { fragilityFractures, vfaFracture } from './fractures.js';
import { riskReasons } from './fracture-risk.js';
import type { JudgedRegion } from './judge-sites.js';
import { isInterpretable, type MeasuredSite } from './measured-site.js';
import { nextExam, takesGlucocorticoids } from './next-exam.js';

/** Everything that was judged before advice is given. */
export interface JudgedExam {
  readonly input: AssessInput;
  readonly score: Score;
  readonly diagnosis: Diagnosis;
  readonly sites: readonly MeasuredSite[];
  readonly regions: readonly JudgedRegion[];
  readonly deciding: readonly JudgedRegion[];
  readonly comparisons: readonly Comparison[];
  readonly child: boolean;
}

type Reasons = (exam: JudgedExam) => string[];

const when = (is: boolean, reason: string): string[] => (is ? [reason] : []);

const reanalyse: Reasons = ({ score, regions }) =>
  when(
    score.kind !== 'none' && regions.some(({ result }) => result.usable && result.tScoreFrom === 'none'),
    'NO_DEVICE_ROW_FOR_THESE_VERTEBRAE',
  );

const repeat: Reasons = ({ sites }) => {
  const kinds = sites.filter((site) => !isInterpretable(site)).flatMap(({ findings }) => findings.map(({ kind }) => kind));
  return [...when(kinds.includes('positioning'), 'POSITIONING'), ...when(kinds.includes('movement'), 'MOVEMENT')];
};

/** A hip or a vertebra whatever the T-score; humerus, pelvis or wrist with low bone density. A child has rules of its own. */
const clinical: Reasons = ({ input, diagnosis, child }) => {
  const places = fragilityFractures(input);
  const other = places.some((place) => place !== 'hip' && place !== 'vertebra');
  if (child) return [];
  return [
    ...when(places.includes('hip'), 'HIP_FRACTURE'),
    ...when(places.includes('vertebra') || vfaFracture(input), 'VERTEBRAL_FRACTURE'),
    ...when(other && diagnosis.category === 'low-bone-density', 'OTHER_FRACTURE_AND_LOW_BONE_DENSITY'),
  ];
};

const secondary: Reasons = ({ deciding }) =>
  when(
    deciding.some(({ result, zScore }) => result.usable && zScore !== undefined && zScore <= -2),
    'Z_AT_OR_BELOW_MINUS_2',
  );

const loss: Reasons = ({ comparisons }) =>
  comparisons.some(({ onTreatment, followed, direction }) => onTreatment === true && followed && direction === 'decrease')
    ? ['TECHNICAL_CAUSE', 'ADHERENCE', 'SECONDARY_CAUSE']
    : [];

const oldEnough = ({ input: { patient, exam } }: JudgedExam): string[] => {
  const age = ageOn(exam.date, patient.birthDate);
  return [
    ...when(patient.sex === 'female' && age >= 70, 'WOMAN_OF_70_OR_OLDER'),
    ...when(patient.sex === 'male' && age >= 80, 'MAN_OF_80_OR_OLDER'),
  ];
};

const vfaReasons = (exam: JudgedExam): string[] => {
  const { historicalHeightLossCm = 0, reportedVertebralFracture = false } = exam.input.intake ?? {};
  return [
    ...oldEnough(exam),
    ...when(historicalHeightLossCm > 4, 'HEIGHT_LOSS_OVER_4_CM'),
    ...when(reportedVertebralFracture, 'REPORTED_VERTEBRAL_FRACTURE'),
    ...when(takesGlucocorticoids(exam.input), 'GLUCOCORTICOIDS'),
  ];
};

/** ISCD 2019: T below -1.0 and at least one of its reasons; not where this exam has VFA. */
const vfa: Reasons = (exam) => {
  const { score, diagnosis, input } = exam;
  if (input.vfa !== undefined || score.kind !== 'T' || (diagnosis.basis?.score ?? 0) >= -1) return [];
  const reasons = vfaReasons(exam);
  return reasons.length > 0 ? ['T_BELOW_MINUS_1', ...reasons] : [];
};

const forearm: Reasons = ({ input, sites, regions, child }) =>
  child || sites.some(({ site }) => site === 'forearm') ? [] : radiusReasons(regions, input.intake);

const reasonsOf: readonly (readonly [AdviceCode, Reasons])[] = [
  ['ANSWER_MENOPAUSAL_STATUS', ({ score }) => when(score.rule === 'MENOPAUSAL_STATUS_UNKNOWN', score.rule)],
  ['REANALYSE_AT_DEVICE', reanalyse],
  ['REPEAT_AFTER_REPOSITIONING', repeat],
  ['CLINICAL_OSTEOPOROSIS_BY_FRACTURE', clinical],
  ['LOOK_FOR_SECONDARY_CAUSES', secondary],
  ['LOSS_ON_TREATMENT', loss],
  ['FRACTURE_RISK_ABOVE_THRESHOLD', riskReasons],
  ['VFA_INDICATED', vfa],
  ['FOREARM_INDICATED', forearm],
];

/** What to do next, each with every reason for it. */
export const advise = (exam: JudgedExam): Advice[] => [
  ...reasonsOf.flatMap(([code, reasons]) => {
    const because = reasons(exam);
    return because.length > 0 ? [{ code, because }] : [];
  }),
  ...nextExam(exam),
];
