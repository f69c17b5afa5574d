import type { Diagnosis, Side, Site } from './assessment.js';
import { english } from './languages/english.table.js';
import { speak, type Language, type Speaker } from './languages/speak.js';

/** `left hip`, `lumbar spine`; both sides: `both hips`. */
export const siteWords = (speaker: Speaker, site: Site, side?: Side): string =>
  speaker.say('sites', site, { side: side ?? 'unknown' });

/** Where something was measured. */
export interface Place {
  readonly site: Site;
  readonly side?: Side;
  readonly region: string;
}

/** `left femoral neck`, `lumbar spine (L1-L4)`; a region without a word of its own keeps its code beside the site's name. */
export const placeWords = (speaker: Speaker, { site, side, region }: Place): string =>
  speaker.wordFor('regions', region, { side: side ?? 'unknown' }) ??
  speaker.say('results', 'place', { site: siteWords(speaker, site, side), region });

/** The name of a site in a language. */
export const nameOfSite = (site: Site, side?: Side, language?: Language): string => siteWords(speak(language), site, side);

/** A row of a scan: `femoral neck`; what has no word of its own (a vertebra) keeps its code. */
export const nameOfRow = (region: string, language?: Language): string =>
  speak(language).wordFor('regions', region, { side: 'unknown' }) ?? region;

/** Why a region was left out, in words; an unknown reason as it is. */
export const nameOfReason = (reason: string, language?: Language): string => speak(language).wordFor('kinds', reason) ?? reason;

/** The categories in English. */
export const categoryWords: Readonly<Record<Exclude<Diagnosis['category'], 'none'>, string>> = english.categories;
