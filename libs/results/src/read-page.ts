import { NotPart10, NotRenderable, readKeywords, renderImage, textOf, type Keywords } from '@osteon/dicom';
import sharp from 'sharp';
import { placeOfObject } from './classify-object.js';
import { confirmRows, type Confirmed } from './confirm-rows.js';
import { limits } from './limits.js';
import type { Ocr } from './ocr.js';
import { bandOfTables, readPageTables, type PageRow } from './page-tables.js';
import { linesOfWords, type Line } from './page-words.js';
import { namesAnotherPatient } from './patient-on-page.js';
import { onlyProblem, type Findings, type Problem } from './study.js';
import { readRows } from './written-row.js';

/** Letters of the height that OCR wants, of pages of about 90 dots an inch: the whole page, then its tables larger. */
const [wholeWidth, tableWidth] = [1850, 2450];

interface Prepared {
  readonly png: Buffer;
  readonly height: number;
}

/** Dark letters on white, whatever the page has. */
const prepared = async (page: Buffer, width: number): Promise<Prepared> => {
  const grey = sharp(page, { limitInputPixels: limits.pixels }).flatten({ background: 'white' }).greyscale();
  const { channels } = await grey.clone().stats();
  const isDark = (channels[0]?.mean ?? 255) < 128;
  const { width: own = width } = await sharp(page).metadata();
  const sized = grey.resize({ width: Math.max(own, width), kernel: 'lanczos3' });
  const { data: png, info } = await (isDark ? sized.negate({ alpha: false }) : sized).png().toBuffer({ resolveWithObject: true });
  return { png, height: info.height };
};

/** The band of a page between two parts of its height. */
const cropped = async (page: Buffer, from: number, to: number): Promise<Buffer> => {
  const { width = 1, height = 1 } = await sharp(page).metadata();
  const [top, bottom] = [Math.max(0, Math.floor(from * height)), Math.min(height, Math.ceil(to * height))];
  return sharp(page)
    .extract({ left: 0, top, width, height: Math.max(1, bottom - top) })
    .png()
    .toBuffer();
};

/** Letters that OCR takes for digits in the names of vertebrae. */
const asLabel = (text: string): string => text.replace(/\b[LlI|1][1Il|](?=$|[-,])/g, 'L1').replace(/\s*([-,])\s*/g, '$1');

const linesOf = async (png: Buffer, ocr: Ocr): Promise<Line[]> => {
  const words = await ocr.wordsOf(png);
  return linesOfWords(words.map((word) => (/^[LlI|1][1-4Il|]/.test(word.text) ? { ...word, text: asLabel(word.text) } : word)));
};

/** Lines of the whole page before those of its enlarged band: far above them, whatever the scales. */
const farAbove = (lines: readonly Line[]): Line[] => lines.map((line) => ({ ...line, y0: line.y0 - 1e6, y1: line.y1 - 1e6 }));

/** The tables of a page, read twice; what stands above them is read once, and may name another patient than the header does. */
const readTwice = async (
  page: Buffer,
  ocr: Ocr,
  keywords: Keywords,
): Promise<readonly [PageRow[], PageRow[]] | 'TWO_PATIENTS'> => {
  const protocol = placeOfObject(keywords);
  const whole = await prepared(page, wholeWidth);
  const lines = await linesOf(whole.png, ocr);
  if (namesAnotherPatient(lines, keywords, 'pixels')) return 'TWO_PATIENTS';
  const band = bandOfTables(lines);
  if (band === undefined) return [[], []];
  const tables = await prepared(await cropped(page, band.y0 / whole.height, band.y1 / whole.height), tableWidth);
  const again = await linesOf(tables.png, ocr);
  return [readPageTables(lines, protocol), readPageTables([...farAbove(band.above), ...again], protocol)];
};

const isSame = (one: PageRow, other: PageRow): boolean => JSON.stringify(one.named) === JSON.stringify(other.named);

/** Only what both sizes of the page read alike: digits that change with the size are no evidence. */
const inBoth = (rows: readonly PageRow[], others: readonly PageRow[]): PageRow[] =>
  rows.flatMap((row) => {
    const other = others.find((each) => isSame(each, row));
    if (other === undefined) return [];
    const said = Object.entries(row.values).filter(([field, written]) =>
      Object.entries(other.values).some(([name, its]) => name === field && its.text === written.text),
    );
    return [{ ...row, values: Object.fromEntries(said) }];
  });

const problemOf = ({ row, dropped }: Confirmed, sopInstanceUID: string): Problem[] =>
  dropped.length === 0
    ? []
    : [{ code: 'UNREADABLE', detail: `ocr ${row.label}: ${dropped.join(', ')} not confirmed`, sopInstanceUID }];

const readImage = async (png: Buffer, ocr: Ocr, keywords: Keywords, sopInstanceUID: string): Promise<Findings> => {
  const twice = await readTwice(png, ocr, keywords);
  if (twice === 'TWO_PATIENTS') return onlyProblem({ code: twice, detail: 'ocr', sopInstanceUID });
  const confirmed = confirmRows(inBoth(...twice), textOf(keywords, 'Manufacturer') ?? '');
  const read = readRows(
    confirmed.map(({ row: { named, values, label } }) => ({
      named,
      values,
      source: { kind: 'ocr', sopInstanceUID, at: `page/${label}` },
    })),
  );
  return { ...read, problems: [...read.problems, ...confirmed.flatMap((each) => problemOf(each, sopInstanceUID))] };
};

/**
 * The numbers that are drawn into the pixels of a report page: tables by their headings, read at two sizes, each value guarded
 * by arithmetic. What cannot be confirmed is dropped, and told. A page that cannot be shown is a problem.
 */
export const readPage = async (sopInstanceUID: string, bytes: Uint8Array, ocr: Ocr): Promise<Findings> => {
  try {
    const keywords = readKeywords(bytes, { until: 'PixelData' });
    return await readImage(await renderImage(bytes), ocr, keywords, sopInstanceUID);
  } catch (error) {
    if (error instanceof NotRenderable || error instanceof NotPart10)
      return onlyProblem({ code: 'UNREADABLE', detail: 'page', sopInstanceUID });
    throw error;
  }
};
