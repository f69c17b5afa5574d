import { dateFromDA, textOf, type Keywords } from '@osteon/dicom';
import { possibleDates } from './console-dates.js';
import type { Line } from './page-words.js';

/** How pages name the patient's number and birth date, in whole words at the beginning of a cell; the value behind or beside it. */
const labels = {
  number: /^patient(?:en)?[- ]?(?:id|nr|no|number|nummer)\b\.?\s*:?/i,
  birthDate: /^(?:date of birth|birth ?date|dob|born|geburtsdatum|geb\.)\s*:?/i,
} as const;

const valuesUnder = (lines: readonly Line[], label: RegExp): string[] =>
  lines.flatMap(({ cells }) =>
    cells.flatMap(({ text }, at) => {
      const found = label.exec(text);
      if (found === null) return [];
      const value = text.slice(found[0].length).trim() || (cells[at + 1]?.text.trim() ?? '');
      return value === '' || value.endsWith(':') ? [] : [value];
    }),
  );

type Answer = 'same' | 'other' | 'unsaid';

const answerOf = (said: readonly boolean[]): Answer => {
  if (said.length === 0) return 'unsaid';
  return said.every((isSame) => isSame) ? 'same' : 'other';
};

const numberSays = (lines: readonly Line[], keywords: Keywords): Answer => {
  const number = textOf(keywords, 'PatientID');
  return answerOf(number === undefined ? [] : valuesUnder(lines, labels.number).map((value) => value.split(' ')[0] === number));
};

const birthDateSays = (lines: readonly Line[], keywords: Keywords): Answer => {
  const born = dateFromDA(textOf(keywords, 'PatientBirthDate'));
  const dates = valuesUnder(lines, labels.birthDate).map((value) => possibleDates(value.split(' ')[0] ?? ''));
  return answerOf(born === undefined ? [] : dates.filter((each) => each.length > 0).map((each) => each.includes(born)));
};

/**
 * Whether a page names another patient than the header of its object: by number or by birth date. Of text that was read from
 * pixels a misread digit is not another person: there one of the two that agrees is enough.
 */
export const namesAnotherPatient = (lines: readonly Line[], keywords: Keywords, from: 'text' | 'pixels'): boolean => {
  const answers = [numberSays(lines, keywords), birthDateSays(lines, keywords)];
  return answers.includes('other') && (from === 'text' || !answers.includes('same'));
};
