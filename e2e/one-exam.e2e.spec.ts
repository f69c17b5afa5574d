import { readFile } from 'node:fs/promises';
import { readPlaces } from '@osteon/local/platform';
import { chapters } from './src/chapter.js';
import { eventually } from './src/eventually.js';
import type { Browser } from 'playwright-core';
import { openBrowser, openWindow, photograph, type Window } from './src/browser/chromium.js';
import { openExam, pdfPainted, review, sign } from './src/browser/physician.js';
import { signIn } from './src/browser/sign-in.js';
import { openNorth, type North } from './src/hospital/north.js';
import { messageOf, today } from './src/hospital/order.js';
import { muellerLindqvist, penaIbanez } from './src/hospital/orders.js';
import { scan } from './src/hospital/scan.js';
import { findWorklist, itemOf, storeStudy, valueOf, type DataSet } from './src/peers/dcmtk.js';
import { dataSetOf } from './src/peers/part10.js';
import { describeWith } from './src/peers/installed.js';
import { segmentOf, segmentsOf, sendMessage } from './src/peers/mllp.js';

jest.setTimeout(90_000);

const { ports } = readPlaces();
const encapsulatedPdf = '1.2.840.10008.5.1.4.1.1.104.1';
const stepStart = '(0040,0100)[0].0040,0002';

/** Every element that a console shows or copies. */
const shown = (item: DataSet) => ({
  name: valueOf(item, '00100010'),
  number: valueOf(item, '00100020'),
  birthDate: valueOf(item, '00100030'),
  sex: valueOf(item, '00100040'),
  size: valueOf(item, '00101020'),
  weight: valueOf(item, '00101030'),
  ethnicGroup: valueOf(item, '00102160'),
  accessionNumber: valueOf(item, '00080050'),
  studyInstanceUID: valueOf(item, '0020000D'),
  date: valueOf(itemOf(item, '00400100'), '00400002'),
});

