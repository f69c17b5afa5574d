import type { Keywords } from '@osteon/dicom';
import { onlyProblem, type Findings, type ProblemCode, type StudyObject } from './study.js';

/** A stored object. Its bytes are a DICOM file or a CSV export; given as a function they are fetched when their turn comes. */
export interface ResultsObject {
  readonly sopInstanceUID: string;
  readonly bytes: Uint8Array | (() => Promise<Uint8Array>);
  /** The study it was stored with, for objects that cannot say it themselves. */
  readonly studyInstanceUID?: string;
}

/** What one object gives: small, and without its bytes. */
export interface ObjectRead {
  readonly sopInstanceUID: string;
  /** The elements that identify patient, study, scanner and acquisition; empty where the object is not readable. */
  readonly header: Keywords;
  readonly about: Omit<StudyObject, 'sopInstanceUID'>;
  readonly findings: Findings;
  /** A report page in pixels: worth OCR where nothing else has numbers. */
  readonly isPage: boolean;
}

/** The elements that are kept of each object. */
export const keptNames = [
  'StudyInstanceUID',
  'SeriesInstanceUID',
  'SOPClassUID',
  'ProtocolName',
  'AcquisitionDate',
  'AcquisitionTime',
  'AcquisitionDateTime',
  'InstanceCreationDate',
  'InstanceCreationTime',
  'AccessionNumber',
  'StudyDate',
  'PatientID',
  'PatientBirthDate',
  'PatientSex',
  'PatientSize',
  'PatientWeight',
  'Manufacturer',
  'ManufacturerModelName',
  'DeviceSerialNumber',
  'SoftwareVersions',
] as const;

/** An object that gave nothing but a problem. */
export const unreadObject = (sopInstanceUID: string, code: ProblemCode, detail: string, header: Keywords = {}): ObjectRead => ({
  sopInstanceUID,
  header,
  about: { kind: 'other' },
  findings: onlyProblem({ code, detail, sopInstanceUID }),
  isPage: false,
});

/** Reads objects one by one: here, or in a worker that can be ended. Never rejects for what an object holds. */
export interface ObjectReader {
  /** One object; a file of an export is several, one for each study in it. */
  read(sopInstanceUID: string, bytes: Uint8Array): Promise<readonly ObjectRead[]>;
  /** The numbers that are drawn into a page. */
  readPage(sopInstanceUID: string, bytes: Uint8Array): Promise<Findings>;
}

/** A reader that holds on to something: a thread, an OCR engine. */
export interface RunningReader extends ObjectReader {
  end(): Promise<void>;
}
