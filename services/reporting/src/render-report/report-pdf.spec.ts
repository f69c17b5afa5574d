import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { reportDocument, type ReportParts } from './report-document.js';
import { reportPdf } from './report-pdf.js';
import { drafted, signed } from '../testing/report-parts.story.js';

const made = new Date('2026-03-02T09:05:00Z');
const folder = mkdtempSync(join(tmpdir(), 'osteon-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

const picture = async (words: string) => ({
  words,
  png: await sharp({ create: { width: 90, height: 180, channels: 3, background: '#333' } })
    .greyscale()
    .png()
    .toBuffer(),
});

const rendered = async (parts: ReportParts): Promise<Buffer> =>
  reportPdf(reportDocument(parts), await Promise.all(['Lumbar spine', 'Left hip'].map(picture)), made);

let report: Buffer;
beforeAll(async () => {
  report = await rendered(signed);
}, 60_000);

const withText = (text: string): ReportParts => ({
  ...signed,
  content: { ...signed.content, sections: [{ title: 'Assessment', text }] },
});

test('the same report gives the same bytes', async () => {
  expect((await rendered(signed)).equals(report)).toBe(true);
});

test('another word, another patient or no signature gives other bytes', async () => {
  const others = [
    drafted,
    withText('Normal.'),
    { ...signed, patient: { ...signed.patient, name: { family: 'Okafor', given: 'Ada' } } },
  ];
  for (const other of others) expect((await rendered(other)).equals(report)).toBe(false);
});

test('the file is tagged, says its language and title, and keeps the patient out of its properties', () => {
  const has = (mark: string): boolean => report.includes(mark, 0, 'latin1');
  expect(has('%PDF-1.7')).toBe(true);
  expect(
    ['/StructTreeRoot', '/Marked true', '/Lang (en)', '(Bone densitometry report \\(DXA\\))'].filter((mark) => !has(mark)),
  ).toEqual([]);
  expect(has('Okafor')).toBe(false);
});

const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
const read = (tool: string, bytes: Buffer, options: readonly string[] = []): string => {
  const file = join(folder, 'report.pdf');
  writeFileSync(file, bytes);
  const out = tool === 'pdftotext' ? ['-'] : [];
  return spawnSync(tool, [...options, file, ...out], { encoding: 'utf8' }).stdout;
};

(poppler ? describe : describe.skip)('as poppler reads it', () => {
  test('every letter comes back, in Latin, Greek and Cyrillic', async () => {
    const text = 'Łukasz Παπαδοπούλου Петрова Nguyễn g/cm²';
    expect(read('pdftotext', await rendered(withText(`${text} ≤ -2.5`)), ['-layout'])).toContain(`${text} <= -2.5`);
  });

  test('fonts are embedded with their Unicode', () => {
    const fonts = read('pdffonts', report).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/NotoSans-\w+ +CID TrueType +Identity-H +yes yes yes/);
  });

  test('headings, tables and figures stand in reading order, and the foot is no content', () => {
    const tree = read('pdfinfo', report, ['-struct-text']);
    const order = [
      '"North Hospital"',
      'H1',
      '"Assessment"',
      '"Results"',
      '"Femoral neck"',
      'Figure',
      '"Findings"',
      '"Technique"',
    ];
    const places = order.map((mark) => tree.indexOf(mark));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(tree).not.toContain('page 1 of');
  });

  test('a draft is marked on every page, the signed report on none', async () => {
    const long = Array.from({ length: 90 }, (_, i) => `Sentence ${i + 1}.`).join('\n');
    const draft = { ...withText(long), signature: undefined };
    const pages = read('pdftotext', await rendered(draft))
      .split('\f')
      .filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('DRAFT - NOT SIGNED');
    expect(read('pdftotext', report)).not.toContain('DRAFT');
  });

  test('every page names patient, accession number and revision', async () => {
    const long = Array.from({ length: 90 }, (_, i) => `Sentence ${i + 1}.`).join('\n');
    const pages = read('pdftotext', await rendered(withText(long)), ['-layout'])
      .split('\f')
      .slice(0, -1);
    pages.forEach((page, i) => {
      expect(page).toContain('Okafor, Grace, born 20 Nov 1958, accession number A1');
      expect(page).toContain(`Revision 1, page ${i + 1} of ${pages.length}`);
    });
  });
});
