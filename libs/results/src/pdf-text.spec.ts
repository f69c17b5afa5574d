import { encapsulatePdf } from '@osteon/dicom';
import PDFDocument from 'pdfkit';
import { readHere as readResults } from './testing/read-here.js';
import type { Study } from './study.js';
import { drawPage, geHipPage, hologicSpinePage, type DrawnText } from './testing/report-page.js';

const pdfOf = (...pages: readonly (readonly DrawnText[])[]): Promise<Buffer> =>
  new Promise((resolve) => {
    const document = new PDFDocument({ size: [612, 792], autoFirstPage: false });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
    for (const page of pages) {
      document.addPage().font('Helvetica').fontSize(10);
      for (const { text, x, y } of page) document.text(text, x, y, { lineBreak: false });
    }
    document.end();
  });

const read = async (pdf: Uint8Array): Promise<Study> => {
  const patient = { PatientName: 'Okafor^Adaeze', PatientID: '483920', PatientSex: 'F', PatientBirthDate: '19581120' };
  const bytes = encapsulatePdf({
    SOPInstanceUID: '1.2.6.1',
    SeriesInstanceUID: '1.2.6.2',
    pdf,
    title: 'DXA',
    patient,
    study: { StudyInstanceUID: '1.2.6', StudyDate: '20260302' },
    content: { ContentDate: '20260302', ContentTime: '090000' },
  });
  const [study] = (await readResults([{ sopInstanceUID: '1.2.6.1', bytes }])).studies;
  if (study === undefined) throw new Error('no study');
  return study;
};

const rows = ({ scans }: Study): string[] =>
  scans.flatMap(({ site, side, regions }) =>
    regions.map(({ region, bmd, bmc, area, tScore, zScore }) =>
      [site, side, region, bmd, bmc, area, tScore, zScore].filter((each) => each !== undefined).join(' '),
    ),
  );

describe('the text of a PDF', () => {
  test('has the tables of its pages, under headings of one line or two', async () => {
    const study = await read(await pdfOf(hologicSpinePage, geHipPage));
    expect(rows(study)).toEqual([
      'lumbar-spine L1 0.905 11.31 12.5 -0.2 1.3',
      'lumbar-spine L2 0.91 12.65 13.9 -1.1 0.5',
      'lumbar-spine L3 0.9 13.59 15.1 -1.7 0.1',
      'lumbar-spine L4 0.94 14.95 15.9 -1.1 0.6',
      'lumbar-spine L1-L4 0.915 52.5 57.4 -1.2 0.5',
      'hip left femoral-neck 0.826 -1.5 0.7',
      'hip left total-hip 0.882 -1 0.6',
    ]);
    expect(study.scans[0]?.regions[0]?.sources).toEqual([{ kind: 'pdf-text', sopInstanceUID: '1.2.6.1', at: 'page 1/L1' }]);
    expect(study.problems).toEqual([]);
  });

  test.each([
    ['another number', ['Patient ID:', '700013'], 'TWO_PATIENTS'],
    ['another birth date', ['DOB:', '14/02/1939'], 'TWO_PATIENTS'],
    ['the number of its header', ['Patient ID:', '483920'], undefined],
    ['the birth date of its header', ['Birth Date:', '20/11/1958'], undefined],
    ['no number behind its label', ['Patient ID:', ''], undefined],
  ])('that names %s is of whom its header names, or gives nothing', async (_what, cells, code) => {
    const named = cells.map((text, at) => ({ text, x: 40 + at * 90, y: 60 })).filter(({ text }) => text !== '');
    const study = await read(await pdfOf([...named, ...hologicSpinePage]));
    expect(study.problems.map((problem) => problem.code)).toEqual(code === undefined ? [] : [code]);
    expect(rows(study)).toHaveLength(code === undefined ? 5 : 0);
  });

  test('with an empty cell keeps the others under their own headings', async () => {
    const page = drawPage(
      'AP Spine',
      [40, 130, 230, 300],
      [
        ['Region', 'BMD (g/cm2)', 'T-score', 'Z-score'],
        ['L1-L4', '0.912', '', '-0.5'],
      ],
    );
    expect(rows(await read(await pdfOf(page)))).toEqual(['lumbar-spine L1-L4 0.912 -0.5']);
  });

  test('that names no site above its table gives no number', async () => {
    const page = drawPage(
      'Results',
      [40, 130],
      [
        ['Region', 'BMD (g/cm2)'],
        ['Neck', '0.712'],
      ],
    );
    const study = await read(await pdfOf(page));
    expect(study.problems.map(({ code }) => code)).toEqual(['UNKNOWN_SITE', 'NO_RESULTS']);
  });

  test('that is none, is told', async () => {
    expect((await read(Buffer.from('%PDF-1.7 nothing'))).problems.map(({ code }) => code)).toEqual(['UNREADABLE', 'NO_RESULTS']);
  });
});
