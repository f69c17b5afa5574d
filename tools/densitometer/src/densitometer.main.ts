import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { instantToDAandTM, textOf, type Keywords } from '@osteon/dicom';
import { densitometer } from './densitometer.js';

const USAGE = `usage: densitometer --out DIR [--name PN] [--id ID] [--birth-date DA] [--sex F|M] [--accession A] [--study-uid UID]
       densitometer --server HOST:PORT [--called OSTEON] [--accession A]
The first writes one study into a folder; the second asks the worklist of today, scans its (first) item and sends the study.`;

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
  },
});

const device = densitometer();
const at = instantToDAandTM(new Date().toISOString(), values.zone);

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

const scanOverNetwork = async (address: string): Promise<void> => {
  const [host = '', port = ''] = address.split(':');
  const server = { host, port: Number(port), calledAETitle: values.called };
  const items = await device.worklist(server, { date: at.DA });
  const isAsked = (item: Keywords): boolean =>
    values.accession === undefined || textOf(item, 'AccessionNumber') === values.accession;
  const worklistItem = items.find(isAsked);
  if (worklistItem === undefined) throw new Error(`no such item among the ${items.length} of today`);
  for (const outcome of await device.send(server, device.scan({ worklistItem, at }))) console.log(JSON.stringify(outcome));
};

if (values.out !== undefined) await writeStudy(values.out);
else if (values.server !== undefined) await scanOverNetwork(values.server);
else {
  console.error(USAGE);
  process.exitCode = 2;
}
