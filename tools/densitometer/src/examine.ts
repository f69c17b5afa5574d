import type { Keywords } from '@osteon/dicom';
import type { Densitometer, Server } from './densitometer.js';
import type { StudyFile } from './make-study.js';
import type { PerformedAt } from './performed.js';
import { listenForResults } from './results-listener.js';

/** How one item of the worklist is examined. */
export interface Examination {
  readonly device: Densitometer;
  readonly AETitle: string;
  readonly server: Server;
  readonly at: PerformedAt;
  readonly now: () => PerformedAt;
  /** Scans the patient of the item. */
  readonly scan: (item: Keywords) => Promise<readonly StudyFile[]>;
  /** Hear the result of commitment on this port (0: any); absent: on the association that has asked. */
  readonly listen?: number;
  readonly isWrongEntry?: boolean;
}

/** Each step as one line of JSON. */
export const tell = (step: string, said: object = {}): void => console.log(JSON.stringify({ step, ...said }));

/** Asks whether files are safe, and waits for the answer; whether all of them are. */
export const askWhetherSafe = async (
  { device, AETitle, server, listen }: Pick<Examination, 'device' | 'AETitle' | 'server' | 'listen'>,
  files: readonly StudyFile[],
): Promise<boolean> => {
  const results = listen === undefined ? undefined : await listenForResults({ AETitle, port: listen });
  if (results) tell('listening', { port: results.port });
  try {
    const { committed, failed } = await device.commit(server, files, results ? { results, stayMs: 0 } : {});
    tell('committed', { committed: committed.length, failed });
    return failed.length === 0;
  } finally {
    await results?.close();
  }
};

/** Begins, scans, sends, ends, and asks whether all is safe; whether it is. A step that is taken back asks nothing. */
export const examine = async (examination: Examination, worklistItem: Keywords): Promise<boolean> => {
  const { device, server, at, now } = examination;
  const step = await device.begin(server, { worklistItem, at });
  tell('mpps-begun', step);
  const files = await examination.scan(worklistItem);
  for (const outcome of await device.send(server, files)) tell('stored', outcome);
  if (examination.isWrongEntry) {
    await device.breakOff(server, step, { files, at: now(), reason: 'WrongEntry' });
    tell('mpps-taken-back');
    return true;
  }
  await device.complete(server, step, { files, at: now() });
  tell('mpps-done');
  return askWhetherSafe(examination, files);
};
