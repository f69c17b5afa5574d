import type { scheduling } from '@osteon/contracts';
import { yearsBetween } from './moment.js';

/** A patient as services show them: demographics of the replica, without what only merges need. */
export type PatientShown = Omit<scheduling.PatientV1, 'mergedInto'>;

type NameParts = Pick<scheduling.PersonName, 'family' | 'given' | 'middle' | 'prefix' | 'suffix'>;

/** `OKAFOR, Ada Chi`: the family name first, as worklists and charts write it. */
export const listName = (name: NameParts): string => {
  const given = [name.given, name.middle].filter(Boolean).join(' ');
  return given === '' ? name.family : `${name.family}, ${given}`;
};

/** `Dr Min Lee`: as a person is addressed. */
export const spokenName = (name: NameParts): string =>
  [name.prefix, name.given, name.middle, name.family, name.suffix].filter(Boolean).join(' ');

/** Words about a patient on one line; what is absent leaves no gap. */
export const inOneLine = (...words: readonly (string | undefined)[]): string => words.filter(Boolean).join(' · ');

/** A patient's name, or what stands for it where the person was erased or is not known here yet. */
export const patientName = (patient: PatientShown | undefined): string =>
  patient ? listName(patient.name) : 'Name not available';

/** The patient's numbers as charts show them: `4711 (NORTH)`. */
export const patientNumbers = (patient: PatientShown | undefined): string =>
  (patient?.identifiers ?? []).map(({ value, authority }) => `${value} (${authority})`).join(', ');

const sexes = { female: 'Female', male: 'Male', other: 'Other', unknown: 'Sex unknown' } as const;

/** `Female, 70 y` on the day of the exam (`YYYY-MM-DD`). */
export const sexAndAge = (patient: PatientShown | undefined, day: string | undefined): string => {
  if (!patient) return '';
  const sex = sexes[patient.sex];
  return patient.birthDate && day ? `${sex}, ${yearsBetween(patient.birthDate, day)} y` : sex;
};
