import { adviceCodes, adviceReasons } from './advice.table.js';
import type { AssessInput } from './assess-input.js';
import type { Advice, Sentence } from './assessment.js';
import { isOnlySuggested, reasonOf } from './policy/policy-text.js';
import type { UnderPolicy } from './policy/under-policy.js';
import { listed, sentence } from './sentence.js';

/** Advice in words, with every reason. */
export const adviceSentence = (advice: Advice, { policy, input: { language } }: UnderPolicy): Sentence => {
  const cautious = advice.because.includes('CALCULATED_ON_TREATMENT')
    ? ' It was calculated on treatment: take it with caution.'
    : '';
  const reasons = advice.because.filter((reason) => reason !== 'CALCULATED_ON_TREATMENT');
  const because = listed(reasons.map((reason) => adviceReasons.get(reason) ?? reasonOf(policy, reason, language) ?? reason));
  const text = adviceCodes[advice.code].replace('{because}', because).replace('{months}', `${advice.months ?? ''}`);
  const said = sentence('advice', advice.code, `${text}${cautious}`, { ...advice });
  return isOnlySuggested(policy, advice.code) ? { ...said, onlySuggested: true } : said;
};

/** VFA asks for further imaging where two or more vertebrae are grade 1 and none is higher [M]. */
export const vfaImagingSentence = ({ vfa }: AssessInput): Sentence[] => {
  const grades = (vfa?.findings ?? []).map(({ grade }) => grade);
  const mild = grades.filter((grade) => grade === 1).length;
  return mild >= 2 && Math.max(...grades) === 1
    ? [
        sentence('advice', 'VFA_FURTHER_IMAGING', 'Further imaging of the spine is due: several mild vertebral deformities.', {
          mild,
        }),
      ]
    : [];
};
