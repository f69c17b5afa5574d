import sharp from 'sharp';
import type { Keywords } from '../keywords/keywords.js';
import { readKeywords, splitPart10, writePart10 } from '../part10.js';
import { SOPClass, TransferSyntax } from '../uids.table.js';
import { encapsulatePdf } from './encapsulate-pdf.js';
import { NotRenderable, renderImage } from './render-image.js';

const image = (more: Keywords, syntax?: string): Buffer =>
  writePart10(
    {
      SOPClassUID: SOPClass.ComputedRadiographyImageStorage,
      SOPInstanceUID: '1.2.3',
      SamplesPerPixel: 1,
      PhotometricInterpretation: 'MONOCHROME2',
      Rows: 1,
      Columns: 4,
      BitsAllocated: 8,
      BitsStored: 8,
      PixelRepresentation: 0,
      PixelData: Uint8Array.of(0, 10, 200, 255),
      ...more,
    },
    syntax,
  );

const words = (...values: number[]): Uint8Array => new Uint8Array(Int16Array.from(values).buffer);

const levels = async (file: Buffer): Promise<number[]> => [
  ...(await sharp(await renderImage(file))
    .greyscale()
    .raw()
    .toBuffer()),
];

describe('an image is shown', () => {
  const sixteen = { BitsAllocated: 16, BitsStored: 16, PixelData: words(0, 1000, 2000, 4000) };
  test.each([
    ['as it is', {}, [0, 10, 200, 255]],
    ['inverted for MONOCHROME1', { PhotometricInterpretation: 'MONOCHROME1' }, [255, 245, 55, 0]],
    ['through its window', { WindowCenter: '105', WindowWidth: '11' }, [0, 0, 255, 255]],
    ['over its whole range in 16 bits', sixteen, [0, 64, 128, 255]],
    ['signed', { ...sixteen, PixelRepresentation: 1, PixelData: words(-1000, 0, 0, 1000) }, [0, 128, 128, 255]],
    [
      'after rescaling',
      { ...sixteen, RescaleSlope: '2', RescaleIntercept: '-1000', WindowCenter: '3000', WindowWidth: '4000' },
      [0, 0, 128, 255],
    ],
  ])('%s', async (_how, more, grey) => {
    expect(await levels(image(more))).toEqual(grey);
  });

  test('in colours that lie pixel by pixel', async () => {
    const file = image({ SamplesPerPixel: 3, PhotometricInterpretation: 'RGB', Columns: 1, PixelData: Uint8Array.of(255, 0, 0) });
    expect([
      ...(await sharp(await renderImage(file))
        .raw()
        .toBuffer()),
    ]).toEqual([255, 0, 0]);
  });
});

test.each([
  ['compressed', {}, TransferSyntax.JPEGBaseline],
  ['fewer pixels than rows and columns say', { Rows: 2 }, undefined],
  ['no pixels', { Rows: 0 }, undefined],
  ['a palette', { PhotometricInterpretation: 'PALETTE COLOR' }, undefined],
])('an image with %s is not shown', async (_what, more, syntax) => {
  await expect(renderImage(image(more, syntax))).rejects.toBeInstanceOf(NotRenderable);
});

describe('a report as Encapsulated PDF', () => {
  const report = {
    SOPInstanceUID: '1.2.3.4',
    SeriesInstanceUID: '1.2.3.5',
    pdf: Buffer.from('%PDF-1.7 odd'),
    title: 'Bone densitometry report',
    patient: { PatientName: 'Müller^Zoë', PatientID: '483920' },
    study: { StudyInstanceUID: '1.2.3', AccessionNumber: 'A1' },
    content: { ContentDate: '20260302', ContentTime: '090500' },
  };

  test('carries the document, its length, and the patient and study it belongs to', () => {
    const file = encapsulatePdf(report);
    expect(splitPart10(file)).toMatchObject({ SOPClassUID: SOPClass.EncapsulatedPDFStorage, SOPInstanceUID: '1.2.3.4' });
    expect(readKeywords(file)).toMatchObject({
      SpecificCharacterSet: 'ISO_IR 192',
      PatientName: 'Müller^Zoë',
      PatientBirthDate: '',
      AccessionNumber: 'A1',
      MIMETypeOfEncapsulatedDocument: 'application/pdf',
      EncapsulatedDocument: report.pdf,
      EncapsulatedDocumentLength: 12,
    });
  });

  test('is the same object to the byte each time', () => {
    expect(encapsulatePdf(report).equals(encapsulatePdf({ ...report }))).toBe(true);
  });
});
