import { listenForResults, northIDXA, type ResultsListener } from '@osteon/densitometer';
import { startEmr, startPacs, type Emr } from '@osteon/hospital';
import { join } from 'node:path';
import type { Places } from '../platform/places.js';
import { requireFreePorts } from '../platform/ports.js';
import type { PeerPorts } from './north-site.js';
import { orthancBinary, startOrthanc, type Archive } from './orthanc.js';

/** The foreign systems of the demo that listen. */
export interface Peers {
  readonly emr: Emr;
  readonly archive: Archive;
  /** Where the densitometer hears that its objects are safe. */
  readonly results: ResultsListener;
  readonly stop: () => Promise<void>;
}

const ownArchive = async (folder: string, port: number): Promise<Archive> => {
  const pacs = await startPacs({ host: '127.0.0.1', port, aeTitle: 'PACS', folder });
  return {
    name: 'a small archive (Orthanc is not installed)',
    held: (studyInstanceUID) => Promise.resolve(new Set(pacs.objects.filter((object) => object.StudyInstanceUID === studyInstanceUID).map(({ SOPInstanceUID }) => SOPInstanceUID)).size),
    stop: () => pacs.close(),
  };
};

const openArchive = (folder: string, port: number): Promise<Archive> => {
  const binary = orthancBinary();
  return binary ? startOrthanc(binary, { folder, port, httpPort: port + 1 }) : ownArchive(folder, port);
};

/** Starts the record system, the listening side of the densitometer and the archive; Orthanc is the archive where it is installed. */
export const startPeers = async ({ kept }: Places, ports: PeerPorts): Promise<Peers> => {
  await requireFreePorts([
    { port: ports.emr, purpose: 'record system of the demo', variable: 'OSTEON_DEMO_EMR_PORT' },
    { port: ports.pacs, purpose: 'PACS of the demo', variable: 'OSTEON_DEMO_PACS_PORT' },
    { port: ports.pacs + 1, purpose: 'web of the PACS', variable: 'OSTEON_DEMO_PACS_PORT' },
    { port: ports.device, purpose: 'densitometer of the demo', variable: 'OSTEON_DEMO_DEVICE_PORT' },
  ]);
  const opened: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of opened.splice(0).toReversed()) await close();
  };
  try {
    const emr = await startEmr({ host: '127.0.0.1', port: ports.emr, folder: join(kept, 'peers/emr') });
    opened.push(() => emr.close());
    const results = await listenForResults({ AETitle: northIDXA.AETitle, port: ports.device });
    opened.push(() => results.close());
    const archive = await openArchive(join(kept, 'peers/pacs'), ports.pacs);
    opened.push(() => archive.stop());
    return { emr, archive, results, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
