import { NotPart10, NotRenderable, readKeywords, renderImage, textOf, type Keywords } from '@osteon/dicom';
import sharp from 'sharp';
import { placeOfObject } from './classify-object.js';
import { confirmRows, type Confirmed } from './confirm-rows.js';
import { limits } from './limits.js';
import type { Ocr } from './ocr.js';
import { readPageTables, type PageRow } from './page-tables.js';
import { linesOfWords } from './page-words.js';
import { onlyProblem, type Findings, type Problem } from './study.js';
import { readRows } from './written-row.js';

/** Letters of the height that OCR wants: pages of about 90 dots an inch, twice at two sizes. */
const widths = [1850, 2450];

/** Dark letters on white, whatever the page has. */
const prepared = async (png: Buffer, width: number): Promise<Buffer> => {
  const grey = sharp(png, { limitInputPixels: limits.pixels }).flatten({ background: 'white' }).greyscale();
  const { channels } = await grey.clone().stats();
  const isDark = (channels[0]?.mean ?? 255) < 128;
  const { width: own = width } = await sharp(png).metadata();
  const sized = grey.resize({ width: Math.max(own, width), kernel: 'lanczos3' });
  return (isDark ? sized.negate({ alpha: false }) : sized).png().toBuffer();
};

/** Letters that OCR takes for digits in the names of vertebrae. */
const asLabel = (text: string): string => text.replace(/\b[LlI|1][1Il|](?=$|[-,])/g, 'L1').replace(/\s*([-,])\s*/g, '$1');

const rowsAtWidth = async (png: Buffer, width: number, ocr: Ocr, keywords: Keywords): Promise<PageRow[]> => {
  const words = await ocr.wordsOf(await prepared(png, width));
  const named = words.map((word) => (/^[LlI|1][1-4Il|]/.test(word.text) ? { ...word, text: asLabel(word.text) } : word));
  return readPageTables(linesOfWords(named), placeOfObject(keywords));
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
  const [first = [], second = []] = [
    await rowsAtWidth(png, widths[0] ?? 0, ocr, keywords),
    await rowsAtWidth(png, widths[1] ?? 0, ocr, keywords),
  ];
  const confirmed = confirmRows(inBoth(first, second), textOf(keywords, 'Manufacturer') ?? '');
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
