import { dateToDA, personNameFromPN, readKeywords, replaceAttributes, textOf, type Keywords, type Replacement } from '@osteon/dicom';
import { PN } from '../worklist/answer-entry.js';
import type { ExamIdentity } from './exam-identity.js';

const sexes = { female: 'F', male: 'M', other: 'O', unknown: undefined } as const;

/** What consoles change in a name that they copied: case, blanks, empty parts. */
const spoken = (pn: string): string => PN(personNameFromPN(pn.normalize())).toUpperCase().replace(/\s+/g, ' ');

/** One attribute of an identity: what it should say, and whether what an object says will do. */
interface Attribute {
  readonly name: string;
  readonly value: string | undefined;
  readonly agrees: (written: string) => boolean;
  /** What said something about the other value only. */
  readonly removed?: readonly string[];
}

const attributesOf = ({ identifier, name, birthDate, sex, accessionNumber, accessionNumbers }: ExamIdentity): Attribute[] => {
  const same = (value: string | undefined) => (written: string): boolean => written === value;
  const ofNumber = ['TypeOfPatientID', 'IssuerOfPatientIDQualifiersSequence', 'OtherPatientIDs', 'OtherPatientIDsSequence'];
  const [DA, PatientSex] = [birthDate && dateToDA(birthDate), sexes[sex]];
  return [
    { name: 'PatientID', value: identifier?.value, agrees: same(identifier?.value), removed: ofNumber },
    { name: 'IssuerOfPatientID', value: identifier?.authority, agrees: (written) => written === '' || written === identifier?.authority },
    { name: 'PatientName', value: PN(name), agrees: (written) => spoken(written) === spoken(PN(name)) },
    { name: 'PatientBirthDate', value: DA, agrees: same(DA) },
    { name: 'PatientSex', value: PatientSex, agrees: same(PatientSex) },
    {
      name: 'AccessionNumber',
      value: accessionNumber,
      agrees: (written) => accessionNumbers.includes(written),
      removed: ['IssuerOfAccessionNumberSequence'],
    },
  ];
};

/** Where an object says something else than its exam. What nobody knows of a patient is no difference. */
const differences = (file: Uint8Array, identity: ExamIdentity): Attribute[] => {
  const header = readKeywords(file, { until: 'StudyInstanceUID' });
  return attributesOf(identity).filter(({ name, value, agrees }) => value !== undefined && !agrees(textOf(header, name) ?? ''));
};

/** Whether an object names its exam's patient and number. */
export const isIdentifiedAs = (file: Uint8Array, identity: ExamIdentity): boolean => differences(file, identity).length === 0;

/** How a copy comes about: the same for each of its attempts. */
export type Correction = Pick<Replacement, 'modifiedAt' | 'reason' | 'sourceOfPreviousValues'> & { readonly identity: ExamIdentity };

/** An object under its exam's identity: a copy in which what differs is replaced and named, or the object itself where nothing does. */
export const correctIdentity = (file: Buffer, { identity, ...said }: Correction): Buffer => {
  const differing = differences(file, identity);
  if (differing.length === 0) return file;
  const values: Keywords = Object.fromEntries(differing.map(({ name, value }) => [name, value]));
  const IssuerOfPatientID = identity.identifier?.authority;
  return replaceAttributes(file, {
    ...said,
    values: { IssuerOfPatientID, ...values },
    removed: differing.flatMap(({ removed = [] }) => removed),
    modifyingSystem: 'OSTEON',
  });
};
