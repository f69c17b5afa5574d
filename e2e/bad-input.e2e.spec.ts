import { readPlaces } from '@osteon/local/platform';
import { z } from 'zod';
import { eventually } from './src/eventually.js';
import { openNorth, type North } from './src/hospital/north.js';
import { messageOf, type Order } from './src/hospital/order.js';
import { examOfABadDay } from './src/hospital/orders.js';
import { signedIn, type Ask } from './src/hospital/person.js';
import { scan } from './src/hospital/scan.js';
import { acquisitionsOf, deliveryOf, examsWith, lineOf, matchByHand, readingListed, unmatched } from './src/hospital/seen.js';
import { delivered, examIdOf, order, reviewed, scanned, signed, stored } from './src/hospital/take-through.js';
import { findWorklist, knock, modify, storeStudy, valueOf, type DataSet } from './src/peers/dcmtk.js';
import { describeWith } from './src/peers/installed.js';
import { segmentOf, sendMessage } from './src/peers/mllp.js';

jest.setTimeout(180_000);

const { ports } = readPlaces();

/** The order with another text somewhere in its message. */
const spoilt = (wanted: Order, was: string, is: string): Buffer => Buffer.from(messageOf(wanted).toString('latin1').replace(was, is), 'latin1');

describeWith(['findscu', 'storescu', 'Orthanc'], 'what bad input gets', () => {
  let north: North;
  let physician: Ask;
  let desk: Ask;
  let technologist: Ask;
  let manager: Ask;

  beforeAll(async () => {
    north = await openNorth();
    [physician, desk, technologist, manager] = await Promise.all([signedIn('physician'), signedIn('front-desk'), signedIn('technologist'), signedIn('manager')]);
  });

  afterAll(() => north?.close());

  const results = ({ accessionNumber }: Order): readonly string[] => north.emr.received.filter((message) => segmentOf(message, 'OBR')[18] === accessionNumber);

  const archivedWhole = (studyInstanceUID: string, objects: number) =>
    eventually(async () => {
      const held = await north.pacs.held(studyInstanceUID);
      return held.length === objects && held;
    }, `${objects} objects in Orthanc`);

  const takeToReview = async (wanted: Order): Promise<string> => {
    await order(wanted);
    await stored(await scanned(wanted));
    const examId = await examIdOf(desk, wanted);
    await reviewed(physician, examId);
    return examId;
  };

  test('unknown calling or called AE title: the association is rejected with its reason', async () => {
    expect(await knock(ports.dicom, 'IDXA1', 'OSTEON')).toContain('Received Echo Response (Success)');
    expect(await knock(ports.dicom, 'STRANGER', 'OSTEON')).toMatch(/Rejected Permanent[\s\S]*Calling AE Title Not Recognized/);
    expect(await knock(ports.dicom, 'IDXA1', 'ELSEWHERE')).toMatch(/Rejected Permanent[\s\S]*Called AE Title Not Recognized/);
  });

  test('malformed or unsupported HL7: AE or AR with ERR and position, and no exam comes of it', async () => {
    const wanted = examOfABadDay(0);
    const refusals: readonly (readonly [code: string, at: string, message: Buffer])[] = [
      ['AE', 'PID^1^5', spoilt(wanted, wanted.patient.name, '')],
      ['AE', 'IPC^1^1^1', spoilt(wanted, `IPC|${wanted.accessionNumber}`, 'IPC|B-0-IS-LONGER-THAN-16')],
      ['AE', 'ORC^1^1^1', spoilt(wanted, 'ORC|NW', 'ORC|ZZ')],
      ['AR', 'MSH^1^9', spoilt(wanted, 'OMI^O23^OMI_O23', 'MDM^T02^MDM_T02')],
      ['AR', 'MSH^1^3', spoilt(wanted, 'MSH|^~\\&|RIS', 'MSH|^~\\&|NOBODY')],
    ];
    for (const [code, at, message] of refusals) {
      const answer = await sendMessage(ports.mllp, message);
      expect([segmentOf(answer, 'MSA')[1], segmentOf(answer, 'ERR')[2] ?? answer]).toEqual([code, expect.stringContaining(at)]);
    }
    expect(segmentOf(await sendMessage(ports.mllp, Buffer.from('good morning')), 'MSA')[1]).toBe('AR');
    expect(await examsWith(desk, wanted.accessionNumber)).toEqual([]);
  });

  test('the same message or object twice: one effect, a positive answer', async () => {
    const wanted = examOfABadDay(1);
    const say = async () => segmentOf(await sendMessage(ports.mllp, messageOf(wanted)), 'MSA')[1];
    expect([await say(), await say()]).toEqual(['AA', 'AA']);
    const files = await scanned(wanted);
    const store = () => storeStudy(ports.dicom, files.map(({ path }) => path));
    expect([...(await store()), ...(await store())]).toEqual([...files, ...files].map(() => 'Success'));
    const examId = await examIdOf(desk, wanted);
    await reviewed(physician, examId);
    await signed(physician, examId);
    await delivered(desk, examId);
    expect(await examsWith(desk, wanted.accessionNumber)).toHaveLength(1);
    expect(await north.pacs.held(wanted.studyInstanceUID)).toHaveLength(files.length + 1);
    expect(results(wanted)).toHaveLength(1);
  });

  test('the same SOP Instance UID with other content: kept as a conflicting version, alarm, not forwarded', async () => {
    const wanted = examOfABadDay(2);
    await order(wanted);
    const files = await scanned(wanted);
    await stored(files);
    const { path, SOPInstanceUID } = z.object({ path: z.string(), SOPInstanceUID: z.string() }).parse(files[0]);
    const examId = await examIdOf(desk, wanted);
    await archivedWhole(wanted.studyInstanceUID, files.length);
    const inArchive = async () => (await north.pacs.held(wanted.studyInstanceUID)).find((each) => each.SOPInstanceUID === SOPInstanceUID)?.id ?? '';
    const before = await north.pacs.file(await inArchive());
    await modify(path, '(0010,1030)=99');
    expect(await storeStudy(ports.dicom, [path])).toEqual(['Success']);
    const problems = async () => (await acquisitionsOf(technologist, examId)).flatMap((each) => each.problems);
    await eventually(async () => (await problems()).find((each) => each.code === 'CONFLICTING_VERSION' && each.sopInstanceUID === SOPInstanceUID), 'the alarm');
    await archivedWhole(wanted.studyInstanceUID, files.length);
    expect((await north.pacs.file(await inArchive())).equals(before)).toBe(true);
  });

  test('a study that matches no exam: kept, listed, matched by hand later, then a corrected copy goes to the PACS', async () => {
    const wanted = examOfABadDay(3);
    await order(wanted);
    const item = await eventually(async () => (await findWorklist(ports.dicom, `0008,0050=${wanted.accessionNumber}`))[0], 'the worklist item');
    const studyInstanceUID = `${wanted.studyInstanceUID}.9`;
    const typed = (vr: string, value: string) => ({ vr, Value: [value] });
    const byHand: DataSet = {
      ...item,
      '00080050': typed('SH', 'TYPED-WRONG'),
      '00100020': typed('LO', '4444'),
      '00401001': { vr: 'SH' },
      '0020000D': typed('UI', studyInstanceUID),
    };
    const files = await scan(byHand);
    expect(await storeStudy(ports.dicom, files.map(({ path }) => path))).toEqual(files.map(() => 'Success'));
    const waiting = await eventually(() => unmatched(desk, studyInstanceUID), 'the study on the list of those that wait for a person');
    expect(await north.pacs.held(studyInstanceUID)).toEqual([]);
    const examId = await examIdOf(desk, wanted);
    await matchByHand(desk, waiting, examId);
    const held = await archivedWhole(studyInstanceUID, files.length);
    expect(held.map(({ SOPInstanceUID }) => SOPInstanceUID).sort()).toEqual(files.map(({ SOPInstanceUID }) => SOPInstanceUID).sort());
    for (const { id } of held) {
      const copy = await north.pacs.dataSet(id);
      expect([valueOf(copy, '00100020'), valueOf(copy, '00080050')]).toEqual([wanted.patient.number, wanted.accessionNumber]);
      expect(copy).toHaveProperty('04000561');
    }
    await reviewed(physician, examId);
  });

  test('results without numbers: the exam reaches the reading list marked "numbers missing"', async () => {
    const wanted = examOfABadDay(4);
    await order(wanted);
    const [spine] = await scanned(wanted);
    await modify(spine?.path ?? '', '(0020,4000)');
    expect(await storeStudy(ports.dicom, [spine?.path ?? ''], { callingAETitle: 'SPINE1' })).toEqual(['Success']);
    const examId = await examIdOf(desk, wanted);
    expect(await eventually(() => readingListed(physician, examId), 'the exam on the reading list')).toMatchObject({ numbersMissing: true });
  });

  test('a record system that answers AE: shown, not sent again unchanged, and sent again by a person under the same number', async () => {
    const wanted = examOfABadDay(5);
    const examId = await takeToReview(wanted);
    north.emr.answers('AE');
    await signed(physician, examId);
    await eventually(async () => (await lineOf(desk, examId)).deliveries.find(({ kind, state }) => kind === 'emr' && state === 'refused'), 'the refusal on the exam’s line');
    north.emr.answers('AA');
    expect(results(wanted)).toHaveLength(1);
    const { deliveryId, version } = await deliveryOf(manager, examId, 'emr');
    expect((await manager(`/delivery/deliveries/${deliveryId}/resend`, { method: 'POST', version })).status).toBe(204);
    await delivered(desk, examId);
    expect(new Set(results(wanted).map((message) => segmentOf(message, 'MSH')[10])).size).toBe(1);
  });

  test('a record system that is silent: asked again, and only what is for the same patient waits meanwhile', async () => {
    const [first, next, other] = [examOfABadDay(6), examOfABadDay(7, '616'), examOfABadDay(8)];
    const [firstId, nextId, otherId] = [await takeToReview(first), await takeToReview(next), await takeToReview(other)];
    north.emr.answers('silent');
    await signed(physician, firstId);
    await eventually(() => results(first).length > 0, 'the result in the silent record system');
    north.emr.answers('AA');
    await signed(physician, nextId);
    await signed(physician, otherId);
    await delivered(desk, otherId);
    expect(results(next)).toEqual([]);
    await delivered(desk, nextId);
    await delivered(desk, firstId);
    const order = north.emr.received.map((message) => segmentOf(message, 'OBR')[18]);
    expect(order.indexOf(next.accessionNumber)).toBeGreaterThan(order.lastIndexOf(first.accessionNumber));
    expect(new Set(results(first)).size).toBe(1);
  });
});
