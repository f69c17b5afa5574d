import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { askedToEnd, readPlaces, type Places } from '@osteon/local/platform';
import { openHospital, type Hospital } from './exam/hospital.js';
import { eraseVolumes } from './strikes/volumes.js';

/** Where a run takes place: `OSTEON_HOME`, else a folder of the checkout; it is erased when a run begins. */
export interface Ground {
  readonly root: string;
  readonly places: Places;
  /** Part of every number of this run: no other run has it for eleven days. */
  readonly run: number;
  /** Ctrl-C: what is under way is the last, and everything is counted and ended. */
  readonly asked: AbortSignal;
  readonly say: (line: string) => void;
}

/** A cleared ground. What a killed run has left mounted there goes too. */
export const clearedGround = async (): Promise<Ground> => {
  const places = readPlaces();
  const kept = process.env['OSTEON_HOME'] ?? join(places.root, '.osteon/faults');
  await eraseVolumes(kept);
  mkdirSync(kept, { recursive: true, mode: 0o755 });
  return {
    root: places.root,
    places: { ...places, kept },
    run: Math.floor(Date.now() / 1000) % 1_000_000,
    asked: askedToEnd(),
    say: (line) => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`),
  };
};

/** Works with a hospital on that ground, which is ended whatever happens. */
export const withHospital = async <T>({ places, say }: Ground, added: NodeJS.ProcessEnv, work: (hospital: Hospital) => Promise<T>): Promise<T> => {
  const hospital = await openHospital({ places, say, added });
  try {
    return await work(hospital);
  } finally {
    await hospital.close();
  }
};
