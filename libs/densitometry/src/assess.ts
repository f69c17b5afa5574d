import { advise, type JudgedExam } from './advise.js';
import type { AssessInput } from './assess-input.js';
import type { Assessment, Finding, Score } from './assessment.js';
import { boneShapeFindings } from './bone-shape.js';
import { chooseScore } from './choose-score.js';
import { compareWithPriors, trendsOf } from './compare.js';
import { comparisonFindings } from './comparison-findings.js';
import { completenessOf } from './completeness.js';
import { contextFindings } from './context-findings.js';
import { decidingRegions } from './deciding-regions.js';
import { diagnose } from './diagnose.js';
import { findMissing } from './find-missing.js';
import { judgeSites } from './judge-sites.js';
import { measuredSites } from './measured-site.js';
import { makerOf } from './maker.js';
import { factsOf } from './policy/facts.js';
import type { Policy } from './policy/policy.js';
import { siteSentences } from './policy/policy-text.js';
import { defaultPolicy } from './policy/stored-policies.js';
import type { Judging } from './row-values.js';
import { sentencesOf } from './sentences.js';
import { withStandardised } from './standardised-bmd.js';
import { suggestExclusions } from './suggest-exclusions.js';
import { valueFindings } from './value-findings.js';

const levels: readonly Finding['level'][] = ['blocks-signing', 'warning', 'information'];

const byWeight = (a: Finding, b: Finding): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) || a.code.localeCompare(b.code) || a.at.localeCompare(b.at);

/** Each kind once at a place: the first, so that of several priors the newest speaks. */
const ordered = (findings: readonly Finding[]): Finding[] =>
  [...new Map([...findings].reverse().map((one) => [`${one.code} ${one.at}`, one])).values()].sort(byWeight);

const judgingOf = ({ patient, exam }: AssessInput, { kind, rule }: Score): Judging => ({
  kind,
  child: rule === 'Z_SCORE_CHILD',
  sex: patient.sex,
  sexForZScore: patient.sexForZScore ?? patient.sex,
  maker: makerOf(exam.scanner.manufacturer),
});

/** Plain JSON: what is not there is absent. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Everything that is judged before advice is given. */
const judgedExam = (input: AssessInput, policy: Policy) => {
  const { patient, exam, intake } = input;
  const { postmenopausalAssumedFromYears, radius33 } = policy.values;
  const score = chooseScore(patient, exam.date, postmenopausalAssumedFromYears);
  const judging = judgingOf(input, score);
  const sites = measuredSites(exam);
  const regions = judgeSites(sites, judging);
  const deciding = decidingRegions(regions, { child: judging.child, intake, radius33 });
  const diagnosis = diagnose({ input, policy }, score, deciding);
  const compared = compareWithPriors({ input, policy, sites, regions, judging });
  const comparisons = compared.map(({ comparison }) => comparison);
  return {
    judging,
    compared,
    exam: { input, policy, score, diagnosis, sites, regions, deciding, comparisons, child: judging.child },
  };
};

/** What a policy may ask of an exam; the same values that its assessment rests on. */
export const judgedBy = (input: AssessInput, policy: Policy): JudgedExam => judgedExam(input, policy).exam;

/**
 * Judges one exam in its context by a policy (absent: the newest that the library brings). Pure: no I/O, no clock; the same input and policy
 * give the same JSON, in any order of its scans and regions. Never throws on valid input, whatever the numbers. Every statement names its
 * rule. `input.policy` is carried by whoever chose the policy; it is not looked at here.
 */
export const assess = (input: AssessInput, policy: Policy = defaultPolicy): Assessment => {
  const { exam: judged, judging, compared } = judgedExam(input, policy);
  const { sites, regions, comparisons } = judged;
  const suggestedExclusions = suggestExclusions(sites, judging, policy.values.exclusionMargin);
  const facts = factsOf(judged);
  const advice = advise(judged, facts);
  const results = regions.map(({ result }) => result);
  const shown = results.map((result) => withStandardised(result, judging));
  const findings = ordered([
    ...findMissing(input),
    ...contextFindings({ input, policy, regions }),
    ...valueFindings(sites, judging),
    ...judged.deciding.flatMap((region) => region.findings),
    ...comparisonFindings(compared, input),
    ...boneShapeFindings(input, sites),
  ]);
  return plain({
    policy: policy.name,
    score: judged.score,
    diagnosis: judged.diagnosis,
    sites: shown,
    comparisons,
    trends: trendsOf(regions, comparisons, input.exam.date),
    suggestedExclusions,
    findings,
    advice,
    completeness: completenessOf({ ...judged, advice }),
    sentences: [...sentencesOf({ ...judged, results, suggestedExclusions, advice, findings }), ...siteSentences(judged, facts)],
  });
};
