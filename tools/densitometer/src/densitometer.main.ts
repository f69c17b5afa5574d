import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { instantToDAandTM, textOf, type Keywords } from '@osteon/dicom';
import { densitometer, type Server } from './densitometer.js';
import { northIDXA } from './device.js';
import type { StudyFile } from './make-study.js';
import { listenForResults } from './results-listener.js';

const USAGE = `usage: densitometer --out DIR [--name PN] [--id ID] [--birth-date DA] [--sex F|M] [--accession A] [--study-uid UID] [--zone ZONE]
       densitometer --server HOST:PORT [--called OSTEON] [--accession A] [--zone ZONE] [--listen PORT] [--wrong-entry]

The first writes one study into a folder. The second does what a console does with the (first) item of today's worklist: says that
it begins (MPPS N-CREATE), scans, sends images and results (C-STORE), says that it has finished (N-SET COMPLETED), asks whether all
of it is safe (storage commitment, N-ACTION) and waits for the result (N-EVENT-REPORT). Each is told as one line of JSON.

  --listen PORT   hear the result on this port (0: any) instead of staying on the association that has asked
  --wrong-entry   take the step back instead of finishing it (N-SET DISCONTINUED, 110514), and ask nothing`;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    server: { type: 'string' },
    called: { type: 'string', default: 'OSTEON' },
    name: { type: 'string', default: 'Okafor^Grace' },
    id: { type: 'string', default: '483920' },
    'birth-date': { type: 'string', default: '19581120' },
    sex: { type: 'string', default: 'F' },
    accession: { type: 'string' },
    'study-uid': { type: 'string' },
    zone: { type: 'string', default: 'UTC' },
    listen: { type: 'string' },
    'wrong-entry': { type: 'boolean', default: false },
  },
});

const device = densitometer();
const now = () => instantToDAandTM(new Date().toISOString(), values.zone);
const at = now();

const writeStudy = async (folder: string): Promise<void> => {
  const patient = {
    PatientName: values.name,
    PatientID: values.id,
    PatientBirthDate: values['birth-date'],
    PatientSex: values.sex,
  };
  const order = {
    AccessionNumber: values.accession,
    StudyInstanceUID: values['study-uid'],
    PatientSize: '1.62',
    PatientWeight: '64.00',
  };
  await mkdir(folder, { recursive: true });
  for (const file of device.scan({ worklistItem: { ...patient, ...order }, at })) {
    await writeFile(join(folder, file.name), file.bytes);
    console.log(join(folder, file.name));
  }
};

const tell = (step: string, said: object = {}): void => console.log(JSON.stringify({ step, ...said }));

const chosenItem = async (server: Server): Promise<Keywords> => {
  const items = await device.worklist(server, { date: at.DA });
  const isAsked = (item: Keywords): boolean =>
    values.accession === undefined || textOf(item, 'AccessionNumber') === values.accession;
  const item = items.find(isAsked);
  if (item === undefined) throw new Error(`no such item among the ${items.length} of today`);
  tell('worklist', { items: items.length, accessionNumber: textOf(item, 'AccessionNumber') });
  return item;
};

const askWhetherSafe = async (server: Server, files: readonly StudyFile[]): Promise<void> => {
  const results = values.listen === undefined ? undefined : await listenForResults({ AETitle: northIDXA.AETitle, port: Number(values.listen) });
  if (results) tell('listening', { port: results.port });
  try {
    const { committed, failed } = await device.commit(server, files, results ? { results, stayMs: 0 } : {});
    tell('committed', { committed: committed.length, failed });
    if (failed.length > 0) process.exitCode = 1;
  } finally {
    await results?.close();
  }
};

const examine = async (address: string): Promise<void> => {
  const [host = '', port = ''] = address.split(':');
  const server = { host, port: Number(port), calledAETitle: values.called };
  const worklistItem = await chosenItem(server);
  const step = await device.begin(server, { worklistItem, at });
  tell('mpps-begun', step);
  const files = device.scan({ worklistItem, at });
  for (const outcome of await device.send(server, files)) tell('stored', outcome);
  if (values['wrong-entry']) {
    await device.breakOff(server, step, { files, at: now(), reason: 'WrongEntry' });
    return tell('mpps-taken-back');
  }
  await device.complete(server, step, { files, at: now() });
  tell('mpps-done');
  await askWhetherSafe(server, files);
};

if (values.out !== undefined) await writeStudy(values.out);
else if (values.server !== undefined) await examine(values.server);
else {
  console.error(USAGE);
  process.exitCode = 2;
}
