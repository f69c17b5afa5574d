import { Hl7Error, readDate, readTime } from '@osteon/hl7';
import type { Filled } from './first-filled.js';

/** An HL7 time in UTC (ISO 8601), and whether its sender named no more than the day. */
export interface Hl7Time {
  readonly at: string;
  readonly dayOnly: boolean;
}

/** Reads a time in the zone of its sender, unless it brings an offset of its own; 102 with the position for what is no time. */
export const hl7Time = ({ value, at: position }: Filled, zone: string): Hl7Time => {
  const at = readTime(value, zone);
  if (at === undefined) throw new Hl7Error('102', position, 'this is no date and time');
  return { at, dayOnly: /^\d{8}([+-]\d{4})?$/.test(value) };
};

/** A calendar day (YYYY-MM-DD); nothing where the sender knows only year or month, 102 with the position for what is no date. */
export const hl7Day = ({ value, at: position }: Filled): string | undefined => {
  if (/^\d{4}(\d{2})?$/.test(value)) return undefined;
  const day = readDate(value);
  if (day === undefined) throw new Hl7Error('102', position, 'this is no date');
  return day;
};
