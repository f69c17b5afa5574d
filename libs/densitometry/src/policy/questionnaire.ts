import type { AssessInput, Language } from '../assess-input.js';
import { factsBefore } from './facts.js';
import { inLanguage } from './policy-text.js';
import type { Policy } from './policy.js';

/** A question for the patient or the technologist; its answer is the field of the intake (or of the patient) that it names. */
export interface Question {
  readonly asks: Policy['questionnaire'][number]['asks'];
  readonly text: string;
}

/** What is to be asked of this patient before the exam of that day, in the order of the policy. */
export const questionsFor = (
  { questionnaire }: Policy,
  asked: { readonly patient: AssessInput['patient']; readonly date: string; readonly language?: Language },
): Question[] => {
  const facts = factsBefore(asked);
  return questionnaire
    .filter(({ when }) => when.outcome(facts) === 'holds')
    .map(({ asks, text }) => ({ asks, text: inLanguage(text, asked.language) }));
};
