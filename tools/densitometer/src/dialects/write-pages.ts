import { SOPClass, type Keywords } from '@osteon/dicom';
import { greyPixels } from '../drawing/grey-pixels.js';
import type { Drawing } from '../drawing/expose.js';
import { drawPage } from '../pages/page-image.js';
import { pdfOf } from '../pages/page-pdf.js';
import type { Page } from '../pages/page.js';
import { pageHeader } from './write-ge.js';
import type { Writing, Written } from './written.js';

/** The pages of an exam, and what protocol each is of. */
export type PagesOf = (writing: Writing) => readonly { readonly protocol: string; readonly page: Page }[];

const capture = (
  { performed }: Writing,
  number: number,
  { protocol, drawing }: { readonly protocol: string; readonly drawing: Drawing },
): Keywords => ({
  ...pageHeader(performed, number),
  Modality: 'OT',
  ConversionType: 'WSD',
  SeriesDescription: 'Report',
  ProtocolName: protocol,
  BurnedInAnnotation: 'YES',
  ...greyPixels(drawing),
  PixelData: drawing.pixels,
});

/** Each page as a Secondary Capture, its numbers only in the pixels. */
export const writeCaptures =
  (pagesOf: PagesOf) =>
  async (writing: Writing): Promise<Written[]> => {
    const written: Written[] = [];
    for (const [at, { protocol, page }] of pagesOf(writing).entries())
      written.push({
        name: `PAGE${String(at).padStart(4, '0')}`,
        explicit: true,
        keywords: capture(writing, at + 1, { protocol, drawing: await drawPage(page) }),
      });
    return written;
  };

/** All pages as one encapsulated PDF. */
export const writePdf =
  (pagesOf: PagesOf) =>
  async (writing: Writing): Promise<Written[]> => {
    const { performed, exam } = writing;
    const pdf = await pdfOf(
      pagesOf(writing).map(({ page }) => page),
      new Date(`${exam.day}T12:00:00Z`),
      'DXA Report',
    );
    const keywords = {
      ...pageHeader(performed, 1),
      SOPClassUID: SOPClass.EncapsulatedPDFStorage,
      Modality: 'DOC',
      ConversionType: 'WSD',
      SeriesDescription: 'Report',
      ContentDate: performed.at.DA,
      ContentTime: performed.at.TM,
      BurnedInAnnotation: 'YES',
      DocumentTitle: 'DXA Report',
      ConceptNameCodeSequence: [],
      MIMETypeOfEncapsulatedDocument: 'application/pdf',
      EncapsulatedDocument: pdf,
      EncapsulatedDocumentLength: pdf.length,
    };
    return [{ name: 'REPORT00', explicit: true, keywords }];
  };
