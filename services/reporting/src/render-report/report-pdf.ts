import {
  beginPdf,
  colours,
  drawArtifact,
  drawLine,
  finishPdf,
  keepTogether,
  PAGE,
  WIDTH,
  writeTable,
  writeText,
  type Writer,
} from './pdf-writer.js';
import type { Labelled, ReportDocument } from './report-document.js';
import type { ResultTable } from './result-table.js';

/** A picture to print, with the words that stand for it. */
export interface Picture {
  readonly png: Buffer;
  readonly words: string;
}

const PICTURE_HEIGHT = 150;
const CAPTION_HEIGHT = 14;
const PICTURES_IN_A_ROW = 3;

const writeHead = (writer: Writer, { letterhead, title, mark }: ReportDocument): void => {
  const [first = '', ...others] = letterhead;
  writeText(writer, 'P', first, { font: 'semi-bold', size: 13, colour: colours.accent, after: 0 });
  if (others.length > 0) writeText(writer, 'P', others.join(' · '), { size: 8.5, colour: colours.quiet, after: 4 });
  drawLine(writer, colours.accent);
  writeText(writer, 'H1', title, { font: 'semi-bold', size: 16, after: 4 });
  if (mark !== undefined) writeText(writer, 'P', mark, { font: 'semi-bold', size: 11, colour: colours.warning, after: 4 });
};

const labelCells = (line: Labelled | undefined) => [
  { text: line?.label ?? '', type: 'TH' as const, scope: 'Row' as const, textColor: colours.quiet },
  { text: line?.value ?? '' },
];

/** Patient and exam side by side, each line with its label. */
const writeBlock = (writer: Writer, { patient, exam }: ReportDocument): void => {
  const lines = Math.max(patient.length, exam.length);
  writeTable(writer, {
    size: 9,
    columns: [{ width: 58 }, { width: WIDTH / 2 - 88 }, { width: 92 }, { width: '*' }],
    rows: Array.from({ length: lines }, (_, i) => [...labelCells(patient[i]), ...labelCells(exam[i])]),
  });
  writer.doc.y += 6;
  drawLine(writer);
};

const writeSection = (writer: Writer, { title, text }: ReportDocument['first'][number], size: number): void => {
  keepTogether(writer, 40);
  writeText(writer, 'H2', title, { font: 'semi-bold', size: 11, colour: colours.accent, after: 1 });
  for (const paragraph of text.split('\n').filter((line) => line !== '')) writeText(writer, 'P', paragraph, { size, after: 1 });
  writer.doc.y += 5;
};

const columnsOf = (head: readonly string[]) =>
  head.map((_, column) => {
    if (column === 0) return { width: 88 };
    if (column === 1) return { width: 64, align: { x: 'right' as const } };
    return column === head.length - 1 ? { width: '*' } : { width: 53, align: { x: 'right' as const } };
  });

const headCells = (head: readonly string[]) =>
  head.map((text) => ({
    text,
    type: 'TH' as const,
    scope: 'Column' as const,
    textColor: colours.quiet,
    backgroundColor: colours.wash,
  }));

const rowCells = ({ cells, decides }: ResultTable['rows'][number]) =>
  cells.map((text, column) => ({
    text,
    ...(column === 0 ? { type: 'TH' as const, scope: 'Row' as const } : {}),
    ...(decides ? { font: { src: 'semi-bold' } } : {}),
  }));

const writeResults = (writer: Writer, tables: readonly ResultTable[]): void => {
  if (tables.length === 0) return;
  keepTogether(writer, 90);
  writeText(writer, 'H2', 'Results', { font: 'semi-bold', size: 11, colour: colours.accent, after: 1 });
  for (const { caption, quality, head, rows, notes } of tables) {
    keepTogether(writer, 32 + 16 * Math.min(rows.length + 1, 8));
    writeText(writer, 'H3', `${caption}, ${quality}`, { font: 'semi-bold', size: 9.5, after: 2 });
    writeTable(writer, { size: 8.5, columns: columnsOf(head), rows: [headCells(head), ...rows.map(rowCells)] });
    for (const note of notes) writeText(writer, 'P', note, { size: 8, colour: colours.quiet, after: 0 });
    writer.doc.y += 8;
  }
};

