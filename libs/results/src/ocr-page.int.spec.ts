import { SOPClass, writePart10, type Keywords } from '@osteon/dicom';
import sharp from 'sharp';
import { openOcr } from './ocr.js';
import { readPage } from './read-page.js';
import type { Findings } from './study.js';
import { drawPage, hologicSpinePage, type DrawnText } from './testing/report-page.js';

const size = { width: 612, height: 320 };

/** A page as Secondary Capture, in grey, light letters on dark where asked for. */
const captured = async (page: readonly DrawnText[], more: Keywords = {}, isDark = false): Promise<Uint8Array> => {
  const [ink, paper] = isDark ? ['white', 'black'] : ['black', 'white'];
  const texts = page.map(
    ({ text, x, y }) =>
      `<text x="${x}" y="${y}" font-family="DejaVu Sans, Liberation Sans, Arial, sans-serif" font-size="11" fill="${ink}">${text}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="100%" height="100%" fill="${paper}"/>${texts.join('')}</svg>`;
  const pixels = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer();
  return writePart10({
    SOPClassUID: SOPClass.SecondaryCaptureImageStorage,
    SOPInstanceUID: '1.2.7.1',
    StudyInstanceUID: '1.2.7',
    Manufacturer: 'HOLOGIC, Inc.',
    Rows: size.height,
    Columns: size.width,
    BitsAllocated: 8,
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    PixelData: pixels,
    ...more,
  });
};

const rows = ({ rows: found }: Findings): string[] =>
  found.map(({ region, values }) =>
    [region, ...Object.entries(values).map(([field, { value }]) => `${field} ${value}`)].join(' '),
  );

describe('a page in pixels', () => {
  const ocr = openOcr();
  afterAll(() => ocr.end());

  test('of a known layout gives what arithmetic confirms, and tells the rest', async () => {
    const found = await readPage('1.2.7.1', await captured(hologicSpinePage), ocr);
    expect(rows(found)).toEqual([
      'L1 bmd 0.905 bmc 11.31 area 12.5',
      'L2 bmd 0.91 bmc 12.65 area 13.9',
      'L3 bmd 0.9 bmc 13.59 area 15.1',
      'L4 bmd 0.94 bmc 14.95 area 15.9',
      'L1-L4 bmd 0.915 bmc 52.5 area 57.4 tScore -1.2',
    ]);
    expect(found.problems.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'UNREADABLE'));
  });

  test('with light letters on dark is read the same', async () => {
    expect(rows(await readPage('1.2.7.1', await captured(hologicSpinePage, {}, true), ocr))).toContain(
      'L1-L4 bmd 0.915 bmc 52.5 area 57.4 tScore -1.2',
    );
  });

  test('whose numbers do not fit each other gives none of them', async () => {
    const page = drawPage(
      'Lumbar Spine',
      [40, 120, 200, 290, 380],
      [
        ['Region', 'Area', 'BMC', 'BMD', 'T-score'],
        ['L1-L4', '57.40', '52.18', '0.969', '2.9'],
      ],
    );
    const found = await readPage('1.2.7.1', await captured(page), ocr);
    expect(rows(found)).toEqual([]);
    expect(found.problems.length).toBeGreaterThan(0);
  });

  test('that is compressed is told', async () => {
    const found = await readPage(
      '1.2.7.1',
      await captured(hologicSpinePage, { PhotometricInterpretation: 'PALETTE COLOR' }),
      ocr,
    );
    expect(found.problems).toEqual([{ code: 'UNREADABLE', detail: 'page', sopInstanceUID: '1.2.7.1' }]);
  });
});
