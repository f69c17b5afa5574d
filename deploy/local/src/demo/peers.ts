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

/** Starts the record system and the archive; Orthanc is the archive where it is installed. */
export const startPeers = async ({ kept }: Places, ports: PeerPorts): Promise<Peers> => {
  await requireFreePorts([
    { port: ports.emr, purpose: 'record system of the demo', variable: 'OSTEON_DEMO_EMR_PORT' },
    { port: ports.pacs, purpose: 'PACS of the demo', variable: 'OSTEON_DEMO_PACS_PORT' },
    { port: ports.pacs + 1, purpose: 'web of the PACS', variable: 'OSTEON_DEMO_PACS_PORT' },
  ]);
  const emr = await startEmr({ host: '127.0.0.1', port: ports.emr, folder: join(kept, 'peers/emr') });
  const binary = orthancBinary();
  const folder = join(kept, 'peers/pacs');
  const archive = await (binary ? startOrthanc(binary, { folder, port: ports.pacs, httpPort: ports.pacs + 1 }) : ownArchive(folder, ports.pacs)).catch(
    async (error: unknown) => {
      await emr.close();
      throw error;
    },
  );
  return {
    emr,
    archive,
    stop: async () => {
      await archive.stop();
      await emr.close();
    },
  };
};
