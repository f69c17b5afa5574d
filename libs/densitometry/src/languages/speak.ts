import { IntlMessageFormat } from 'intl-messageformat';
import { bmdText, plainText, scoreText } from '../decimals.js';
import { french } from './french.table.js';
import { german } from './german.table.js';
import { spanish } from './spanish.table.js';
import { englishWording, type Wording } from './wording.js';

/** The languages a report can be written in. */
export const languages = ['en', 'de', 'es', 'fr'] as const;
export type Language = (typeof languages)[number];

interface Tongue {
  /** By which plural rules, the decimal sign and `and` are chosen. */
  readonly locale: string;
  readonly wording: Wording;
  /** Between day, month and year; English keeps ISO dates: day and month are read both ways in it. */
  readonly dates?: string;
}

export const tongues: Readonly<Record<Language, Tongue>> = {
  en: { locale: 'en-GB', wording: englishWording },
  de: { locale: 'de', wording: german, dates: '.' },
  es: { locale: 'es', wording: spanish, dates: '/' },
  fr: { locale: 'fr', wording: french, dates: '/' },
};

type Values = Readonly<Record<string, string | number | undefined>>;

/** Says things in one language. Numbers are rounded in decimal arithmetic before the language writes them. */
export interface Speaker {
  readonly language: Language;
  readonly say: <Section extends keyof Wording>(
    section: Section,
    key: keyof Wording[Section] & string,
    values?: Values,
  ) => string;
  /** The word for an open code; nothing where the language has none. */
  readonly wordFor: (section: keyof Wording, key: string, values?: Values) => string | undefined;
  /** `a, b and c` */
  readonly list: (parts: readonly string[]) => string;
  /** One decimal. */
  readonly score: (value: number) => string;
  /** Three decimals. */
  readonly bmd: (value: number) => string;
  /** As it was given. */
  readonly number: (value: number) => string;
  /** A day, month or year as written in the format. */
  readonly date: (partial: string) => string;
}

const speakerOf = (language: Language): Speaker => {
  const { locale, wording, dates } = tongues[language];
  const compiled = new Map<string, IntlMessageFormat>();
  const lists = new Intl.ListFormat(locale);
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const written = (text: string): string => text.replace('.', decimal);

  const text = (place: string, message: string, values: Values): string => {
    if (!message.includes('{')) return message;
    const known = compiled.get(place) ?? new IntlMessageFormat(message, locale);
    compiled.set(place, known);
    return String(known.format({ ...values }));
  };
  const wordFor: Speaker['wordFor'] = (section, key, values = {}) => {
    const message = Object.entries(wording[section]).find(([name]) => name === key)?.[1];
    return message === undefined ? undefined : text(`${section} ${key}`, message, values);
  };
  return {
    language,
    say: (section, key, values = {}) => text(`${section} ${key}`, String(wording[section][key]), values),
    wordFor,
    list: (parts) => lists.format(parts),
    score: (value) => written(scoreText(value)),
    bmd: (value) => written(bmdText(value)),
    number: (value) => written(plainText(value)),
    date: (partial) => (dates === undefined ? partial : partial.split('-').reverse().join(dates)),
  };
};

const speakers: Readonly<Record<Language, Speaker>> = {
  en: speakerOf('en'),
  de: speakerOf('de'),
  es: speakerOf('es'),
  fr: speakerOf('fr'),
};

/** The speaker of a language; without one English. It keeps its compiled messages, as many as the language has. */
export const speak = (language: Language = 'en'): Speaker => speakers[language];
