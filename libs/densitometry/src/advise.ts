import type { AdviceCode } from './advice.table.js';
import type { Advice, Comparison, Diagnosis, Score } from './assessment.js';
import { fragilityFractures, vfaFracture } from './fractures.js';
import { riskReasons } from './fracture-risk.js';
import type { JudgedRegion } from './judge-sites.js';
import { isInterpretable, type MeasuredSite } from './measured-site.js';
import { nextExam, reasonsBy } from './policy/advise-by-policy.js';
import type { Facts } from './policy/facts.js';
import type { AdviceRule } from './policy/policy.js';
import type { UnderPolicy } from './policy/under-policy.js';

/** Everything that was judged before advice is given. */
export interface JudgedExam extends UnderPolicy {
  readonly score: Score;
  readonly diagnosis: Diagnosis;
  readonly sites: readonly MeasuredSite[];
  readonly regions: readonly JudgedRegion[];
  readonly deciding: readonly JudgedRegion[];
  readonly comparisons: readonly Comparison[];
  readonly child: boolean;
}

type Reasons = (exam: JudgedExam, facts: Facts) => string[];

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
const clinical: Reasons = (exam) => {
  const { diagnosis, child } = exam;
  const places = fragilityFractures(exam);
  const other = places.some((place) => place !== 'hip' && place !== 'vertebra');
  if (child) return [];
  return [
    ...when(places.includes('hip'), 'HIP_FRACTURE'),
    ...when(places.includes('vertebra') || vfaFracture(exam), 'VERTEBRAL_FRACTURE'),
    ...when(other && diagnosis.category === 'low-bone-density', 'OTHER_FRACTURE_AND_LOW_BONE_DENSITY'),
  ];
};

const loss: Reasons = ({ comparisons }) =>
  comparisons.some(({ onTreatment, followed, direction }) => onTreatment === true && followed && direction === 'decrease')
    ? ['TECHNICAL_CAUSE', 'ADHERENCE', 'SECONDARY_CAUSE']
    : [];

/** As the policy says. */
const chosen =
  (code: AdviceRule['code']): Reasons =>
  ({ policy }, facts) =>
    policy.advice.filter((rule) => rule.code === code).flatMap((rule) => reasonsBy(rule, facts));

/** Not where this exam has VFA. */
const vfa: Reasons = (exam, facts) => (exam.input.vfa === undefined ? chosen('VFA_INDICATED')(exam, facts) : []);

/** Never of a child, nor where a forearm was measured, nor where nothing was: that exam is still to be made. */
const forearm: Reasons = (exam, facts) =>
  exam.child || exam.sites.length === 0 || exam.sites.some(({ site }) => site === 'forearm')
    ? []
    : chosen('FOREARM_INDICATED')(exam, facts);

const reasonsOf: readonly (readonly [AdviceCode, Reasons])[] = [
  ['ANSWER_MENOPAUSAL_STATUS', ({ score }) => when(score.rule === 'MENOPAUSAL_STATUS_UNKNOWN', score.rule)],
  ['REANALYSE_AT_DEVICE', reanalyse],
  ['REPEAT_AFTER_REPOSITIONING', repeat],
  ['CLINICAL_OSTEOPOROSIS_BY_FRACTURE', clinical],
  ['LOOK_FOR_SECONDARY_CAUSES', chosen('LOOK_FOR_SECONDARY_CAUSES')],
  ['LOSS_ON_TREATMENT', loss],
  ['FRACTURE_RISK_ABOVE_THRESHOLD', riskReasons],
  ['VFA_INDICATED', vfa],
  ['FOREARM_INDICATED', forearm],
];

/** What to do next, each with every reason for it. What the exam itself asks for is code; the rest is the policy's. */
export const advise = (exam: JudgedExam, facts: Facts): Advice[] => [
  ...reasonsOf.flatMap(([code, reasons]) => {
    const because = reasons(exam, facts);
    return because.length > 0 ? [{ code, because }] : [];
  }),
  ...nextExam(exam, facts),
];
