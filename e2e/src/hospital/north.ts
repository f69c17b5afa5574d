import { join } from 'node:path';
import { readPlaces } from '@osteon/local/platform';
import { eventually } from '../eventually.js';
import { knock } from '../peers/dcmtk.js';
import { startRecordSystem, type RecordSystem } from '../peers/mllp.js';
import { startOrthanc, type Pacs } from '../peers/orthanc.js';
import { signedIn } from './person.js';
import { northHospital, peerPorts } from './site.js';

/** The foreign systems around the platform. */
export interface North {
  readonly emr: RecordSystem;
  readonly pacs: Pacs;
  close(): Promise<void>;
}

/** The administrator sets North Hospital up, where that is not done yet. */
export const setUpNorth = async (): Promise<void> => {
  const answer = await (await signedIn('administrator'))('/scheduling/sites/NORTH', { method: 'PUT', body: northHospital() });
  if (!answer.ok) throw new Error(`The site document was answered ${answer.status}: ${await answer.text()}`);
};

/** Sets North Hospital up, waits until its densitometer is known, and starts its record system and its PACS. */
export const openNorth = async (): Promise<North> => {
  const { emr: emrPort, pacs: pacsPorts } = peerPorts();
  await setUpNorth();
  await eventually(async () => (await knock(readPlaces().ports.dicom, 'IDXA1', 'OSTEON')).includes('Success'), 'C-ECHO of the densitometer to be answered');
  const emr = await startRecordSystem(emrPort);
  try {
    const pacs = await startOrthanc(join(readPlaces().kept, 'pacs'), pacsPorts);
    return {
      emr,
      pacs,
      close: async () => {
        await pacs.stop();
        await emr.close();
      },
    };
  } catch (error) {
    await emr.close();
    throw error;
  }
};
