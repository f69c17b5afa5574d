import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { listen, readKeywords, Status, textOf, type IncomingInstance } from '@osteon/dicom';

/** An object as it arrived, in order of arrival. */
export interface StoredObject {
  readonly SOPClassUID: string;
  readonly SOPInstanceUID: string;
  readonly StudyInstanceUID?: string;
  readonly AccessionNumber?: string;
  readonly PatientID?: string;
  readonly callingAETitle: string;
  /** The DICOM file; a second copy of an object takes the first one's place. */
  readonly path: string;
}

export interface PacsOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly aeTitle: string;
  readonly folder: string;
  readonly onObject?: (object: StoredObject) => void;
}

/** North Hospital's picture archive, as far as storing goes: no query, no commitment. */
export interface Pacs {
  readonly port: number;
  readonly objects: readonly StoredObject[];
  /** How often this SOP Instance UID came. */
  count(SOPInstanceUID: string): number;
  /** DIMSE status of the next objects; nothing is kept unless it is 0000. */
  answerWith(status: number): void;
  close(): Promise<void>;
}

/** UIDs come over the wire and become file names. */
const isUID = (text: string): boolean => /^[0-9.]{1,64}$/.test(text) && !text.includes('..');

const keep = async (folder: string, { file, SOPInstanceUID }: IncomingInstance<string>, count: number): Promise<string> => {
  const path = join(folder, `${SOPInstanceUID}.dcm`);
  const part = `${path}.${count}.part`;
  try {
    await pipeline(file, createWriteStream(part, { flush: true }));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return path;
};

const described = async (instance: IncomingInstance<string>, path: string): Promise<StoredObject> => {
  const { SOPClassUID, SOPInstanceUID, association } = instance;
  const keywords = readKeywords(await readFile(path), { until: 'PixelData' });
  return {
    SOPClassUID,
    SOPInstanceUID,
    StudyInstanceUID: textOf(keywords, 'StudyInstanceUID'),
    AccessionNumber: textOf(keywords, 'AccessionNumber'),
    PatientID: textOf(keywords, 'PatientID'),
    callingAETitle: association.callingAETitle,
    path,
  };
};

/** Starts the archive; it answers success after the file is on disk. */
export const startPacs = async ({ host, port, aeTitle, folder, onObject }: PacsOptions): Promise<Pacs> => {
  const objects: StoredObject[] = [];
  let status: number = Status.Success;
  let count = 0;
  await mkdir(folder, { recursive: true });

  const store = async (instance: IncomingInstance<string>): Promise<number> => {
    if (status !== Status.Success) {
      instance.file.resume();
      return status;
    }
    if (!isUID(instance.SOPInstanceUID)) return Status.UnableToProcess;
    const object = await described(instance, await keep(folder, instance, (count += 1)));
    objects.push(object);
    onObject?.(object);
    return Status.Success;
  };
  const server = await listen<string>({
    host,
    port,
    handlers: {
      associate: ({ calledAETitle, callingAETitle }) =>
        calledAETitle === aeTitle ? { accept: true, peer: callingAETitle } : { reject: { result: 1, source: 1, reason: 7 } },
      store,
    },
  });
  return {
    port: server.port,
    objects,
    count: (uid) => objects.filter(({ SOPInstanceUID }) => SOPInstanceUID === uid).length,
    answerWith: (next) => {
      status = next;
    },
    close: () => server.stop(),
  };
};