const writePicture = ({ doc, root }: Writer, { png, words }: Picture, x: number, top: number): void => {
  const width = WIDTH / PICTURES_IN_A_ROW - 8;
  root.add(doc.struct('Figure', { alt: `DXA image, ${words}` }, () => doc.image(png, x, top, { fit: [width, PICTURE_HEIGHT] })));
  const caption = () => {
    doc.font('regular').fontSize(7.5).fillColor(colours.quiet);
    doc.text(words, x, top + PICTURE_HEIGHT + 2, { width, lineBreak: false });
  };
  root.add(doc.struct('Caption', {}, caption));
};

const writePictures = (writer: Writer, pictures: readonly Picture[]): void => {
  const { doc } = writer;
  for (let first = 0; first < pictures.length; first += PICTURES_IN_A_ROW) {
    keepTogether(writer, PICTURE_HEIGHT + CAPTION_HEIGHT + 8);
    const top = doc.y;
    pictures
      .slice(first, first + PICTURES_IN_A_ROW)
      .forEach((picture, i) => writePicture(writer, picture, PAGE.margin + (i * WIDTH) / PICTURES_IN_A_ROW, top));
    doc.y = top + PICTURE_HEIGHT + CAPTION_HEIGHT + 8;
  }
};

const writeSignature = (writer: Writer, { signature, mark }: ReportDocument): void => {
  keepTogether(writer, 60);
  drawLine(writer);
  const [first = '', ...others] = signature;
  writeText(writer, 'P', first, { font: 'semi-bold', size: 10, colour: mark === undefined ? colours.ink : colours.warning });
  for (const line of others) writeText(writer, 'P', line, { size: 8, colour: colours.quiet, after: 0 });
};

const drawMark = ({ doc }: Writer, mark: string): void => {
  doc.save();
  doc.rotate(-52, { origin: [PAGE.width / 2, PAGE.height / 2] });
  doc.font('semi-bold').fontSize(54).fillColor(colours.warning, 0.09);
  doc.text(mark, 0, PAGE.height / 2 - 30, { width: PAGE.width, align: 'center', lineBreak: false });
  doc.restore();
  doc.fillColor(colours.ink, 1);
};

const drawFeet = (writer: Writer, { foot, revision, mark }: ReportDocument): void => {
  const { doc } = writer;
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Below the margin a text would begin a new page.
    doc.page.margins.bottom = 0;
    drawArtifact(writer, () => {
      const top = PAGE.height - PAGE.foot + 16;
      doc.font('regular').fontSize(7.5).fillColor(colours.quiet);
      foot.forEach((line, i) => doc.text(line, PAGE.margin, top + i * 11, { lineBreak: false }));
      doc.text(`${revision}, page ${page + 1} of ${count}`, PAGE.margin, top, { width: WIDTH, align: 'right', lineBreak: false });
      if (mark !== undefined) drawMark(writer, mark);
    });
  }
};

/**
 * The report as PDF 1.7: A4, fonts embedded, tagged in reading order, pictures with words, feet as artifacts.
 * The same document, pictures and time give the same bytes.
 */
export const reportPdf = (document: ReportDocument, pictures: readonly Picture[], made: Date): Promise<Buffer> => {
  const { title, language, letterhead } = document;
  const writer = beginPdf({ title, language, author: letterhead[0] ?? '', made });
  writeHead(writer, document);
  writeBlock(writer, document);
  for (const section of document.first) writeSection(writer, section, 10.5);
  writeResults(writer, document.results);
  writePictures(writer, pictures);
  for (const section of document.rest) writeSection(writer, section, 9.5);
  writeSignature(writer, document);
  drawFeet(writer, document);
  return finishPdf(writer);
};
