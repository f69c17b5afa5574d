import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

const element = z.object({ vr: z.string(), Value: z.array(z.unknown()).optional() });
const dataSet = z.record(z.string(), element);
export type DataSet = z.infer<typeof dataSet>;

const personName = z.object({ Alphabetic: z.string() });

/** The first value of an element by its tag (eight hex digits), as text; PN in its alphabetic form; undefined where it is absent or empty. */
export const valueOf = (set: DataSet, tag: string): string | undefined => {
  const [first] = set[tag]?.Value ?? [];
  if (first === undefined) return undefined;
  const name = personName.safeParse(first);
  return name.success ? name.data.Alphabetic : String(first);
};

/** The first item of a sequence. */
export const itemOf = (set: DataSet, tag: string): DataSet => dataSet.parse(set[tag]?.Value?.[0] ?? {});

const returned = [
  '0008,0005', '0008,0050', '0008,0090', '0010,0010', '0010,0020', '0010,0021', '0010,0030', '0010,0040', '0010,1020', '0010,1030', '0010,2160', '0020,000d', '0032,1060', '0040,1001',
];
const step = ['0008,0060', '0040,0001', '0040,0002', '0040,0003', '0040,0007', '0040,0009'].map((tag) => `(0040,0100)[0].${tag}`);

/** The data set of a DICOM file. */
export const readDataSet = async (path: string): Promise<DataSet> => dataSet.parse(JSON.parse((await run('dcm2json', [path])).stdout));

/** Asks the Modality Worklist as densitometer IDXA1 by `findscu -W`; matching keys as `(gggg,eeee)=value`. */
export const findWorklist = async (port: number, ...matching: readonly string[]): Promise<DataSet[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'osteon-findscu-'));
  try {
    const asked = [...returned, ...step, ...matching].flatMap((key) => ['-k', key]);
    await run('findscu', ['-W', '-X', '-od', folder, '-aet', 'IDXA1', '-aec', 'OSTEON', ...asked, '127.0.0.1', String(port)]);
    const files = (await readdir(folder)).sort();
    return await Promise.all(files.map(async (file) => readDataSet(join(folder, file))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The file as it is from now on with other values; `(gggg,eeee)=value`, or `(gggg,eeee)` to take the element out. */
export const modify = async (path: string, ...changes: readonly string[]): Promise<void> => {
  const edits = changes.flatMap((change) => [change.includes('=') ? '-i' : '-e', change]);
  await run('dcmodify', ['-nb', ...edits, path]);
};

/** Asks for an association by `echoscu`; everything that DCMTK says about it. */
export const knock = async (port: number, calling: string, called: string): Promise<string> => {
  const child = spawn('echoscu', ['-v', '-aet', calling, '-aec', called, '127.0.0.1', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return out + err;
};

export interface Sending {
  readonly callingAETitle?: string;
  readonly onAnswer?: () => void;
}

/** Sends files by `storescu` as a densitometer, in implicit VR as they are; the status of each that was answered, also where the association broke. */
export const storeStudy = async (port: number, paths: readonly string[], { callingAETitle = 'IDXA1', onAnswer }: Sending = {}): Promise<string[]> => {
  const child = spawn('storescu', ['-v', '-xi', '-aet', callingAETitle, '-aec', 'OSTEON', '127.0.0.1', String(port), ...paths], { stdio: ['ignore', 'pipe', 'pipe'] });
  const statuses: string[] = [];
  const hear = (line: string): void => {
    const [, status] = /Received Store Response \((.*)\)/.exec(line) ?? [];
    if (status === undefined) return;
    statuses.push(status);
    onAnswer?.();
  };
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', hear);
  await once(child, 'close');
  return statuses;
};
