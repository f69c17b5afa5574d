import { dateFromDA, instantToDAandTM, textOf, type Keywords } from '@osteon/dicom';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { consoleOf } from '../consoles/rooms.table.js';
import { densitometer, type Server } from '../densitometer.js';
import { askWhetherSafe, examine, tell, type Examination } from '../examine.js';
import { seedFrom } from '../lives/chance.js';
import type { StudyFile } from '../make-study.js';
import { examOf } from './exam.js';
import { makeExam } from './make-exam.js';
import { studyFiles } from './study-files.js';

const options = {
  to: { type: 'string' },
  aet: { type: 'string', default: 'IDXA1' },
  called: { type: 'string', default: 'OSTEON' },
  worklist: { type: 'boolean', default: false },
  from: { type: 'string' },
  accession: { type: 'string' },
  seed: { type: 'string', default: '7' },
  zone: { type: 'string', default: 'UTC' },
  listen: { type: 'string' },
} as const;

/** The birth date and sex of an item; a console that is told neither measures a woman of 65. */
const known = (item: Keywords, DA: string): Parameters<typeof examOf>[1] => {
  const day = dateFromDA(DA) ?? DA;
  const birthDate = dateFromDA(textOf(item, 'PatientBirthDate') ?? '') ?? `${Number(DA.slice(0, 4)) - 65}-06-15`;
  return { birthDate, sex: textOf(item, 'PatientSex') === 'M' ? 'male' : 'female', day };
};

const filesIn = async (folder: string): Promise<StudyFile[]> => {
  const names = (await readdir(folder)).toSorted();
  return studyFiles(await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) }))));
};

const sendFolder = async (examination: Examination, folder: string): Promise<boolean> => {
  const files = await filesIn(folder);
  for (const outcome of await examination.device.send(examination.server, files)) tell('stored', outcome);
  return askWhetherSafe(examination, files);
};

const examineAll = async (examination: Examination, accession: string | undefined): Promise<boolean> => {
  const items = await examination.device.worklist(examination.server, { date: examination.at.DA });
  const asked = items.filter((item) => accession === undefined || textOf(item, 'AccessionNumber') === accession);
  tell('worklist', { items: items.length, asked: asked.length });
  let isSafe = true;
  for (const item of asked) isSafe = (await examine(examination, item)) && isSafe;
  return isSafe;
};

const serverAt = (address: string, calledAETitle: string): Server => {
  const [host = '', port = ''] = address.split(':');
  return { host, port: Number(port), calledAETitle };
};

/** `send`: examines the items of today's worklist, or sends a folder that `make` has written; whether all of it is safe. */
export const sendCommand = async (args: string[]): Promise<boolean> => {
  const { values } = parseArgs({ args, options });
  const console = consoleOf(values.aet);
  if (values.to === undefined || (values.from === undefined) === !values.worklist)
    throw new Error('send: --to HOST:PORT and one of --worklist and --from DIR are needed');
  if (console === undefined) throw new Error(`send: no console is called ${values.aet}`);
  const now = () => instantToDAandTM(new Date().toISOString(), values.zone);
  const at = now();
  const scan = async (item: Keywords): Promise<StudyFile[]> => {
    const seed = seedFrom(Number(values.seed), textOf(item, 'PatientID') ?? '');
    return studyFiles((await makeExam(examOf(item, known(item, at.DA), { console, at, seed }))).files);
  };
  const listen = values.listen === undefined ? {} : { listen: Number(values.listen) };
  const examination = {
    device: densitometer(console),
    AETitle: console.AETitle,
    server: serverAt(values.to, values.called),
    at,
    now,
    scan,
    ...listen,
  };
  return values.from === undefined ? examineAll(examination, values.accession) : sendFolder(examination, values.from);
};
