import PDFDocument from 'pdfkit';
import { pageFonts } from './fonts.js';
import type { Page } from './page.js';

/** Pages as one PDF with embedded fonts; the same pages and day give the same bytes. */
export const pdfOf = (pages: readonly Page[], made: Date, title: string): Promise<Buffer> =>
  new Promise((done, failed) => {
    const doc = new PDFDocument({ autoFirstPage: false, info: { Title: title, CreationDate: made, ModDate: made } });
    doc.registerFont('regular', pageFonts().regular);
    doc.registerFont('bold', pageFonts().bold);
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => done(Buffer.concat(chunks)));
    doc.on('error', failed);
    for (const { width, height, texts, lines } of pages) {
      doc.addPage({ size: [width, height], margin: 0 });
      for (const { x, y, width: long } of lines) doc.rect(x, y, long, 0.8).fill('black');
      for (const { x, y, text, size, isBold } of texts)
        doc
          .font(isBold ? 'bold' : 'regular')
          .fontSize(size)
          .text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    }
    doc.end();
  });