describeWith(['findscu', 'storescu', 'Orthanc', 'chromium'], 'one exam from the order to the delivered report', () => {
  const { accessionNumber, studyInstanceUID } = muellerLindqvist;
  let north: North;
  let browser: Browser;
  let window: Window;
  let item: DataSet;

  const chapter = chapters(() => photograph(window.page, 'where-the-story-ended'));

  beforeAll(async () => {
    [north, browser] = await Promise.all([openNorth(), openBrowser()]);
    window = await openWindow(browser);
  });

  afterAll(async () => {
    await browser?.close();
    await north?.close();
  });

  chapter('orders in both forms are answered AA', async () => {
    for (const order of [muellerLindqvist, penaIbanez]) {
      const answer = await sendMessage(ports.mllp, messageOf(order));
      expect(segmentOf(answer, 'MSA').slice(1, 3)).toEqual(['AA', order.controlId]);
    }
  });

  chapter('findscu finds both patients of today with all that the console needs', async () => {
    const items = await eventually(async () => {
      const found = await findWorklist(ports.dicom, `${stepStart}=${today()}`);
      const ours = found.filter((each) => [accessionNumber, penaIbanez.accessionNumber].includes(valueOf(each, '00080050') ?? ''));
      return ours.length === 2 && ours;
    }, 'both patients in the worklist');
    const byAccession = (wanted: string) => items.find((each) => valueOf(each, '00080050') === wanted) ?? {};
    item = byAccession(accessionNumber);
    expect(shown(item)).toEqual({
      name: 'Müller-Lindqvist^Åsa^Éva^Ms',
      number: '5811',
      birthDate: '19570614',
      sex: 'F',
      size: '1.62',
      weight: '64',
      ethnicGroup: 'White',
      accessionNumber,
      studyInstanceUID,
      date: today(),
    });
    expect(shown(byAccession(penaIbanez.accessionNumber))).toMatchObject({
      name: 'Peña Ibáñez^José^^Sr',
      sex: 'M',
      size: '1.78',
      weight: '82',
      ethnicGroup: 'Black',
      studyInstanceUID: penaIbanez.studyInstanceUID,
    });
  });

  chapter('every object that storescu sends is answered 0000, and Orthanc gets each image as it was sent', async () => {
    const files = await scan(item);
    expect(await storeStudy(ports.dicom, files.map(({ path }) => path))).toEqual(files.map(() => 'Success'));
    const held = await eventually(async () => {
      const objects = await north.pacs.held(studyInstanceUID);
      return objects.length === files.length && objects;
    }, 'the study in Orthanc');
    expect(held.map(({ SOPInstanceUID }) => SOPInstanceUID).sort()).toEqual(files.map(({ SOPInstanceUID }) => SOPInstanceUID).sort());
    for (const { SOPInstanceUID, path } of files) {
      const copy = await north.pacs.file(held.find((each) => each.SOPInstanceUID === SOPInstanceUID)?.id ?? '');
      expect(dataSetOf(copy).equals(dataSetOf(await readFile(path)))).toBe(true);
    }
  });

  chapter('Dr Lee signs in, reads the exam with images and numbers, reviews, sees text and PDF, and signs', async () => {
    const { page } = window;
    await signIn(page, 'physician', () => photograph(page, 'sign-in'));
    await page.getByRole('link', { name: /Müller-Lindqvist/i }).waitFor();
    await photograph(page, 'reading-list');
    await openExam(page, 'Müller-Lindqvist');
    const spine = page.getByRole('table', { name: 'Numbers, Lumbar spine' });
    expect(await spine.getByRole('row', { name: /^L1–L4/ }).innerText()).toMatch(/0[.]912\s+−2[.]2/);
    await page.getByRole('table', { name: 'Numbers, Left hip' }).getByRole('row', { name: /Femoral neck/i }).waitFor();
    expect(await page.getByRole('region', { name: 'Suggested assessment' }).innerText()).toMatch(/Low bone density/);
    await photograph(page, 'reading');
    await review(page);
    const report = page.getByRole('article', { name: 'Report' });
    await report.waitFor();
    expect(await report.innerText()).toMatch(/[-−]2[.]3/);
    await pdfPainted(page);
    await photograph(page, 'report-draft');
    expect(await sign(page)).toMatch(/^Signed by Dr Min Lee, /);
    await photograph(page, 'report-signed');
  });

  chapter('the record system gets one ORU^R01 with coded numbers and the PDF', async () => {
    const [message = ''] = await eventually(() => north.emr.received.length > 0 && north.emr.received, 'the result in the record system');
    expect(segmentOf(message, 'MSH')[9]).toBe('ORU^R01^ORU_R01');
    expect(segmentOf(message, 'PID')[5]).toBe('Müller-Lindqvist^Åsa^Éva^^Ms');
    expect(segmentOf(message, 'OBR')[18]).toBe(accessionNumber);
    expect(segmentOf(message, 'OBR')[25]).toBe('F');
    const observations = segmentsOf(message, 'OBX');
    const numbers = observations.filter((each) => each[2] === 'NM').map((each) => [each[3]?.split('^')[0], each[4], each[5], each[6]?.split('^')[0]]);
    expect(numbers).toContainEqual(['24966-4', 'L1-L4', '0.912', 'g/cm2']);
    expect(numbers).toContainEqual(['38267-1', 'L1-L4', '-2.2', '{T-score}']);
    const [pdf] = observations.filter((each) => each[2] === 'ED');
    expect(Buffer.from(pdf?.[5]?.split('^')[4] ?? '', 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
  });

  chapter('Orthanc gets the report as Encapsulated PDF', async () => {
    const report = await eventually(async () => (await north.pacs.held(studyInstanceUID)).find(({ SOPClassUID }) => SOPClassUID === encapsulatedPdf), 'the report in Orthanc');
    const file = await north.pacs.file(report.id);
    expect(file.includes('%PDF-')).toBe(true);
  });

  chapter('the exam is shown as delivered everywhere, and nothing came twice', async () => {
    const { page } = window;
    await page.getByRole('link', { name: 'Where it was delivered' }).click();
    await page.getByText('EMR acknowledged').waitFor();
    await page.getByText('PACS acknowledged').waitFor();
    await photograph(page, 'exam-delivered');
    expect(north.emr.received).toHaveLength(1);
    expect(await north.pacs.held(studyInstanceUID)).toHaveLength(5);
  });
});
