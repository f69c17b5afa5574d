import PDFDocument from 'pdfkit';
import { fonts, printed } from './fonts.js';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 48, foot: 64 } as const;
export const WIDTH = PAGE.width - 2 * PAGE.margin;

export const colours = {
  ink: '#1b2733',
  quiet: '#5b6876',
  line: '#c9d1d9',
  accent: '#0b5a7a',
  wash: '#eef4f7',
  warning: '#b3261e',
} as const;

type Struct = PDFKit.PDFStructureElement;
type CellOptions = PDFKit.Mixins.CellOptions & { readonly scope?: 'Column' | 'Row' };

/** A tagged document that is being written: what is added to it is in its structure tree, in reading order. */
export interface Writer {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Struct;
}

export interface Written {
  readonly title: string;
  readonly language: string;
  readonly author: string;
  /** Stands in the file as its making; not the clock, so that the same report gives the same bytes. */
  readonly made: Date;
}

/** Begins a document: A4, tagged, fonts embedded. Its pages are kept until the end, for their feet. */
export const beginPdf = ({ title, language, author, made }: Written): Writer => {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: PAGE.margin, left: PAGE.margin, right: PAGE.margin, bottom: PAGE.foot },
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language,
    bufferPages: true,
    info: { Title: title, Author: author, Creator: 'Osteon', Producer: 'Osteon', CreationDate: made, ModDate: made },
  });
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('semi-bold', fonts.semiBold);
  const root = doc.struct('Document', { title });
  doc.addStructure(root);
  return { doc, root };
};

/** All bytes, once the writer has been ended. */
export const finishPdf = ({ doc, root }: Writer): Promise<Buffer> =>
  new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => done(Buffer.concat(chunks)));
    doc.on('error', failed);
    root.end();
    doc.end();
  });

export interface TextStyle {
  readonly font?: 'regular' | 'semi-bold';
  readonly size?: number;
  readonly colour?: string;
  /** Space after it, in points. */
  readonly after?: number;
}

/** Writes a paragraph or heading over the whole width, below what was written last. */
export const writeText = ({ doc, root }: Writer, tag: 'P' | 'H1' | 'H2' | 'H3', text: string, style: TextStyle = {}): void => {
  const { font = 'regular', size = 9.5, colour = colours.ink, after = 2 } = style;
  root.add(
    doc.struct(tag, {}, () => {
      doc.font(font).fontSize(size).fillColor(colour).text(printed(text), PAGE.margin, doc.y, { width: WIDTH, lineGap: 1.5 });
    }),
  );
  doc.y += after;
};

/** Begins a new page where less than this height is left, so that a heading never stands alone. */
export const keepTogether = ({ doc }: Writer, height: number): void => {
  if (doc.y + height > PAGE.height - PAGE.foot) doc.addPage();
};

/** Something drawn that is no content: lines, feet, marks. */
export const drawArtifact = ({ doc }: Writer, draw: () => void): void => {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
};

export const drawLine = (writer: Writer, colour: string = colours.line): void => {
  const { doc } = writer;
  drawArtifact(writer, () =>
    doc
      .moveTo(PAGE.margin, doc.y)
      .lineTo(PAGE.margin + WIDTH, doc.y)
      .lineWidth(0.6)
      .stroke(colour),
  );
  doc.y += 6;
};

export interface Table {
  readonly columns: readonly PDFKit.Mixins.ColumnStyle[];
  readonly rows: readonly (readonly CellOptions[])[];
  readonly size: number;
}

/** Writes a table with its rows and head cells in the structure tree. */
export const writeTable = ({ doc, root }: Writer, { columns, rows, size }: Table): void => {
  doc.font('regular').fontSize(size).fillColor(colours.ink);
  const options = {
    position: { x: PAGE.margin, y: doc.y },
    maxWidth: WIDTH,
    columnStyles: [...columns],
    defaultStyle: { border: 0, padding: [1.8, 4], textColor: colours.ink },
    structParent: root,
    data: rows.map((row) => row.map((cell) => ({ ...cell, text: printed(cell.text ?? '') }))),
  } satisfies PDFKit.Mixins.TableOptionsWithData & { structParent: Struct };
  doc.table(options);
  doc.x = PAGE.margin;
};
