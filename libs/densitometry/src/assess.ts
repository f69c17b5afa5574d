import { advise } from './advise.js';
import type { AssessInput } from './assess-input.js';
import type { Assessment, Finding } from './assessment.js';
import { chooseScore } from './choose-score.js';
import { completenessOf } from './completeness.js';
import { diagnose } from './diagnose.js';
import { findMissing } from './find-missing.js';
import { judgeSites } from './judge-sites.js';
import { measuredSites } from './measured-site.js';
import { sentencesOf } from './sentences.js';

const levels: readonly Finding['level'][] = ['blocks-signing', 'warning', 'information'];

const byWeight = (a: Finding, b: Finding): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) || a.code.localeCompare(b.code) || a.at.localeCompare(b.at);

/**
 * Judges one exam in its context. Pure: no I/O, no clock; the same input gives the same JSON, in any order of its scans and
 * regions. Never throws on valid input, whatever the numbers. Every statement names its rule.
 */
export const assess = (input: AssessInput): Assessment => {
  const { patient, exam } = input;
  const score = chooseScore(patient, exam.date);
  const sites = measuredSites(exam);
  const judged = judgeSites(sites, score.kind, patient);
  const diagnosis = diagnose(score, judged);
  const { results } = judged;
  return {
    score,
    diagnosis,
    sites: results,
    comparisons: [],
    suggestedExclusions: [],
    findings: [...findMissing(input), ...judged.findings].sort(byWeight),
    advice: advise(score, results),
    completeness: completenessOf({ input, results, diagnosis }),
    sentences: sentencesOf(input, sites, { score, diagnosis, results }),
  };
};
