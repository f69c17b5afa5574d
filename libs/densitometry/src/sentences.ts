import type { AssessInput } from './assess-input.js';
import { adviceSentence, vfaImagingSentence } from './advice-text.js';
import type { JudgedExam } from './advise.js';
import type { Advice, Score, Sentence, SiteResult, SpineResult, SuggestedExclusion } from './assessment.js';
import { carriedFindings, carriedRisk } from './carried-text.js';
import { isOnlySuggested } from './policy/policy-text.js';
import { historySentences } from './history-text.js';
import { patientLetter } from './patient-letter.js';
import { bmdText, scoreText } from './decimals.js';
import type { MeasuredSite } from './measured-site.js';
import { comparisonSentence } from './comparison-text.js';
import { diagnosisSentence } from './diagnosis-text.js';
import { capital, listed, sentence } from './sentence.js';
import { nameOfReason, nameOfRegion, nameOfSite, scoreWords } from './words.js';

interface Told extends JudgedExam {
  readonly results: readonly SiteResult[];
  readonly suggestedExclusions: readonly SuggestedExclusion[];
  readonly advice: readonly Advice[];
}

const scannerSentence = ({ exam }: AssessInput, sites: readonly MeasuredSite[]): Sentence => {
  const { manufacturer, model, serial, software } = exam.scanner;
  const names = sites.map(({ site, side }) => `the ${nameOfSite(site, side)}`);
  const device = [manufacturer, model].filter((part) => part !== undefined).join(' ');
  const known = [serial === undefined ? '' : `, serial ${serial}`, software === undefined ? '' : `, software ${software}`].join(
    '',
  );
  const what = names.length === 0 ? 'DXA' : `DXA of ${listed(names)}`;
  return sentence('technique', 'TECHNIQUE_SCANNER', `${what} on ${device}${known}.`, { ...exam.scanner, date: exam.date });
};

const qualityWord = (status: MeasuredSite['quality'][number]): string => status.replaceAll('-', ' ');

const qualitySentence = ({ site, side, quality, notes }: MeasuredSite): Sentence =>
  sentence(
    'technique',
    'TECHNICAL_QUALITY',
    `Technical quality, ${nameOfSite(site, side)}: ${listed(quality.map(qualityWord))}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}.`,
    { site, ...(side === undefined ? {} : { side }), quality, notes },
  );

const exclusionSentences = ({ site, side, excluded }: MeasuredSite): Sentence[] =>
  excluded.map(({ region, reason }) =>
    sentence(
      'technique',
      'REGION_EXCLUDED',
      `${capital(site === 'lumbar-spine' ? region : nameOfRegion(site, region, side))} was excluded: ${nameOfReason(reason)}.`,
      {
        site,
        region,
        reason,
      },
    ),
  );

const findingSentence = (kind: Score['kind'], { usable, tScoreFrom, ...result }: SiteResult): Sentence => {
  const parts = [
    ...(result.bmd === undefined ? [] : [`BMD ${bmdText(result.bmd)} g/cm2`]),
    ...(result.score === undefined
      ? []
      : [`${kind}-score ${scoreText(result.score)}${result.heightAdjusted ? ' (adjusted for height)' : ''}`]),
    ...(tScoreFrom === 'none' ? ['the densitometer gave no score for exactly these vertebrae'] : []),
    ...(result.limited ? ['technical quality limited'] : []),
    ...(usable ? [] : ['not used']),
  ];
  const place = capital(nameOfRegion(result.site, result.regions, result.side));
  return sentence('findings', 'SITE_RESULT', `${place}: ${parts.length > 0 ? parts.join(', ') : 'no value'}.`, { ...result });
};

const spineText = (kind: Score['kind'], { regions, bmd, score }: SpineResult): string =>
  [
    regions,
    ...(bmd === undefined ? [] : [`BMD ${bmdText(bmd)} g/cm2`]),
    ...(score === undefined ? [] : [`${kind}-score ${scoreText(score)}`]),
  ].join(' ');

const suggestionSentence = (kind: Score['kind'], { with: all, without, ...suggestion }: SuggestedExclusion): Sentence => {
  const { region, reason, difference = 0 } = suggestion;
  const why =
    reason === 'NOT_ASSESSABLE'
      ? `${nameOfReason(suggestion.kind ?? 'other')} was seen in it`
      : `it lies ${scoreText(difference)} standard deviations above its neighbour`;
  const both = without === undefined ? '' : ` With it: ${spineText(kind, all)}; without it: ${spineText(kind, without)}.`;
  return sentence('findings', reason, `${region} may be left out: ${why}.${both}`, { ...suggestion, with: all, without });
};

const scoreSentence = ({ score }: Told): Sentence => {
  const assumed = score.assumed ? ' The menopausal status was assumed from age.' : '';
  return sentence('assessment', score.rule, `${scoreWords[score.rule]}${assumed}`, { ...score });
};

/** The text of an assessment in English, section by section; each sentence names its rule and its values. */
export const sentencesOf = (told: Told): Sentence[] => [
  ...historySentences(told.input),
  scannerSentence(told.input, told.sites),
  ...told.sites.map(qualitySentence),
  ...told.sites.flatMap(exclusionSentences),
  ...told.results.map((result) => findingSentence(told.score.kind, result)),
  ...told.suggestedExclusions.map((suggestion) => suggestionSentence(told.score.kind, suggestion)),
  ...carriedFindings(told.input),
  ...told.comparisons.map(comparisonSentence),
  diagnosisSentence(told.score, told.diagnosis),
  scoreSentence(told),
  ...carriedRisk(told.input),
  ...told.advice.map((advice) => adviceSentence(advice, told)),
  ...vfaImagingSentence(told.input),
  ...patientLetter(
    told.diagnosis,
    told.comparisons,
    told.advice.filter(({ code }) => !isOnlySuggested(told.policy, code)),
  ),
];
