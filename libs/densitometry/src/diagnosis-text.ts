import type { Diagnosis, Score, Sentence, Withheld } from './assessment.js';
import type { Speaker } from './languages/speak.js';
import type { Patient } from './patient-shape.js';
import { sentence } from './sentence.js';
import { placeWords } from './words.js';

const withheldText = (speaker: Speaker, withheld: readonly Withheld[]): string =>
  withheld
    .map((one) =>
      speaker.say('assessment', 'notUsed', { place: placeWords(speaker, one), why: speaker.say('withheld', one.why) }),
    )
    .join('');

/** What the category rests on where it is not the lowest score. */
const byFracture = ['CHILD_VERTEBRAL_FRACTURE', 'CHILD_FRACTURE_HISTORY_AND_Z'] as const;

const byWhat = ({ say }: Speaker, { kind }: Score, rule: string): string => {
  const fracture = byFracture.find((one) => one === rule);
  if (fracture !== undefined) return say('assessment', fracture);
  return kind === 'T' ? say('assessment', 'byWho') : '';
};

const categoryText = (speaker: Speaker, score: Score, { category, rule, basis, ...diagnosis }: Diagnosis): string => {
  if (category === 'none') return '';
  const { established, withheld = [] } = diagnosis;
  const head = {
    category: speaker.say('categories', category),
    by: byWhat(speaker, score, rule),
    scope: withheld.length > 0 ? speaker.say('assessment', 'partly') : '',
    fracture: established && score.kind === 'T' ? speaker.say('assessment', 'established') : '',
  };
  if (basis === undefined) return speaker.say('assessment', 'category', head);
  const rest = { kind: score.kind, score: speaker.score(basis.score), place: placeWords(speaker, basis) };
  return speaker.say('assessment', 'categoryByScore', { ...head, ...rest });
};

/** The one diagnosis in words, with the region it rests on and everything that was not used. */
export const diagnosisSentence = (speaker: Speaker, score: Score, diagnosis: Diagnosis): Sentence => {
  const { category, basis, why = 'NO_USABLE_SITE', rule, withheld = [], established } = diagnosis;
  const notUsed = withheldText(speaker, withheld);
  if (category === 'none') {
    const text = speaker.say('assessment', 'noCategory', { why: speaker.say('noCategory', why) });
    return sentence('assessment', rule, `${text}${notUsed}`, { category, why, withheld });
  }
  const text = categoryText(speaker, score, diagnosis);
  return sentence('assessment', rule, `${text}${notUsed}`, { category, established, ...basis, withheld });
};

/** A sex that is recorded for the Z-score and differs from the other: then no sentence calls the patient a woman or a man. */
const ownSexForZ = ({ sex, sexForZScore }: Patient): Patient['sexForZScore'] => (sexForZScore === sex ? undefined : sexForZScore);

/** Which score counts for this patient, and why. */
export const scoreSentence = ({ say }: Speaker, score: Score, patient: Patient): Sentence => {
  const own = ownSexForZ(patient);
  const text = say('scores', score.rule, { named: own === undefined ? 'yes' : 'no' });
  const database = own !== undefined && score.kind === 'Z' ? say('scores', 'zDatabase', { sex: own }) : '';
  const assumed = score.assumed ? say('scores', 'assumed') : '';
  return sentence('assessment', score.rule, `${text}${database}${assumed}`, { ...score, sexForZScore: own });
};
