import { compare } from './compare.js';
import type { Generated } from './generated.js';
import { readByCommand } from './read-by-command.js';
import type { Found } from './table.js';
import type { Study } from './truth.js';

const BATCH = 40;

/** Studies are told apart by their UID; a text file has none, and is known by patient and day. */
const namesOf = ({ studyInstanceUID, header, date }: Study): string[] => [
  ...(studyInstanceUID === undefined ? [] : [studyInstanceUID]),
  `${header?.patientId} ${date}`,
];

const foundOf = ({ folder, truth }: Generated, given: readonly Study[], hasFailed: boolean): Found => ({
  study: folder.split('/').at(-1) ?? folder,
  dialect: truth.dialect,
  fault: truth.fault,
  outcome: compare(truth, given),
  hasFailed,
});

const readAlone = async (one: Generated): Promise<Found> => {
  const given = await readByCommand(one.parts);
  return foundOf(one, given ?? [], given === null);
};

/** Batches only what is sure to be found again: a text file has no UID, and a cut one may have lost it. */
const canBeBatched = ({ truth }: Generated): boolean => truth.fault !== 'truncated' && truth.dialect !== 'norland-csv';

const readBatch = async (batch: readonly Generated[]): Promise<Found[]> => {
  const given = await readByCommand(batch.flatMap(({ parts }) => parts));
  if (given === null) return Promise.all(batch.map(readAlone));
  return batch.map((one) => {
    const own = new Set(one.truth.studies.flatMap(namesOf).slice(0, 1));
    return foundOf(
      one,
      given.filter((study) => namesOf(study).some((name) => own.has(name))),
      false,
    );
  });
};

/** Reads generated studies by the readers' command: most many at a time, those that could be mistaken each on its own. */
export const readGenerated = async (all: readonly Generated[], tell: (done: number) => void): Promise<Found[]> => {
  const batched = all.filter(canBeBatched);
  const found: Found[] = [];
  for (let at = 0; at < batched.length; at += BATCH) {
    found.push(...(await readBatch(batched.slice(at, at + BATCH))));
    tell(found.length);
  }
  for (const one of all.filter((each) => !canBeBatched(each))) {
    found.push(await readAlone(one));
    if (found.length % BATCH === 0) tell(found.length);
  }
  return found;
};
