import type { Keywords } from '@osteon/dicom';
import { parse } from 'csv-parse/sync';
import { applyProfile } from './apply-profile.js';
import { columnOf, headingOf } from './columns.js';
import { dateOrderOf, readDate, type DateOrder } from './console-dates.js';
import { csvHeader, csvPlace } from './csv-columns.table.js';
import { groupBy } from './group-by.js';
import { limits } from './limits.js';
import { unreadObject, type ObjectRead } from './object-read.js';
import { placeOfWords } from './place-words.js';
import { nameRegion } from './region-names.js';
import type { Findings, Problem } from './study.js';
import { markOfRows, readRows, type WrittenRow } from './written-row.js';

const delimiters = [';', '\t', ','] as const;
const dateNames = ['StudyDate', 'PatientBirthDate'];
const sexes: Readonly<Record<string, string>> = { f: 'F', female: 'F', w: 'F', m: 'M', male: 'M' };

const textOfBytes = (bytes: Uint8Array): string => {
  const utf8 = Buffer.from(bytes).toString('utf8');
  return (utf8.includes('\uFFFD') ? Buffer.from(bytes).toString('latin1') : utf8).replace(/^\uFEFF/, '');
};

const headingLine = (text: string): string => text.slice(0, 4000).split(/\r?\n/, 1)[0] ?? '';

const delimiterOf = (text: string): string =>
  delimiters.reduce((best, each) => (headingLine(text).split(each).length > headingLine(text).split(best).length ? each : best));

const columnsOf = (text: string): string[] =>
  headingLine(text)
    .split(delimiterOf(text))
    .map((cell) => cell.replaceAll('"', ''));

/** Whether bytes are an export by columns: its first line names a region and BMD. */
export const isCsv = (bytes: Uint8Array): boolean => {
  if (bytes.length > limits.letters || bytes.includes(0)) return false;
  const fields = columnsOf(textOfBytes(bytes)).map((heading) => columnOf(heading)?.field);
  return fields.includes('region') && fields.includes('bmd');
};

interface Line {
  readonly header: Readonly<Record<string, string>>;
  readonly row: WrittenRow;
}

type Texts = Record<string, string>;

interface Parts {
  readonly header: Texts;
  readonly place: Texts;
  readonly values: Record<string, { text: string; unit?: string }>;
}

const ownValue = (names: Readonly<Texts>, name: string): string | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined;

/** Puts a cell where its heading says: header, place or value. */
const putCell = ({ header, place, values }: Parts, heading: string, text: string): void => {
  const { name } = headingOf(heading);
  const [keyword, part, column] = [ownValue(csvHeader, name), ownValue(csvPlace, name), columnOf(heading)];
  if (keyword !== undefined && text !== '') header[keyword] = text;
  else if (part !== undefined) place[part] = text;
  else if (column !== undefined) values[column.field] = { text, unit: column.unit };
};

const inDicomWords = (header: Texts): Texts => {
  const sex = header['PatientSex'];
  return sex === undefined ? header : { ...header, PatientSex: sexes[sex.toLowerCase()] ?? 'O' };
};

const lineOf = (headings: readonly string[], cells: readonly string[], at: { id: string; number: number }): Line => {
  const parts: Parts = { header: {}, place: {}, values: {} };
  for (const [index, heading] of headings.entries()) putCell(parts, heading, (cells[index] ?? '').trim());
  const { site = '', side = '', region = '', reference, zReference, mode } = parts.place;
  const source = { kind: 'csv', sopInstanceUID: at.id, at: `line ${at.number}` } as const;
  const named = nameRegion(placeOfWords([site, side]), region);
  return { header: inDicomWords(parts.header), row: { named, values: parts.values, reference, zReference, mode, source } };
};

const linesOf = (id: string, text: string): Line[] => {
  const [headings = [], ...cells] = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 100_000,
    to_line: limits.items,
  });
  return cells.map((line, at) => lineOf(headings, line, { id, number: at + 2 }));
};

/** Dates as DICOM writes them; one that could mean two days is left out, and told. */
const datedHeader = (header: Line['header'], order: DateOrder | undefined): { keywords: Keywords; ambiguous: string[] } => {
  const dates = dateNames.map((name) => ({ name, written: header[name], date: header[name] && readDate(header[name], order) }));
  const others = Object.entries(header).filter(([name]) => !dateNames.includes(name));
  const read = dates.flatMap(({ name, date }) => (date ? [[name, date.replaceAll('-', '')]] : []));
  return {
    keywords: Object.fromEntries([...others, ...read]),
    ambiguous: dates.flatMap(({ name, written, date }) => (written && !date ? [name] : [])),
  };
};

/** An order is of one patient: lines of one accession number belong together whomever they name, and two names are then told. */
const studyKey = ({ header }: Line): string =>
  header['StudyInstanceUID'] ??
  (header['AccessionNumber'] ? `order ${header['AccessionNumber']}` : [header['PatientID'], header['StudyDate']].join('|'));

/** Who was born on one day and measured on one day under two numbers, in one export: a mistyped number sooner than two people. */
const bornAndMeasured = ({ header }: Line): string | undefined =>
  header['PatientBirthDate'] && header['StudyDate'] ? `${header['PatientBirthDate']} ${header['StudyDate']}` : undefined;

const underTwoNumbers = (lines: readonly Line[]): ReadonlySet<string | undefined> => {
  const groups = [...groupBy(lines, bornAndMeasured)].filter(([key]) => key !== undefined);
  const doubled = groups.filter(([, ofDay]) => new Set(ofDay.map(({ header }) => header['PatientID'])).size > 1);
  return new Set(doubled.map(([key]) => key));
};

const objectsOf = (id: string, lines: readonly Line[]): ObjectRead[] => {
  const mark = markOfRows(lines.map(({ row }) => row));
  const order = dateOrderOf(
    lines.flatMap(({ header }) => dateNames.map((name) => header[name] ?? '')),
    { mark },
  );
  const studies = groupBy(lines, (line) => `${studyKey(line)}|${line.header['PatientID'] ?? ''}`);
  const doubled = underTwoNumbers(lines);
  return [...studies.values()].map((ofStudy) => {
    const { keywords, ambiguous } = datedHeader(Object.assign({}, ...ofStudy.map(({ header }) => header)), order);
    const key = ofStudy[0] && studyKey(ofStudy[0]);
    const dates = ambiguous.map((name): Problem => ({ code: 'DATE_AMBIGUOUS', detail: `csv ${name}`, sopInstanceUID: id }));
    const read = readRows(
      ofStudy.map(({ row }) => row),
      mark,
    );
    const isDoubled = ofStudy.some((line) => doubled.has(bornAndMeasured(line)));
    const persons: Problem[] = isDoubled ? [{ code: 'TWO_PATIENTS', detail: 'csv', sopInstanceUID: id }] : [];
    const findings: Findings = { ...read, problems: [...persons, ...dates, ...read.problems] };
    const header = { ...keywords, ...(keywords['StudyInstanceUID'] ? {} : { ExportedStudy: key ?? '' }) };
    return { sopInstanceUID: id, header, about: { kind: 'results' }, findings: applyProfile(findings, keywords), isPage: false };
  });
};

/**
 * An export by columns (docs/reference/results-csv.md), one row for each region: columns by their headings, in any order, with
 * semicolon, tab or comma between them; one object for each study in it.
 */
export const readCsv = (id: string, bytes: Uint8Array): readonly ObjectRead[] => {
  try {
    return objectsOf(id, linesOf(id, textOfBytes(bytes)));
  } catch {
    return [unreadObject(id, 'UNREADABLE', 'csv')];
  }
};
