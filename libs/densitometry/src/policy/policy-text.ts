import type { AdviceCode } from '../advice.table.js';
import type { JudgedExam } from '../advise.js';
import type { AssessInput, Language } from '../assess-input.js';
import type { Sentence } from '../assessment.js';
import type { Facts } from './facts.js';
import { nameText, type Policy } from './policy.js';
import type { Words } from './policy-shape.js';

/** A text of a policy in the language of the report, in English where it has none in that. */
export const inLanguage = (words: Words, language: AssessInput['language'] = 'en'): string => words[language] ?? words.en;

/** The policy's words for a reason that the library does not know. */
export const reasonOf = ({ reasons }: Policy, reason: string, language: Language | undefined): string | undefined => {
  const words = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return words === undefined ? undefined : inLanguage(words, language);
};

/** Advice that rests on nothing read in a source and nothing decided by a site: a reader sees it, a report does not say it by itself. */
export const isOnlySuggested = ({ advice, nextExam }: Policy, code: AdviceCode): boolean =>
  code === 'NEXT_EXAM' ? nextExam.grade === 'M' : advice.some((rule) => rule.code === code && rule.grade === 'M');

/** What a site has its reports say beside the library's own sentences. */
export const siteSentences = ({ policy, input }: JudgedExam, facts: Facts): Sentence[] =>
  policy.sentences
    .filter(({ when }) => when.outcome(facts) === 'holds')
    .map(({ section, rule, text }) => ({
      section,
      text: inLanguage(text, input.language),
      rule,
      ruleVersion: nameText(policy.name),
      values: {},
    }));
