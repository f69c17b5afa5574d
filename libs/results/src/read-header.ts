import type { Scanner } from '@osteon/contracts';
import { dateFromDA, numberOf, textOf, type Keywords } from '@osteon/dicom';
import { Decimal } from 'decimal.js';
import type { Header } from './study.js';

const sexes: Readonly<Record<string, NonNullable<Header['sex']>>> = { F: 'female', M: 'male', O: 'unknown' };

/** A text of the headers that holds for the whole study: the first that is there. */
export const firstOf = (headers: readonly Keywords[], name: string): string | undefined =>
  headers.map((keywords) => textOf(keywords, name)).find((value) => value !== undefined);

const firstNumber = (headers: readonly Keywords[], name: string): number | undefined =>
  headers.map((keywords) => numberOf(keywords, name)).find((value) => value !== undefined && value > 0);

/** Without what is undefined. */
export const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** Whom the console thought it scanned: Patient Size is in metres, Patient Weight in kilograms. */
export const readHeader = (headers: readonly Keywords[]): Header => {
  const metres = firstNumber(headers, 'PatientSize');
  return defined({
    patientId: firstOf(headers, 'PatientID'),
    sex: sexes[firstOf(headers, 'PatientSex') ?? ''],
    birthDate: dateFromDA(firstOf(headers, 'PatientBirthDate')),
    heightCm: metres === undefined ? undefined : new Decimal(metres).times(100).toNumber(),
    weightKg: firstNumber(headers, 'PatientWeight'),
  });
};

/** The scanner as its headers name it. */
export const readScanner = (headers: readonly Keywords[]): Scanner =>
  defined({
    manufacturer: firstOf(headers, 'Manufacturer') ?? 'unknown',
    model: firstOf(headers, 'ManufacturerModelName'),
    serial: firstOf(headers, 'DeviceSerialNumber'),
    software: firstOf(headers, 'SoftwareVersions'),
  });

/** Two objects of one study that name two people: by number or by birth date. */
export const areOfTwoPatients = (headers: readonly Keywords[]): boolean =>
  ['PatientID', 'PatientBirthDate'].some(
    (name) => new Set(headers.map((keywords) => textOf(keywords, name)).filter((value) => value !== undefined)).size > 1,
  );
