import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntilReady } from '../platform/ready.js';

const places = ['/usr/sbin/Orthanc', '/usr/local/sbin/Orthanc', '/usr/bin/Orthanc', '/usr/local/bin/Orthanc'];

/** A picture archive as the story sees it: how many objects it holds of a study. */
export interface Archive {
  readonly name: string;
  readonly held: (studyInstanceUID: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

export const orthancBinary = (): string | undefined => places.find((path) => existsSync(path));

const configuration = (folder: string, port: number, httpPort: number) => ({
  Name: 'North Hospital archive',
  StorageDirectory: join(folder, 'storage'),
  IndexDirectory: join(folder, 'index'),
  DicomAet: 'PACS',
  DicomPort: port,
  DicomCheckCalledAet: true,
  DicomAlwaysAllowStore: true,
  HttpPort: httpPort,
  RemoteAccessAllowed: false,
  AuthenticationEnabled: false,
  HttpServerEnabled: true,
  OverwriteInstances: false,
  Plugins: [],
});

/** Starts a real Orthanc of its own on loopback, with its data under the folder. */
export const startOrthanc = async (binary: string, { folder, port, httpPort }: { folder: string; port: number; httpPort: number }): Promise<Archive> => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'orthanc.json');
  writeFileSync(file, JSON.stringify(configuration(folder, port, httpPort), null, 2));
  const child = spawn(binary, ['--logfile=' + join(folder, 'orthanc.log'), file], { stdio: 'ignore', detached: true });
  const end = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const http = `http://127.0.0.1:${httpPort}`;
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await end;
  };
  await waitUntilReady(`${http}/system`, 'Orthanc', 20_000).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    name: 'Orthanc',
    held: async (studyInstanceUID) => {
      const answer = await fetch(`${http}/tools/find`, { method: 'POST', body: JSON.stringify({ Level: 'Instance', Query: { StudyInstanceUID: studyInstanceUID } }) });
      return ((await answer.json()) as unknown[]).length;
    },
    stop,
  };
};
