import type { AssessInput } from './assess-input.js';
import type { Diagnosis, Score, Sentence, SiteResult, Withheld } from './assessment.js';
import { bmdText, scoreText } from './decimals.js';
import type { MeasuredSite } from './measured-site.js';
import { categoryWords, nameOfReason, nameOfRegion, nameOfSite, notSuggestedWords, scoreWords, withheldWords } from './words.js';

/** Version of every rule and wording of this library; an assessment that was made under another one is kept as it was. */
export const RULE_VERSION = '1';

type Section = Sentence['section'];

const sentence = (section: Section, rule: string, text: string, values: Sentence['values']): Sentence => ({
  section,
  text,
  rule,
  ruleVersion: RULE_VERSION,
  values,
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a`, `a and b`, `a, b and c` */
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

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
    ...(result.score === undefined ? [] : [`${kind}-score ${scoreText(result.score)}`]),
    ...(tScoreFrom === 'none' ? ['the densitometer gave no score for exactly these vertebrae'] : []),
    ...(usable ? [] : ['not used']),
  ];
  const place = capital(nameOfRegion(result.site, result.regions, result.side));
  return sentence('findings', 'SITE_RESULT', `${place}: ${parts.length > 0 ? parts.join(', ') : 'no value'}.`, { ...result });
};

const withheldText = (withheld: readonly Withheld[]): string =>
  withheld
    .map(({ site, region, side, why }) => ` Not used: ${nameOfRegion(site, region, side)}, because ${withheldWords[why]}.`)
    .join('');

const assessmentSentence = (diagnosis: Diagnosis): Sentence => {
  const { category, basis, why = 'NO_USABLE_SITE', rule, withheld = [] } = diagnosis;
  if (category === 'none' || basis === undefined)
    return sentence(
      'assessment',
      rule,
      `No diagnostic category is suggested: ${notSuggestedWords[why]}.${withheldText(withheld)}`,
      { category, why },
    );
  const place = nameOfRegion(basis.site, basis.region, basis.side);
  const scope = withheld.length > 0 ? ' by the regions that could be used' : '';
  return sentence(
    'assessment',
    rule,
    `${categoryWords[category]} by WHO criteria${scope}: lowest T-score ${scoreText(basis.score)}, ${place}.${withheldText(withheld)}`,
    { category, ...basis },
  );
};

/** The text of an assessment in English, section by section; each sentence names its rule and its values. */
export const sentencesOf = (
  input: AssessInput,
  sites: readonly MeasuredSite[],
  { score, diagnosis, results }: { score: Score; diagnosis: Diagnosis; results: readonly SiteResult[] },
): Sentence[] => [
  scannerSentence(input, sites),
  ...sites.map(qualitySentence),
  ...sites.flatMap(exclusionSentences),
  ...results.map((result) => findingSentence(score.kind, result)),
  assessmentSentence(diagnosis),
  sentence(
    'assessment',
    score.rule,
    `${scoreWords[score.rule]}${score.assumed ? ' The menopausal status was assumed from age.' : ''}`,
    { ...score },
  ),
];
