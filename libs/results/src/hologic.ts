import { textOf, type Keywords } from '@osteon/dicom';
import { withoutTags } from './columns.js';
import { possibleDates } from './console-dates.js';
import { readAssignments, type Assignments } from './hologic-assignments.js';
import { rowsOfTable, type Table } from './hologic-tables.js';
import { placeOfWords } from './place-words.js';
import { nothing, onlyProblem, together, type DeviceFrax, type Findings, type Place, type ProblemCode } from './study.js';
import { readRows } from './written-row.js';
import type { DocumentPlace } from './written-trend.js';

/** (0019,xx00) as it was seen in files, (0021,xx01) as the dictionary of the maker has it. */
const elementNames = /^(0019[1-9A-F][0-9A-F]00|0021[1-9A-F][0-9A-F]01)$/;

const asText = (value: Keywords[string]): string => {
  if (typeof value === 'string') return value;
  if (!(value instanceof Uint8Array)) return '';
  const utf8 = Buffer.from(value).toString('utf8');
  return utf8.includes('\uFFFD') ? Buffer.from(value).toString('latin1') : utf8;
};

const isPage = (text: string): boolean => text.includes('<HologicHeader') || text.includes('ResultsTable');

/** A block of private elements belongs to the creator that its first element names (PS3.5 7.8.1). */
const isOfHologic = (keywords: Keywords, tag: string): boolean =>
  (textOf(keywords, `${tag.slice(0, 4)}00${tag.slice(4, 6)}`) ?? '').toUpperCase().startsWith('HOLOGIC');

/** Pages by the tag they lie in: the creator must be the maker's and the content a page, as a tag alone means other things elsewhere. */
export const hologicPages = (keywords: Keywords): { tag: string; text: string }[] =>
  Object.keys(keywords)
    .filter((tag) => elementNames.test(tag) && isOfHologic(keywords, tag))
    .map((tag) => ({ tag, text: asText(keywords[tag]) }))
    .filter(({ text }) => isPage(text));

const placeOf = ({ texts }: Assignments, keywords: Keywords): Partial<Place> => {
  const said = ['ScanMode', 'AnalProtocol'].map((name) => texts.get(name) ?? '');
  const names = ['ProtocolName', 'PerformedProcedureStepDescription', 'SeriesDescription'];
  const laterality = { L: 'left', R: 'right' }[textOf(keywords, 'Laterality') ?? textOf(keywords, 'ImageLaterality') ?? ''] ?? '';
  return placeOfWords([...said, ...names.map((name) => textOf(keywords, name) ?? ''), laterality]);
};

const clean = (text: string): string => text.trim().replace(/[.\s]{0,9}$/, '');

/** "T-score vs. White Female. Source: 2012 BMDCS/NHANES White Female": the source, with the population where it lacks one. */
const referenceIn = ({ texts }: Assignments, score: 'T' | 'Z'): string | undefined => {
  for (const text of texts.values()) {
    const plain = withoutTags(text).slice(0, 2000);
    const from = plain.indexOf(`${score}-score vs.`);
    if (from < 0) continue;
    const said = plain.slice(from + 11).split(/[TZ]-score vs\./)[0] ?? '';
    const [population = '', source = ''] = said.split('Source:');
    return /male/i.test(source) ? clean(source) : [population, source].map(clean).filter(Boolean).join(', ');
  }
  return undefined;
};

const percentIn = (cells: readonly string[]): number | undefined => {
  const said = cells.slice(1).flatMap((cell) => /^(\d{1,2}(?:[.,]\d{1,2})?) ?%?$/.exec(withoutTags(cell).trim())?.[1] ?? []);
  return said.length === 1 ? Number(said[0]?.replace(',', '.')) : undefined;
};

const isFrax = (table: Table): boolean => table.some((cells) => cells.some((cell) => /frax|fracture/i.test(cell)));

/** The FRAX table by its words; two percentages in one row are none. */
const fraxOf = ({ tables }: Assignments, source: DeviceFrax['sources'][number]): DeviceFrax[] => {
  const rows = [...tables.values()].filter(isFrax).flat();
  const risk = (word: RegExp): number | undefined => rows.filter(([label = '']) => word.test(label)).map(percentIn)[0];
  const [majorPercent, hipPercent] = [risk(/\bmajor\b/i), risk(/\bhip\b/i)];
  if (majorPercent === undefined && hipPercent === undefined) return [];
  return [
    {
      ...(majorPercent === undefined ? {} : { majorPercent }),
      ...(hipPercent === undefined ? {} : { hipPercent }),
      sources: [source],
    },
  ];
};

const isOtherDay = (texts: Assignments['texts'], studyDate: string | undefined): boolean => {
  const dates = possibleDates((texts.get('Scan') ?? '').split(' - ')[0]?.trim() ?? '');
  return studyDate !== undefined && dates.length > 0 && !dates.includes(studyDate);
};

const isOtherPatient = ({ texts }: Assignments, keywords: Keywords): boolean => {
  const births = possibleDates((texts.get('DOB') ?? '').trim()).map((date) => date.replaceAll('-', ''));
  const birth = textOf(keywords, 'PatientBirthDate');
  const sexes = [texts.get('PatientSex')?.trim().charAt(0).toUpperCase(), textOf(keywords, 'PatientSex')].map((sex) => sex ?? '');
  const differInSex = sexes.every((sex) => sex === 'F' || sex === 'M') && sexes[0] !== sexes[1];
  return differInSex || (birth !== undefined && births.length > 0 && !births.includes(birth));
};

const faultOf = (page: Assignments, keywords: Keywords, { studyDate }: DocumentPlace): ProblemCode | undefined => {
  if (isOtherPatient(page, keywords)) return 'TWO_PATIENTS';
  return isOtherDay(page.texts, studyDate) ? 'DATE_AMBIGUOUS' : undefined;
};

const readPage = (text: string, at: string, keywords: Keywords, place: DocumentPlace): Findings => {
  const { sopInstanceUID } = place;
  const only = (code: ProblemCode): Findings => onlyProblem({ code, detail: `hologic ${at}`, sopInstanceUID });
  const page = readAssignments(text);
  if (typeof page === 'string') return only(page);
  const fault = faultOf(page, keywords, place);
  if (fault !== undefined) return only(fault);
  const mode = page.texts.get('ScanMode')?.trim();
  const row = { reference: referenceIn(page, 'T'), zReference: referenceIn(page, 'Z'), ...(mode ? { mode } : {}) };
  const source = { kind: 'hologic-private', sopInstanceUID } as const;
  const where = placeOf(page, keywords);
  const rows = [...page.tables].flatMap(([name, table]) =>
    rowsOfTable(table, { name: `${at}/${name}`, place: where, source, row }),
  );
  return { ...readRows(rows), frax: fraxOf(page, { ...source, at: `${at}/FRAX` }) };
};

/**
 * The numbers of a Hologic console (Discovery, Horizon, APEX): assignments to tables in private elements, found by private
 * creator and content, columns by their headings. A page of another patient or another day gives a problem and no number.
 */
export const readHologic = (keywords: Keywords, place: DocumentPlace): Findings => {
  const pages = hologicPages(keywords);
  const tagOf = (tag: string): string => `(${tag.slice(0, 4)},${tag.slice(4)})`;
  return pages.length === 0 ? nothing : together(pages.map(({ tag, text }) => readPage(text, tagOf(tag), keywords, place)));
};
