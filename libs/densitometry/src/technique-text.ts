import type { AssessInput } from './assess-input.js';
import type { Score, Sentence } from './assessment.js';
import type { Speaker } from './languages/speak.js';
import type { MeasuredSite } from './measured-site.js';
import { capital, sentence } from './sentence.js';
import { nameOfReason, placeWords, siteWords } from './words.js';

/** What was measured, and on which densitometer. */
export const scannerSentence = (speaker: Speaker, { exam }: AssessInput, sites: readonly MeasuredSite[]): Sentence => {
  const { manufacturer, model, serial, software } = exam.scanner;
  const names = sites.map(({ site, side }) =>
    speaker.say('technique', 'measuredSite', { site: siteWords(speaker, site, side), isPair: side === 'both' ? 'yes' : 'no' }),
  );
  const text = speaker.say('technique', 'scanner', {
    measured:
      names.length === 0
        ? speaker.say('technique', 'nothingMeasured')
        : speaker.say('technique', 'measured', { sites: speaker.list(names) }),
    device: [manufacturer, model].filter((part) => part !== undefined).join(' '),
    serial: serial === undefined ? '' : speaker.say('technique', 'serial', { serial }),
    software: software === undefined ? '' : speaker.say('technique', 'software', { software }),
  });
  return sentence('technique', 'TECHNIQUE_SCANNER', text, { ...exam.scanner, date: exam.date });
};

/** What T counts against is the female reference only. */
const references = ({ rows }: MeasuredSite, kind: Score['kind']): string[] =>
  rows.flatMap(({ row: { tReference, zReference } }) => {
    const reference = { T: tReference?.sex === 'female' ? tReference : undefined, Z: zReference, none: undefined }[kind];
    return reference?.name ?? [];
  });

/** Against which reference the scores that count were formed; nothing where the device does not say. */
export const referenceSentence = (speaker: Speaker, kind: Score['kind'], sites: readonly MeasuredSite[]): Sentence[] => {
  const names = [...new Set(sites.flatMap((site) => references(site, kind)))].sort();
  const text = () => speaker.say('technique', 'reference', { kind, names: names.join('; ') });
  return names.length === 0 ? [] : [sentence('technique', 'SCORE_REFERENCE', text(), { kind, names })];
};

/** The technical quality as it was stated, with the notes of those who stated it. */
export const qualitySentence = (speaker: Speaker, { site, side, quality, notes }: MeasuredSite): Sentence => {
  const text = speaker.say('technique', 'quality', {
    site: siteWords(speaker, site, side),
    quality: speaker.list(quality.map((status) => speaker.say('quality', status))),
    notes: notes.length > 0 ? ` (${notes.join('; ')})` : '',
  });
  return sentence('technique', 'TECHNICAL_QUALITY', text, { site, ...(side === undefined ? {} : { side }), quality, notes });
};

/** What a physician left out, and why. */
export const exclusionSentences = (speaker: Speaker, { site, side, excluded }: MeasuredSite): Sentence[] =>
  excluded.map(({ region, reason }) => {
    const place = site === 'lumbar-spine' ? region : placeWords(speaker, { site, side, region });
    const text = speaker.say('technique', 'excluded', { place, reason: nameOfReason(reason, speaker.language) });
    return sentence('technique', 'REGION_EXCLUDED', capital(text), { site, region, reason });
  });
