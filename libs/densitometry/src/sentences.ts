import { adviceSentence, vfaImagingSentence } from './advice-text.js';
import type { JudgedExam } from './advise.js';
import type { Advice, Finding, Sentence, SiteResult, SuggestedExclusion } from './assessment.js';
import { carriedFindings, carriedRisk } from './carried-text.js';
import { comparisonSentences } from './comparison-text.js';
import { diagnosisSentence, scoreSentence } from './diagnosis-text.js';
import { isOnlySuggested } from './policy/policy-text.js';
import { historySentences } from './history-text.js';
import { speak } from './languages/speak.js';
import { patientLetter } from './patient-letter.js';
import { resultSentence, suggestionSentences } from './result-text.js';
import { exclusionSentences, qualitySentence, referenceSentence, scannerSentence } from './technique-text.js';

interface Told extends JudgedExam {
  readonly results: readonly SiteResult[];
  readonly suggestedExclusions: readonly SuggestedExclusion[];
  readonly advice: readonly Advice[];
  readonly findings: readonly Finding[];
}

/** The text of an assessment in the language of its input, section by section; each sentence names its rule and its values. */
export const sentencesOf = (told: Told): Sentence[] => {
  const { input, score, diagnosis, suggestedExclusions: suggested } = told;
  const speaker = speak(input.language);
  return [
    ...historySentences(speaker, input),
    scannerSentence(speaker, input, told.sites),
    ...referenceSentence(speaker, score.kind, told.sites),
    ...told.sites.map((site) => qualitySentence(speaker, site)),
    ...told.sites.flatMap((site) => exclusionSentences(speaker, site)),
    ...told.results.map((result) => resultSentence(speaker, score.kind, result)),
    ...suggestionSentences(speaker, score.kind, suggested),
    ...carriedFindings(speaker, input),
    ...comparisonSentences(speaker, told),
    diagnosisSentence(speaker, score, diagnosis),
    scoreSentence(speaker, score, input.patient),
    ...carriedRisk(speaker, input, told.findings),
    ...told.advice.map((one) => adviceSentence(speaker, one, told.policy)),
    ...vfaImagingSentence(speaker, input),
    ...patientLetter(speaker, { ...told, advice: told.advice.filter(({ code }) => !isOnlySuggested(told.policy, code)) }),
  ];
};
