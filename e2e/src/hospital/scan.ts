import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readPlaces } from '@osteon/local/platform';
import { z } from 'zod';
import { itemOf, valueOf, type DataSet } from '../peers/dcmtk.js';
import { today } from './order.js';

const copied = {
  AccessionNumber: '00080050',
  ReferringPhysicianName: '00080090',
  PatientName: '00100010',
  PatientID: '00100020',
  IssuerOfPatientID: '00100021',
  PatientBirthDate: '00100030',
  PatientSex: '00100040',
  PatientSize: '00101020',
  PatientWeight: '00101030',
  EthnicGroup: '00102160',
  StudyInstanceUID: '0020000D',
  RequestedProcedureID: '00401001',
} as const;

const taken = (set: DataSet, tags: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(tags).flatMap(([name, tag]) => (valueOf(set, tag) === undefined ? [] : [[name, valueOf(set, tag) ?? '']])));

const scanned = z.array(z.object({ path: z.string(), SOPInstanceUID: z.string() }));
export type ScannedFile = z.infer<typeof scanned>[number];

/**
 * Scans the patient of a worklist item this morning: spine, both hips and their numbers, as files that the console has exported.
 * In a process of its own: in Jest's sandbox drawing takes twenty times as long.
 */
export const scan = async (item: DataSet): Promise<readonly ScannedFile[]> => {
  const step = taken(itemOf(item, '00400100'), { ScheduledProcedureStepDescription: '00400007', ScheduledProcedureStepID: '00400009' });
  const worklistItem = { SpecificCharacterSet: 'ISO_IR 192', ...taken(item, copied), ScheduledProcedureStepSequence: [step] };
  const folder = join(readPlaces().kept, 'scans', valueOf(item, copied.AccessionNumber) ?? '');
  const console = spawn(process.execPath, [join(import.meta.dirname, 'scan.main.ts'), folder, today(), '091500'], { env: { PATH: process.env['PATH'] }, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(console, 'exit');
  console.stdin.end(JSON.stringify(worklistItem));
  const told = await text(console.stdout);
  const [code] = await ended;
  if (code !== 0) throw new Error(`The scan ended with ${code}.`);
  return scanned.parse(JSON.parse(told));
};
