import { advise } from './advise.js';
import type { AssessInput } from './assess-input.js';
import type { Assessment, Finding, Score } from './assessment.js';
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
import type { Judging } from './row-values.js';
import { sentencesOf } from './sentences.js';
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

/**
 * Judges one exam in its context. Pure: no I/O, no clock; the same input gives the same JSON, in any order of its scans and
 * regions. Never throws on valid input, whatever the numbers. Every statement names its rule.
 */
export const assess = (input: AssessInput): Assessment => {
  const { patient, exam, intake } = input;
  const score = chooseScore(patient, exam.date);
  const judging = judgingOf(input, score);
  const sites = measuredSites(exam);
  const regions = judgeSites(sites, judging);
  const deciding = decidingRegions(regions, { child: judging.child, intake });
  const diagnosis = diagnose(input, score, deciding);
  const results = regions.map(({ result }) => result);
  const compared = compareWithPriors({ input, sites, regions, judging });
  const comparisons = compared.map(({ comparison }) => comparison);
  const suggestedExclusions = suggestExclusions(sites, judging);
  const judged = { input, score, diagnosis, sites, regions, deciding, comparisons, child: judging.child };
  const advice = advise(judged);
  return plain({
    score,
    diagnosis,
    sites: results,
    comparisons,
    trends: trendsOf(regions, comparisons, exam.date),
    suggestedExclusions,
    findings: ordered([
      ...findMissing(input),
      ...contextFindings({ input, regions }),
      ...valueFindings(sites, judging),
      ...deciding.flatMap(({ findings }) => findings),
      ...comparisonFindings(compared, input),
    ]),
    advice,
    completeness: completenessOf({ ...judged, advice }),
    sentences: sentencesOf({ ...judged, results, suggestedExclusions, advice }),
  });
};
