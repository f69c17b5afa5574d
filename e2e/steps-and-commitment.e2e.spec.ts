import { readPlaces } from '@osteon/local/platform';
import { z } from 'zod';
import { chapters } from './src/chapter.js';
import { eventually } from './src/eventually.js';
import { openNorth, type North } from './src/hospital/north.js';
import { today, type Order } from './src/hospital/order.js';
import { muellerLindqvist } from './src/hospital/orders.js';
import { signedIn, type Ask } from './src/hospital/person.js';
import { kill } from './src/hospital/processes.js';
import type { ScannedFile } from './src/hospital/scan.js';
import { northHospital } from './src/hospital/site.js';
import { examIdOf, order, read, scanned, stored } from './src/hospital/take-through.js';
import { findWorklist } from './src/peers/dcmtk.js';
import { describeWith } from './src/peers/installed.js';
import { describeWithPynetdicom, startConsole, type Console, type Heard, type JsonDataSet } from './src/peers/pynetdicom.js';

jest.setTimeout(120_000);

const { ports } = readPlaces();
const image = '1.2.840.10008.5.1.4.1.1.1';
const report = '1.2.840.10008.5.1.4.1.1.88.22';
const root = '1.2.826.0.1.3680043.10.999.6';

const patient = (n: number): Order => ({
  ...muellerLindqvist,
  controlId: `RIS0003${n}`,
  patient: { number: `63${n}`, name: 'Nakamura^Hana', birthDate: '19530811', sex: 'F', race: '2028-9^Asian^HL70005' },
  accessionNumber: `M-${n}`,
  studyInstanceUID: `${root}.${n}`,
  at: `${today()}113000`,
});
const [msNakamura, wrongEntry] = [patient(1), patient(2)];

const one = (vr: string, value: unknown) => ({ vr, Value: [value] });
const sequence = (...items: readonly JsonDataSet[]) => ({ vr: 'SQ', Value: items });
const referenced = (uid: string, ofClass: string): JsonDataSet => ({ '00081150': one('UI', ofClass), '00081155': one('UI', uid) });

const beginning = ({ patient: { number, birthDate }, accessionNumber, studyInstanceUID }: Order): JsonDataSet => ({
  '00100020': one('LO', number),
  '00100030': one('DA', birthDate),
  '00400270': sequence({ '0020000D': one('UI', studyInstanceUID), '00080050': one('SH', accessionNumber) }),
  '00400253': one('SH', 'PPS1'),
  '00400241': one('AE', 'IDXA1'),
  '00400244': one('DA', today()),
  '00400245': one('TM', '113000'),
  '00400252': one('CS', 'IN PROGRESS'),
  '00080060': one('CS', 'BMD'),
});

const isReport = ({ path }: ScannedFile): boolean => path.includes('STR');
const classOf = (file: ScannedFile): string => (isReport(file) ? report : image);

const ending = (status: string, files: readonly ScannedFile[]): JsonDataSet => ({
  '00400252': one('CS', status),
  '00400250': one('DA', today()),
  '00400251': one('TM', '114500'),
  '00400340': sequence({
    '0020000E': one('UI', `${root}.9`),
    '00181030': one('LO', 'DXA Exam'),
    '00081140': sequence(...files.filter((file) => !isReport(file)).map((file) => referenced(file.SOPInstanceUID, image))),
    '00400220': sequence(...files.filter(isReport).map((file) => referenced(file.SOPInstanceUID, report))),
  }),
});
const incorrectEntry = sequence({ '00080100': one('SH', '110514'), '00080102': one('SH', 'DCM'), '00080104': one('LO', 'Incorrect worklist entry selected') });

const studies = z.object({
  acquisitions: z.array(
    z.object({
      state: z.string(),
      completeBy: z.string().optional(),
      commitments: z.array(z.object({ transactionUID: z.string(), state: z.string() })),
    }),
  ),
});

