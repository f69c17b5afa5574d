import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '@osteon/testing';
import { z } from 'zod';
import { readDataSet, type DataSet } from './dcmtk.js';
import { pathOf } from './installed.js';

/** Orthanc as the PACS of North Hospital, asked over its own REST. */
export interface Pacs {
  /** The objects of a study, by SOP Instance UID. */
  held(studyInstanceUID: string): Promise<readonly HeldObject[]>;
  /** One object as Orthanc has it on disk: a whole DICOM file. */
  file(id: string): Promise<Buffer>;
  /** What dcm2json reads in it. */
  dataSet(id: string): Promise<DataSet>;
  /** How many objects it has, of all studies. */
  objects(): Promise<number>;
  stop(): Promise<void>;
}

const found = z.array(z.object({ ID: z.string(), MainDicomTags: z.object({ SOPInstanceUID: z.string() }) }));

export interface HeldObject {
  /** Orthanc's own id. */
  readonly id: string;
  readonly SOPInstanceUID: string;
  readonly SOPClassUID: string;
}

const configuration = (folder: string, ports: { dicom: number; http: number }) => ({
  Name: 'PACS of North Hospital',
  StorageDirectory: folder,
  IndexDirectory: folder,
  DicomAet: 'PACS',
  DicomPort: ports.dicom,
  DicomCheckCalledAet: true,
  DicomAlwaysAllowStore: true,
  HttpPort: ports.http,
  RemoteAccessAllowed: false,
  AuthenticationEnabled: false,
  Plugins: [],
});

export const startOrthanc = async (folder: string, ports: { dicom: number; http: number }): Promise<Pacs> => {
  mkdirSync(folder, { recursive: true });
  const settings = join(folder, 'orthanc.json');
  writeFileSync(settings, JSON.stringify(configuration(folder, ports)));
  const child = spawn(pathOf('Orthanc') ?? 'Orthanc', [`--logfile=${join(folder, 'orthanc.log')}`, settings], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const address = `http://127.0.0.1:${ports.http}`;
  const ask = async (path: string, body?: unknown): Promise<Response> => {
    const answer = await fetch(address + path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`Orthanc answered ${answer.status} for ${path}`);
    return answer;
  };
  const classOf = async (id: string): Promise<string> => (await ask(`/instances/${id}/metadata/SopClassUid`)).text();
  const file = async (id: string): Promise<Buffer> => Buffer.from(await (await ask(`/instances/${id}/file`)).arrayBuffer());
  await waitUntil(() => ask('/system').then(({ ok }) => ok), 'Orthanc', { timeoutMs: 20_000 });
  return {
    held: async (StudyInstanceUID) => {
      const objects = found.parse(await (await ask('/tools/find', { Level: 'Instance', Expand: true, Query: { StudyInstanceUID } })).json());
      return Promise.all(objects.map(async ({ ID, MainDicomTags: { SOPInstanceUID } }) => ({ id: ID, SOPInstanceUID, SOPClassUID: await classOf(ID) })));
    },
    file,
    dataSet: async (id) => {
      const path = join(folder, 'looked-at.dcm');
      writeFileSync(path, await file(id));
      return readDataSet(path);
    },
    objects: async () => z.object({ CountInstances: z.number() }).parse(await (await ask('/statistics')).json()).CountInstances,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
