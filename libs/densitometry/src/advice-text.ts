import type { AssessInput } from './assess-input.js';
import type { Advice, Sentence } from './assessment.js';
import type { Speaker } from './languages/speak.js';
import { isOnlySuggested, reasonOf } from './policy/policy-text.js';
import type { Policy } from './policy/policy.js';
import { sentence } from './sentence.js';

const CAUTION = 'CALCULATED_ON_TREATMENT';

/** Advice in words, with every reason; a reason of a policy in the policy's own words. */
export const adviceSentence = (speaker: Speaker, advice: Advice, policy: Policy): Sentence => {
  const reasons = advice.because.filter((reason) => reason !== CAUTION);
  const inWords = (reason: string): string =>
    speaker.wordFor('reasons', reason) ?? reasonOf(policy, reason, speaker.language) ?? reason;
  const text = speaker.say('advice', advice.code, {
    because: speaker.list(reasons.map(inWords)),
    months: advice.months ?? 0,
  });
  const cautious = advice.because.includes(CAUTION) ? speaker.say('advice', 'calculatedOnTreatment') : '';
  const said = sentence('advice', advice.code, `${text}${cautious}`, { ...advice });
  return isOnlySuggested(policy, advice.code) ? { ...said, onlySuggested: true } : said;
};

/** VFA asks for further imaging where two or more vertebrae are grade 1 and none is higher [M]. */
export const vfaImagingSentence = ({ say }: Speaker, { vfa }: AssessInput): Sentence[] => {
  const grades = (vfa?.findings ?? []).map(({ grade }) => grade);
  const mild = grades.filter((grade) => grade === 1).length;
  return mild >= 2 && Math.max(...grades) === 1
    ? [sentence('advice', 'VFA_FURTHER_IMAGING', say('advice', 'VFA_FURTHER_IMAGING'), { mild })]
    : [];
};
