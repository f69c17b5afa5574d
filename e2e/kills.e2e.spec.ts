import { readPlaces } from '@osteon/local/platform';
import { eventually } from './src/eventually.js';
import { openNorth, type North } from './src/hospital/north.js';
import type { Order } from './src/hospital/order.js';
import { patientAmidKills } from './src/hospital/orders.js';
import { signedIn, type Ask } from './src/hospital/person.js';
import { kill, type Part } from './src/hospital/processes.js';
import { allHeard, projectionsVerified, saidAgain } from './src/hospital/seen.js';
import { delivered, examIdOf, order, reviewed, scanned, signed, stored } from './src/hospital/take-through.js';
import { describeWith } from './src/peers/installed.js';
import { storeStudy } from './src/peers/dcmtk.js';
import { segmentOf } from './src/peers/mllp.js';

jest.setTimeout(180_000);

const { ports } = readPlaces();

/** Who dies, at which moment of an exam: right after what the moment is called has been answered. */
type Deaths = Readonly<Partial<Record<'ordered' | 'stored' | 'reviewed' | 'signed', readonly Part[]>>>;

const once = (act: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
};

describeWith(['findscu', 'storescu', 'Orthanc'], 'an exam amid kills ends as if nothing had been', () => {
  let north: North;
  let physician: Ask;
  let desk: Ask;

  beforeAll(async () => {
    north = await openNorth();
    [physician, desk] = await Promise.all([signedIn('physician'), signedIn('front-desk')]);
  });

  afterAll(() => north?.close());

  const results = ({ accessionNumber }: Order): readonly string[] => north.emr.received.filter((message) => segmentOf(message, 'OBR')[18] === accessionNumber);

  /** Counted where it arrives: one result for the record system, each object and the report once in the PACS. */
  const arrivedOnce = async (wanted: Order, objects: number): Promise<void> => {
    expect(new Set(results(wanted).map((message) => segmentOf(message, 'MSH')[10])).size).toBe(1);
    const held = await north.pacs.held(wanted.studyInstanceUID);
    expect(held).toHaveLength(objects + 1);
    expect(new Set(held.map(({ SOPInstanceUID }) => SOPInstanceUID)).size).toBe(objects + 1);
  };

  const takeThrough = async (wanted: Order, deaths: Deaths): Promise<void> => {
    await order(wanted);
    kill(...(deaths.ordered ?? []));
    const files = await scanned(wanted);
    await stored(files);
    kill(...(deaths.stored ?? []));
    const examId = await examIdOf(desk, wanted);
    await reviewed(physician, examId);
    kill(...(deaths.reviewed ?? []));
    await signed(physician, examId);
    kill(...(deaths.signed ?? []));
    await delivered(desk, examId);
    await arrivedOnce(wanted, files.length);
  };

  const cells: readonly { readonly dies: string; readonly deaths: Deaths }[] = [
    { dies: 'scheduling right after it has answered an order', deaths: { ordered: ['scheduling'] } },
    { dies: 'modality-gateway between the last object and filing', deaths: { stored: ['modality-gateway'] } },
    { dies: 'reading while the scan is on its way to it', deaths: { stored: ['reading'] } },
    { dies: 'reading right after it has answered the review', deaths: { reviewed: ['reading'] } },
    { dies: 'reporting right after it has answered the signature', deaths: { signed: ['reporting'] } },
    { dies: 'modality-gateway and reading at once', deaths: { stored: ['modality-gateway', 'reading'] } },
    { dies: 'reporting and delivery at once', deaths: { signed: ['reporting', 'delivery'] } },
    { dies: 'Kafka while the signature is on its way', deaths: { signed: ['kafka'] } },
    { dies: 'Postgres between the last object and filing', deaths: { stored: ['postgres'] } },
  ];

  test.each(cells.map((cell, n) => ({ ...cell, patient: patientAmidKills(n) })))('of $dies', ({ patient, deaths }) => takeThrough(patient, deaths));

  test('of modality-gateway in the middle of a study, which the densitometer sends again', async () => {
    const patient = patientAmidKills(cells.length);
    await order(patient);
    const files = await scanned(patient);
    const answered = await storeStudy(ports.dicom, files.map(({ path }) => path), { onAnswer: once(() => kill('modality-gateway')) });
    expect(answered.length).toBeLessThan(files.length);
    await stored(files);
    const examId = await examIdOf(desk, patient);
    await reviewed(physician, examId);
    await signed(physician, examId);
    await delivered(desk, examId);
    await arrivedOnce(patient, files.length);
  });

  test('of delivery while the record system is silent: the same message comes again, under the same number', async () => {
    const patient = patientAmidKills(cells.length + 1);
    await order(patient);
    const files = await scanned(patient);
    await stored(files);
    const examId = await examIdOf(desk, patient);
    await reviewed(physician, examId);
    north.emr.answers('silent');
    await signed(physician, examId);
    await eventually(() => results(patient).length > 0, 'the result in the silent record system');
    kill('delivery');
    north.emr.answers('AA');
    await delivered(desk, examId);
    await arrivedOnce(patient, files.length);
  });

  test('after all of which every projection of every service is what its facts make', async () => {
    const operations = await signedIn('operations');
    expect((await projectionsVerified(operations)).filter(({ missing, surplus }) => missing + surplus > 0)).toEqual([]);
  });

  test('and everything that every service has ever said, said again, sends nothing to the outside and changes no projection', async () => {
    const operations = await signedIn('operations');
    const [results, objects] = [north.emr.received.length, await north.pacs.objects()];
    const told = await saidAgain(operations);
    expect(told.every(({ messages }) => messages > 0)).toBe(true);
    await eventually(() => allHeard(operations), 'all of it on Kafka, and heard');
    expect((await projectionsVerified(operations)).filter(({ missing, surplus }) => missing + surplus > 0)).toEqual([]);
    expect([north.emr.received.length, await north.pacs.objects()]).toEqual([results, objects]);
  });
});
