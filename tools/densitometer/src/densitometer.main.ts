import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { instantToDAandTM, textOf, type Keywords } from '@osteon/dicom';
import { densitometer, type Server } from './densitometer.js';
import { northIDXA } from './device.js';
import { examine, tell } from './examine.js';
import { makeCommand } from './make/make.command.js';
import { sendCommand } from './make/send.command.js';

const USAGE = `usage: densitometer --out DIR [--name PN] [--id ID] [--birth-date DA] [--sex F|M] [--accession A] [--study-uid UID] [--zone ZONE]
       densitometer --server HOST:PORT [--called OSTEON] [--accession A] [--zone ZONE] [--listen PORT] [--wrong-entry]
       densitometer make --to DIR [--studies 100] [--seed 7]
       densitometer send --to HOST:PORT [--aet IDXA1] [--called OSTEON] --worklist [--accession A] [--seed 7] [--zone ZONE] [--listen PORT]
       densitometer send --to HOST:PORT [--aet IDXA1] [--called OSTEON] --from DIR

The first writes one study into a folder. The second does what a console does with the (first) item of today's worklist: says that
it begins (MPPS N-CREATE), scans, sends images and results (C-STORE), says that it has finished (N-SET COMPLETED), asks whether all
of it is safe (storage commitment, N-ACTION) and waits for the result (N-EVENT-REPORT). Each is told as one line of JSON.
make writes studies of invented patients over the years, of all consoles and with what goes wrong, each with its truth.
send does what the second does, with all items of today and as any of these consoles; or it sends the files of a folder.

  --listen PORT   hear the result on this port (0: any) instead of staying on the association that has asked
  --wrong-entry   take the step back instead of finishing it (N-SET DISCONTINUED, 110514), and ask nothing`;

const options = {
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
} as const;

const device = densitometer();
const parse = (args: string[]) => parseArgs({ args, options }).values;
type Asked = ReturnType<typeof parse>;

const writeStudy = async (folder: string, values: Asked): Promise<void> => {
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
  const at = instantToDAandTM(new Date().toISOString(), values.zone);
  await mkdir(folder, { recursive: true });
  for (const file of device.scan({ worklistItem: { ...patient, ...order }, at })) {
    await writeFile(join(folder, file.name), file.bytes);
    console.log(join(folder, file.name));
  }
};

const examineFirst = async (address: string, values: Asked): Promise<boolean> => {
  const [host = '', port = ''] = address.split(':');
  const server: Server = { host, port: Number(port), calledAETitle: values.called };
  const now = () => instantToDAandTM(new Date().toISOString(), values.zone);
  const at = now();
  const items = await device.worklist(server, { date: at.DA });
  const isAsked = (item: Keywords): boolean =>
    values.accession === undefined || textOf(item, 'AccessionNumber') === values.accession;
  const item = items.find(isAsked);
  if (item === undefined) throw new Error(`no such item among the ${items.length} of today`);
  tell('worklist', { items: items.length, accessionNumber: textOf(item, 'AccessionNumber') });
  const scan = (worklistItem: Keywords) => Promise.resolve(device.scan({ worklistItem, at }));
  const listen = values.listen === undefined ? {} : { listen: Number(values.listen) };
  return examine(
    { device, AETitle: northIDXA.AETitle, server, at, now, scan, ...listen, isWrongEntry: values['wrong-entry'] },
    item,
  );
};

const oneStudy = async (args: string[]): Promise<boolean> => {
  const values = parse(args);
  if (values.out !== undefined) await writeStudy(values.out, values);
  else if (values.server !== undefined) return examineFirst(values.server, values);
  else {
    console.error(USAGE);
    process.exitCode = 2;
  }
  return true;
};

const [command = '', ...args] = process.argv.slice(2);
if (command === 'make') await makeCommand(args);
else {
  const isSafe = command === 'send' ? await sendCommand(args) : await oneStudy(process.argv.slice(2));
  if (!isSafe) process.exitCode = 1;
}
