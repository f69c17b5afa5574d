import { createHash } from 'node:crypto';
import { textOf, uidFromUUID, type Keywords } from '@osteon/dicom';
import type { DateForm, Device } from './device.js';

/** When the scan was done, as the console's clock says: DA and TM. */
export interface PerformedAt {
  readonly DA: string;
  readonly TM: string;
}

/** One exam at the console: for whom, on what, when, and the UIDs of what it makes. */
export interface Performed {
  readonly item: Keywords;
  readonly device: Device;
  readonly at: PerformedAt;
  readonly StudyInstanceUID: string;
  /** A UID of this exam: the same name gives the same UID, another exam gives another. */
  uid(name: string): string;
}

/** YYYY-MM-DD of the exam. */
export const dayOf = ({ at }: Performed): string => at.DA.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day (YYYY-MM-DD) as the console of this country writes it. */
export const consoleDate = (day: string, form: DateForm): string => {
  const [yyyy = '', MM = '', dd = ''] = day.split('-');
  const parts: Readonly<Record<string, string>> = { yyyy, MMM: months[Number(MM) - 1] ?? '', MM, dd };
  return form.replaceAll(/yyyy|MMM|MM|dd/g, (part) => parts[part] ?? '');
};

/** A number (text with a point) as this console writes it for people. */
export const consoleNumber = (value: string, { decimal = '.' }: Pick<Device, 'decimal'>): string => value.replace('.', decimal);

/** The UID of a text: 2.25, and the same text gives the same. */
export const derivedUID = (text: string): string => {
  const hash = createHash('sha256').update(text).digest('hex');
  return uidFromUUID(`${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17, 32)}`);
};

/** Begins an exam. Without a worklist item, or one that has no Study Instance UID, the console makes its own. */
export const perform = (item: Keywords, device: Device, at: PerformedAt): Performed => {
  const stem = [
    device.DeviceSerialNumber,
    at.DA,
    at.TM,
    textOf(item, 'PatientID') ?? '',
    textOf(item, 'AccessionNumber') ?? '',
  ].join(' ');
  const uid = (name: string): string => derivedUID(`${stem} ${name}`);
  return { item, device, at, StudyInstanceUID: textOf(item, 'StudyInstanceUID') ?? uid('study'), uid };
};