describeWithPynetdicom('a console by pynetdicom', (name) => {
  describeWith(['findscu', 'storescu', 'Orthanc'], name, () => {
    let north: North;
    let technologist: Ask;
    let console: Console;
    let files: readonly ScannedFile[] = [];
    let examId = '';

    const chapter = chapters(() => Promise.resolve());
    const uids = () => files.map(({ SOPInstanceUID }) => SOPInstanceUID);
    const references = () => files.map((file) => [classOf(file), file.SOPInstanceUID] as const);
    const studiesOf = async (exam: string) => (await read(studies, technologist(`/modality-gateway/acquisitions?examId=${exam}`))).acquisitions;
    const heard = (transactionUID: string): Promise<readonly Heard[]> =>
      eventually(() => {
        const results = console.heard.filter((result) => result.transactionUID === transactionUID);
        return results.length > 0 && results;
      }, `the result of ${transactionUID}`);

    /** The administrator writes down where the console listens, or strikes it out again: nobody else's story is told of it. */
    const listensAt = async (port?: number): Promise<void> => {
      const administrator = await signedIn('administrator');
      const known = await read(z.object({ sites: z.array(z.object({ facilityId: z.string(), version: z.number() })) }), administrator('/scheduling/sites'));
      const version = known.sites.find(({ facilityId }) => facilityId === 'NORTH')?.version;
      const site = northHospital();
      const devices = site.devices.map((device) => (device.id === 'idxa-1' && port !== undefined ? { ...device, host: '127.0.0.1', port } : device));
      await read(z.unknown(), administrator('/scheduling/sites/NORTH', { method: 'PUT', version, body: { ...site, devices } }));
    };

    beforeAll(async () => {
      north = await openNorth();
      technologist = await signedIn('technologist');
      console = await startConsole(ports.dicom, 'IDXA1');
      await listensAt(console.port);
    });

    afterAll(async () => {
      await listensAt();
      await console?.close();
      await north?.close();
    });

    chapter('begins with a patient of the worklist, once', async () => {
      await order(msNakamura);
      files = await scanned(msNakamura);
      examId = await examIdOf(await signedIn('front-desk'), msNakamura);
      expect(await console.begin(`${root}.1.7`, beginning(msNakamura))).toEqual({ status: 0 });
      expect(await console.begin(`${root}.1.7`, beginning(msNakamura))).toEqual({ status: 0x0111 });
    });

    chapter('finishes, and its study is complete by what it has listed', async () => {
      expect(await console.end(`${root}.1.7`, ending('COMPLETED', files))).toEqual({ status: 0 });
      await stored(files);
      await eventually(async () => (await studiesOf(examId)).some(({ completeBy }) => completeBy === 'mpps'), 'the study to be complete by MPPS');
      expect(await console.end(`${root}.1.7`, ending('COMPLETED', files))).toMatchObject({ status: 0x0110 });
      expect(await console.end(`${root}.1.8`, ending('COMPLETED', files))).toEqual({ status: 0x0112 });
    });

    chapter('hears on the association on which it has asked that all of it is safe', async () => {
      expect(await console.commit(`${root}.2.1`, references(), 3)).toEqual({ status: 0 });
      expect(await heard(`${root}.2.1`)).toEqual([{ over: 'its-association', from: 'OSTEON', eventType: 1, transactionUID: `${root}.2.1`, committed: uids(), failed: [] }]);
      await eventually(async () => (await studiesOf(examId)).some(({ commitments }) => commitments.some(({ state }) => state === 'reported')), 'the study to show it');
    });

    chapter('hears it on its own port, by role selection, when it has gone', async () => {
      expect(await console.commit(`${root}.2.2`, references())).toEqual({ status: 0 });
      expect(await heard(`${root}.2.2`)).toEqual([{ over: 'new-association', from: 'OSTEON', eventType: 1, transactionUID: `${root}.2.2`, committed: uids(), failed: [] }]);
    });

    chapter('hears what is not safe, and why', async () => {
      const [first = ''] = uids();
      const asked = [[image, first], [image, `${root}.404`], [report, uids()[1] ?? '']] as const;
      expect(await console.commit(`${root}.2.3`, asked)).toEqual({ status: 0 });
      expect(await heard(`${root}.2.3`)).toMatchObject([{ eventType: 2, committed: [first], failed: [[`${root}.404`, 0x0112], [uids()[1], 0x0119]] }]);
    });

    chapter('gets the same answer to the same question, and none for other objects under its number', async () => {
      expect(await console.commit(`${root}.2.2`, references(), 3)).toEqual({ status: 0 });
      expect(await console.commit(`${root}.2.1`, references().slice(1), 3)).toEqual({ status: 0 });
      expect((await heard(`${root}.2.2`)).at(-1)).toMatchObject({ eventType: 1, committed: uids() });
      const clash = (await heard(`${root}.2.1`)).at(-1);
      expect(clash).toMatchObject({ eventType: 2, committed: [], failed: uids().slice(1).map((uid) => [uid, 0x0131]) });
    });

    chapter('hears it all the same when the gateway is killed between its answer and the result', async () => {
      expect(await console.commit(`${root}.2.5`, references())).toEqual({ status: 0 });
      kill('modality-gateway');
      const results = await heard(`${root}.2.5`);
      expect(results.map(({ over, eventType, committed }) => ({ over, eventType, committed }))).toContainEqual({ over: 'new-association', eventType: 1, committed: uids() });
    });

    chapter('takes the wrong entry back: nothing of it is shown or archived, and the patient waits on the worklist', async () => {
      await order(wrongEntry);
      const wrong = await scanned(wrongEntry);
      const exam = await examIdOf(await signedIn('front-desk'), wrongEntry);
      await eventually(async () => (await console.begin(`${root}.2.7`, beginning(wrongEntry))).status === 0, 'the gateway to be there again');
      await stored(wrong);
      await eventually(async () => (await studiesOf(exam)).length === 1, 'the study');
      expect(await console.end(`${root}.2.7`, { ...ending('DISCONTINUED', wrong), '00400281': incorrectEntry })).toEqual({ status: 0 });
      await eventually(async () => (await studiesOf(exam)).length === 0, 'the study to be hidden');
      expect(await findWorklist(ports.dicom, `0008,0050=${wrongEntry.accessionNumber}`)).toHaveLength(1);
      expect(await north.pacs.held(wrongEntry.studyInstanceUID)).toEqual([]);
    });
  });
});
