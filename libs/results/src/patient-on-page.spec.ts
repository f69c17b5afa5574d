import type { Line } from './page-words.js';
import { namesAnotherPatient } from './patient-on-page.js';

const header = { PatientID: '483920', PatientBirthDate: '19581120' };

const lines = (...all: readonly (readonly string[])[]): Line[] =>
  all.map((texts, row) => ({
    cells: texts.map((text, at) => ({ text, x0: at * 100, x1: at * 100 + 50, y0: row * 20, y1: row * 20 + 10 })),
    y0: row * 20,
    y1: row * 20 + 10,
  }));

test.each([
  ['nobody', lines(['Region', 'BMD']), false, false],
  ['the patient, in one cell', lines(['Patient ID: 483920', 'DOB: 11/20/1958 67 years']), false, false],
  ['another number', lines(['Patient ID:', '700013', 'Height:', '162']), true, true],
  ['another birth date', lines(['Born:', '14.02.1939']), true, true],
  ['another number, and the same birth date', lines(['Patient ID:', '483928'], ['Birth Date:', '20.11.1958']), true, false],
  ['a label, and the next one', lines(['Patient ID:', 'Height:', '162']), false, false],
  ['a scan with a number of its own', lines(['ID:', 'A12271403D']), false, false],
])('a page that names %s', (_whom, page, inText, inPixels) => {
  expect(namesAnotherPatient(page, header, 'text')).toBe(inText);
  expect(namesAnotherPatient(page, header, 'pixels')).toBe(inPixels);
});
