import type { Basis, Diagnosis, Score, Sentence, Withheld } from './assessment.js';
import { scoreText } from './decimals.js';
import { capital, sentence } from './sentence.js';
import { categoryWords, nameOfRegion, notSuggestedWords, withheldWords } from './words.js';

const withheldText = (withheld: readonly Withheld[]): string =>
  withheld
    .map(({ site, region, side, why }) => ` Not used: ${nameOfRegion(site, region, side)}, because ${withheldWords[why]}.`)
    .join('');

/** What the category rests on where it is not the lowest score. */
const fractureWords: Readonly<Partial<Record<string, string>>> = {
  CHILD_VERTEBRAL_FRACTURE: ' in childhood, by a vertebral compression fracture',
  CHILD_FRACTURE_HISTORY_AND_Z: ' in childhood, by fractures of long bones and a low Z-score',
};

const basisText = ({ kind }: Score, { score, site, region, side }: Basis): string =>
  `lowest ${kind}-score ${scoreText(score)}, ${nameOfRegion(site, region, side)}`;

const headOf = ({ kind }: Score, { category, rule, established, withheld = [] }: Diagnosis): string => {
  if (category === 'none') return '';
  const by = fractureWords[rule] ?? (kind === 'T' ? ' by WHO criteria' : '');
  const scope = withheld.length > 0 ? ' by the regions that could be used' : '';
  const fracture = established && kind === 'T' ? ', established by a fragility fracture' : '';
  return `${categoryWords[category]}${by}${scope}${fracture}`;
};

/** The one diagnosis in words, with the region it rests on and everything that was not used. */
export const diagnosisSentence = (score: Score, diagnosis: Diagnosis): Sentence => {
  const { category, basis, why = 'NO_USABLE_SITE', rule, withheld = [], established } = diagnosis;
  if (category === 'none')
    return sentence(
      'assessment',
      rule,
      `No diagnostic category is suggested: ${notSuggestedWords[why]}.${withheldText(withheld)}`,
      { category, why, withheld },
    );
  const head = capital(headOf(score, diagnosis));
  const text = basis === undefined ? `${head}.` : `${head}: ${basisText(score, basis)}.`;
  return sentence('assessment', rule, `${text}${withheldText(withheld)}`, { category, established, ...basis, withheld });
};
