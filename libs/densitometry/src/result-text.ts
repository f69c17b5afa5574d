import type { Score, Sentence, SiteResult, SpineResult, SuggestedExclusion } from './assessment.js';
import type { Speaker } from './languages/speak.js';
import { capital, sentence } from './sentence.js';
import { nameOfReason, placeWords } from './words.js';

type Numbers = Pick<SiteResult, 'bmd' | 'score' | 'heightAdjusted'>;

const numbers = (speaker: Speaker, kind: Score['kind'], { bmd, score, heightAdjusted }: Numbers): string[] => [
  ...(bmd === undefined ? [] : [speaker.say('results', 'bmd', { bmd: speaker.bmd(bmd) })]),
  ...(score === undefined
    ? []
    : [
        `${speaker.say('results', 'score', { kind, score: speaker.score(score) })}${heightAdjusted ? speaker.say('results', 'heightAdjusted') : ''}`,
      ]),
];

/** What one site says, and whether it was used. */
export const resultSentence = (
  speaker: Speaker,
  kind: Score['kind'],
  { usable, tScoreFrom, ...result }: SiteResult,
): Sentence => {
  const parts = [
    ...numbers(speaker, kind, result),
    ...(tScoreFrom === 'none' ? [speaker.say('results', 'noRow')] : []),
    ...(result.limited ? [speaker.say('results', 'limited')] : []),
    ...(usable ? [] : [speaker.say('results', 'notUsed')]),
  ];
  const place = capital(placeWords(speaker, { site: result.site, side: result.side, region: result.regions }));
  const told = parts.length > 0 ? parts.join(', ') : speaker.say('results', 'noValue');
  return sentence('findings', 'SITE_RESULT', speaker.say('results', 'result', { place, parts: told }), { ...result });
};

const spineText = (speaker: Speaker, kind: Score['kind'], { regions, ...result }: SpineResult): string =>
  [regions, ...numbers(speaker, kind, result)].join(' ');

const withAndWithout = (speaker: Speaker, kind: Score['kind'], { with: all, without }: SuggestedExclusion): string =>
  without === undefined
    ? ''
    : speaker.say('results', 'withAndWithout', { all: spineText(speaker, kind, all), rest: spineText(speaker, kind, without) });

/** Vertebrae that may be left out, why, and the result with and without each: told once, whatever the number of reasons. */
export const suggestionSentences = (
  speaker: Speaker,
  kind: Score['kind'],
  suggestions: readonly SuggestedExclusion[],
): Sentence[] =>
  suggestions.map((suggestion, index) => {
    const { region, reason, difference = 0, kind: seen = 'other' } = suggestion;
    const head = speaker.say('results', reason, {
      region,
      kind: nameOfReason(seen, speaker.language),
      difference: speaker.score(difference),
    });
    const isAgain = suggestions.slice(0, index).some((one) => one.region === region);
    const text = isAgain ? head : `${head}${withAndWithout(speaker, kind, suggestion)}`;
    return sentence('findings', reason, text, { ...suggestion });
  });
