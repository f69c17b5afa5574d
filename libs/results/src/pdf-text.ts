import { bytesOf, textOf, type Keywords } from '@osteon/dicom';
import { limits } from './limits.js';
import { readPageTables } from './page-tables.js';
import { linesOfWords, type Line, type Word } from './page-words.js';
import { namesAnotherPatient } from './patient-on-page.js';
import { nothing, onlyProblem, together, type Findings } from './study.js';
import { readRows, type WrittenRow } from './written-row.js';
import type { DocumentPlace } from './written-trend.js';

const encapsulatedPdf = '1.2.840.10008.5.1.4.1.1.104.1';

/** Loaded where a PDF comes: it is large. No font is fetched, no script of the document is run. */
const openPdf = async (pdf: Uint8Array) => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({
    data: Uint8Array.from(pdf),
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWasm: false,
    verbosity: 0,
    stopAtErrors: true,
  });
};

type Item = { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly height: number };

/** pdf.js gives the left end of the base line, with y upwards; turned text is left out. */
const wordOf = ({ str, transform: [a = 0, b = 0, , , x = 0, y = 0], width, height }: Item): Word[] =>
  b !== 0 || a <= 0 ? [] : [{ text: str.trim(), x0: x, x1: x + width, y0: -y - height, y1: -y }];

const wordsOfPages = async (pdf: Uint8Array): Promise<Word[][] | 'too many'> => {
  const task = await openPdf(pdf);
  try {
    const document = await task.promise;
    if (document.numPages > limits.pages) return 'too many';
    const pages: Word[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.slice(0, limits.items).flatMap((item) => ('str' in item ? wordOf(item) : [])));
    }
    return pages;
  } finally {
    await task.destroy();
  }
};

const rowsOfPage = (lines: readonly Line[], page: number, { sopInstanceUID, protocol }: DocumentPlace): WrittenRow[] =>
  readPageTables(lines, protocol).map(({ label, named, values }) => ({
    named,
    values,
    source: { kind: 'pdf-text', sopInstanceUID, at: `page ${page}/${label}` },
  }));

const readPages = (pages: readonly (readonly Word[])[], keywords: Keywords, place: DocumentPlace): Findings => {
  const lines = pages.map(linesOfWords);
  if (lines.some((ofPage) => namesAnotherPatient(ofPage, keywords, 'text')))
    return onlyProblem({ code: 'TWO_PATIENTS', detail: 'pdf', sopInstanceUID: place.sopInstanceUID });
  return together(lines.map((ofPage, at) => readRows(rowsOfPage(ofPage, at + 1, place))));
};

/** The numbers in the text of an Encapsulated PDF: tables by their headings. A page without text has none, and one that names another patient than the header gives none at all. */
export const readPdfText = async (keywords: Keywords, place: DocumentPlace): Promise<Findings> => {
  const pdf = textOf(keywords, 'SOPClassUID') === encapsulatedPdf ? bytesOf(keywords, 'EncapsulatedDocument') : undefined;
  if (pdf === undefined) return nothing;
  try {
    const pages = await wordsOfPages(pdf);
    const failed = { code: 'UNREADABLE', detail: 'pdf: too many pages', sopInstanceUID: place.sopInstanceUID } as const;
    return pages === 'too many' ? onlyProblem(failed) : readPages(pages, keywords, place);
  } catch {
    return onlyProblem({ code: 'UNREADABLE', detail: 'pdf', sopInstanceUID: place.sopInstanceUID });
  }
};
