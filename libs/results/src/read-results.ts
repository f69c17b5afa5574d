import { groupBy } from './group-by.js';
import type { ObjectRead, ObjectReader, ResultsObject } from './object-read.js';
import { readObject } from './read-object.js';
import { readStudy, studyOf } from './read-study.js';
import { nothing, together, type Study } from './study.js';

export interface ReadResults {
  readonly studies: readonly Study[];
}

/** Reads in this thread: for commands and tests; a service reads in a worker (`startReader`). */
export const readHere: ObjectReader = { read: readObject, readPage: () => Promise.resolve(nothing) };

interface Placed {
  readonly object: ResultsObject;
  readonly read: ObjectRead;
  readonly study: string | undefined;
}

const bytesOf = ({ bytes }: ResultsObject): Promise<Uint8Array> | Uint8Array => (typeof bytes === 'function' ? bytes() : bytes);

/** One after the other: no more than one object is in memory. */
const readAll = async (objects: readonly ResultsObject[], reader: ObjectReader): Promise<Placed[]> => {
  const placed: Placed[] = [];
  for (const object of objects) {
    const reads = await reader.read(object.sopInstanceUID, await bytesOf(object));
    placed.push(...reads.map((read) => ({ object, read, study: studyOf(read, object.studyInstanceUID) })));
  }
  return placed;
};

/** OCR is slow and loses signs: only where no object of the study has numbers in any other form. */
const readPages = async (ofStudy: readonly Placed[], reader: ObjectReader): Promise<ObjectRead[]> => {
  const isNeeded = ofStudy.every(({ read }) => read.findings.rows.length === 0);
  const reads: ObjectRead[] = [];
  for (const { object, read } of ofStudy) {
    const found = isNeeded && read.isPage ? await reader.readPage(object.sopInstanceUID, await bytesOf(object)) : nothing;
    reads.push({ ...read, findings: together([read.findings, found]) });
  }
  return reads;
};

/**
 * Everything that objects of densitometers say in numbers, by study (exam-format, "What the readers give"). Never rejects for
 * what an object holds: what cannot be read for certain is absent, and `problems` says so. Objects in the order of their
 * arrival: a later export of one acquisition supersedes an earlier one.
 */
export const readResults = async (objects: readonly ResultsObject[], reader: ObjectReader = readHere): Promise<ReadResults> => {
  const byStudy = groupBy(await readAll(objects, reader), ({ study }) => study);
  const studies: Study[] = [];
  for (const [study, ofStudy] of byStudy) studies.push(readStudy(study, await readPages(ofStudy, reader)));
  return { studies };
};
