import type { Language } from './speak.js';

/**
 * What a report must not say (ISCD nomenclature and reporting positions, partly read [S], partly not re-read [M]): the old name of the
 * method, a graded osteopenia, bones of another age, a score without its hyphen; and what is left where a template failed.
 */
const forbidden: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /\bDEXA\b/i,
    /\b(mild|moderate|marked|severe|advanced|borderline)\w* (osteopenia|osteoporosis)/i,
    /\bbones? of an? (\d+|\w+ty)\b/i,
    /\b[TZ] score/i,
  ],
  de: [
    /\bDEXA\b/i,
    /\b(leicht|mäßig|mittelgradig|ausgeprägt|schwer|hochgradig|beginnend|grenzwertig)\w* (Osteopenie|Osteoporose)/i,
    /\bKnochen (eines|einer) \S*\d+/i,
    /\b[TZ] Score/i,
  ],
  es: [
    /\bDEXA\b/i,
    /\b(osteopenia|osteoporosis) (leve|moderada|marcada|severa|grave|avanzada|incipiente)/i,
    /\bhuesos? de (un|una) \D*\d+/i,
    /\b[TZ] score/i,
  ],
  fr: [
    /\bDEXA\b/i,
    /\b(ostéopénie|ostéoporose) (légère|modérée|marquée|sévère|avancée|débutante)/i,
    /\bos d['’]une? \D*\d+/i,
    /\b[TZ] score/i,
  ],
};

const broken = [/\bundefined\b/, /\bNaN\b/, /\bnull\b/, /\[object /, /[{}]/, /\(\)/];

/** What of a text may not stand in a report of this language, as it is written there: empty where all is well. */
export const forbiddenIn = (text: string, language: Language): string[] =>
  [...forbidden[language], ...broken].flatMap((one) => one.exec(text)?.[0] ?? []);
