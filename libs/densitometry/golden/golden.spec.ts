import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../src/assess.js';
import { forbiddenIn } from '../src/languages/forbidden-wording.js';
import { languages } from '../src/languages/speak.js';
import { catalogueOf, expectedOf, goldensIn } from './golden.js';

const goldens = goldensIn(join(__dirname, 'exams'));
const written = (file: string): string => readFileSync(join(__dirname, file), 'utf8');

test('at least forty exams have a story', () => {
  expect(goldens.length).toBeGreaterThanOrEqual(40);
  expect(goldens.filter(({ story }) => story.length < 20)).toEqual([]);
  expect(written('README.md')).toBe(catalogueOf(goldens));
});

test.each(goldens.map((golden) => [golden.name, golden] as const))('%s reads as it was read by a person', (name, golden) => {
  expect(expectedOf(golden)).toBe(written(`expected/${name}.yaml`));
});

test.each(languages)('nothing that is forbidden stands in any of them: %s', (language) => {
  const found = goldens.flatMap(({ name, input }) =>
    assess({ ...input, language }).sentences.flatMap(({ text }) => forbiddenIn(text, language).map((one) => `${name}: ${one}`)),
  );
  expect(found).toEqual([]);
});
