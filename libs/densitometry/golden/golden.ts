import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { assess } from '../src/assess.js';
import { assessInput, type AssessInput } from '../src/assess-input.js';
import type { Assessment, Sentence } from '../src/assessment.js';
import { languages, type Language } from '../src/languages/speak.js';

/** An exam with the story behind it. */
export interface Golden {
  readonly name: string;
  readonly story: string;
  readonly input: AssessInput;
}

/** Every exam of a folder by name, in order. A file that does not fit the exam format is an error that names it. */
export const goldensIn = (folder: string): Golden[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const { story, ...exam } = parse(readFileSync(join(folder, file), 'utf8')) as { story: string } & Record<string, unknown>;
      const read = assessInput.safeParse(exam);
      if (!read.success) throw new Error(`${file}: ${read.error.message}`);
      return { name: file.replace('.yaml', ''), story: story.trim(), input: read.data };
    });

const bySection = (sentences: readonly Sentence[]): Record<string, string[]> => {
  const sections = [...new Set(sentences.map(({ section }) => section))];
  return Object.fromEntries(
    sections.map((section) => [
      section,
      sentences
        .filter((one) => one.section === section)
        .map(({ text, onlySuggested }) => (onlySuggested ? `${text} (only suggested to the reader)` : text)),
    ]),
  );
};

/** English for every exam, and the language that the exam itself asks for. */
const languagesOf = ({ language = 'en' }: AssessInput): readonly Language[] =>
  languages.filter((one) => one === 'en' || one === language);

/** Text first, as a reader sees it, then what was judged, as YAML; the values of the sentences are left to other tests. */
export const expectedOf = ({ input }: Golden): string => {
  const text = Object.fromEntries(
    languagesOf(input).map((language) => [language, bySection(assess({ ...input, language }).sentences)]),
  );
  const { sentences: _sentences, ...judged }: Assessment = assess(input);
  return stringify({ text, judged }, { lineWidth: 140 });
};

/** The page that lists the stories. */
export const catalogueOf = (goldens: readonly Golden[]): string =>
  [
    '# Golden exams',
    '',
    `${goldens.length} invented exams, each with its story. [exams](exams) holds what goes into \`assess\`, [expected](expected) the text and the`,
    'judgement that come out; a unit test compares them. After a change that is meant, `npm run golden` writes them and this page again:',
    'read the difference as a physician would before you commit it.',
    '',
    '| exam | story |',
    '|---|---|',
    ...goldens.map(({ name, story }) => `| [${name}](exams/${name}.yaml) | ${story.replaceAll('\n', ' ')} |`),
    '',
  ].join('\n');
