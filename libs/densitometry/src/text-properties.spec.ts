import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { anyContext, anyInput, runs, seed } from './any-exam.story.js';
import { assess } from './assess.js';
import type { AssessInput } from './assess-input.js';
import type { Assessment, Sentence } from './assessment.js';
import { examA1 } from './exams.story.js';
import { forbiddenIn } from './languages/forbidden-wording.js';
import { languages, tongues, type Language } from './languages/speak.js';

const precision = [{ scannerSerial: 'ME+200123', site: 'lumbar-spine' as const, regions: 'L1-L4', lscGcm2: 0.03 }];

const anyWhole = fc.tuple(anyInput, anyContext).map(([{ patient, scans }, context]): AssessInput => ({
  patient,
  ...context,
  exam: { ...examA1(...scans), indication: 'screening' },
  priors: [{ ...examA1(...scans), examId: 'B', date: '2024-01-31' }],
  precision,
}));

const leaves = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];

const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)?/g) ?? [];

/** A number as a text may show it, without its sign: as it is, or with one, two or three decimals. */
const waysToWrite = (value: number): string[] => {
  const size = new Decimal(value).abs();
  return [size.toFixed(), ...[0, 1, 2, 3].map((places) => size.toFixed(places, Decimal.ROUND_HALF_UP))];
};

const known = (values: unknown): Set<string> =>
  new Set(leaves(values).flatMap((leaf) => (typeof leaf === 'number' ? waysToWrite(leaf) : numbersIn(String(leaf)))));

/** Numbers that a language's own messages contain: the 33 % radius, the age of 70, the T-score of -1.0. */
const fixed = (language: Language): Set<string> =>
  new Set(Object.values(tongues[language].wording).flatMap((texts) => Object.values(texts).flatMap(numbersIn)));

const dot = (number: string): string => number.replace(',', '.');

const dates = /\b(?:\d{2}[./])?\d{2}[./]\d{4}\b/g;

/** Dates as the language writes them that no value of the sentence is. */
const strayDates = ({ text, values }: Sentence): string[] =>
  (text.match(dates) ?? []).filter((date) => !leaves(values).includes(date.split(/[./]/).reverse().join('-')));

const strayNumbers = (sentences: readonly Sentence[], language: Language): string[] =>
  sentences.flatMap((sentence) => {
    const [told, allowed] = [known(sentence.values), fixed(language)];
    const numbers = numbersIn(language === 'en' ? sentence.text : sentence.text.replace(dates, ''));
    const stray = numbers.filter((one) => !told.has(dot(one)) && !allowed.has(one));
    return language === 'en' ? stray : [...stray, ...strayDates(sentence)];
  });

/** What a sentence may rest on: the input, the judgement, and the two words and counts that are made for the text. */
const foundations = (input: AssessInput, { sentences: _sentences, ...judged }: Assessment): Set<unknown> => {
  const mild = (input.vfa?.findings ?? []).filter(({ grade }) => grade === 1).length;
  return new Set([...leaves(input), ...leaves(judged), 'not-stated', mild]);
};

describe(`the text, whatever the exam (seed ${seed}, ${runs} runs)`, () => {
  test('every value of a sentence is in the input or the judgement', () => {
    fc.assert(
      fc.property(anyWhole, (input) => {
        const assessment = assess(input);
        const known = foundations(input, assessment);
        const stray = assessment.sentences.flatMap(({ values }) => leaves(values)).filter((leaf) => !known.has(leaf));
        expect(stray).toEqual([]);
      }),
      { seed, numRuns: runs },
    );
  });

  test.each(languages)('every number in it is a value of its sentence: %s', (language) => {
    fc.assert(
      fc.property(anyWhole, (input) => {
        expect(strayNumbers(assess({ ...input, language }).sentences, language)).toEqual([]);
      }),
      { seed, numRuns: runs },
    );
  });

  test.each(languages)('no sentence is empty, broken or says what is forbidden: %s', (language) => {
    fc.assert(
      fc.property(anyWhole, (input) => {
        for (const { text } of assess({ ...input, language }).sentences) {
          expect(forbiddenIn(text, language)).toEqual([]);
          expect(text).toMatch(/^\S.*[.]$/);
          expect(text).not.toMatch(/ {2}|\.\.|: \.|, ,| ,/);
        }
      }),
      { seed, numRuns: runs },
    );
  });

  test.each(languages)('report and letter state the category of the judgement and no other: %s', (language) => {
    const { categories, letter } = tongues[language].wording;
    fc.assert(
      fc.property(anyWhole, (input) => {
        const { diagnosis, sentences } = assess({ ...input, language });
        const textOf = (section: string): string =>
          sentences
            .filter((one) => one.section === section)
            .map(({ text }) => text)
            .join('\n');
        const stated = Object.entries(categories).filter(([, words]) => textOf('assessment').includes(words));
        expect(stated.map(([category]) => category)).toEqual(diagnosis.category === 'none' ? [] : [diagnosis.category]);
        const isPartlyNormal = diagnosis.provisional && diagnosis.category === 'normal';
        expect(textOf('patient-letter')).toContain(isPartlyNormal ? letter.partlyNormal : letter[diagnosis.category]);
      }),
      { seed, numRuns: runs },
    );
  });
});
