import type { Sentence } from './assessment.js';

/** Version of every rule and wording of this library; an assessment that was made under another one is kept as it was. */
export const RULE_VERSION = '3';

/** A sentence with its rule and the values that stand in it. */
export const sentence = (section: Sentence['section'], rule: string, text: string, values: Sentence['values']): Sentence => ({
  section,
  text,
  rule,
  ruleVersion: RULE_VERSION,
  values,
});

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
