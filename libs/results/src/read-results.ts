import { textOf } from '@osteon/dicom';
import { createHash } from 'node:crypto';
import { groupBy } from './group-by.js';
import type { ObjectRead, ObjectReader, ResultsObject } from './object-read.js';
import { readStudy, studyOf } from './read-study.js';
import { nothing, together, type Study } from './study.js';

export interface ReadResults {
  readonly studies: readonly Study[];
}

interface Placed {
  readonly object: ResultsObject;
  readonly read: ObjectRead;
  readonly study: string | undefined;
}

const bytesOf = ({ bytes }: ResultsObject): Promise<Uint8Array> | Uint8Array => (typeof bytes === 'function' ? bytes() : bytes);

/** The same object twice, to the byte: sent again, or lying in two folders. */
const isNew = (seen: Set<string>, { sopInstanceUID }: ResultsObject, bytes: Uint8Array): boolean => {
  const key = `${sopInstanceUID} ${createHash('sha256').update(bytes).digest('hex')}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
};

/** One after the other: no more than one object is in memory. */
const readAll = async (objects: readonly ResultsObject[], reader: ObjectReader): Promise<Placed[]> => {
  const placed: Placed[] = [];
  const seen = new Set<string>();
  for (const object of objects) {
    const bytes = await bytesOf(object);
    const reads = isNew(seen, object, bytes) ? await reader.read(object.sopInstanceUID, bytes) : [];
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
export const readResults = async (objects: readonly ResultsObject[], reader: ObjectReader): Promise<ReadResults> => {
  const byStudy = groupBy(await readAll(objects, reader), ({ study, read }) => study ?? textOf(read.header, 'ExportedStudy'));
  const studies: Study[] = [];
  for (const ofStudy of byStudy.values()) studies.push(readStudy(ofStudy[0]?.study, await readPages(ofStudy, reader)));
  return { studies };
};
