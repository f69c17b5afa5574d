import type { scheduling } from '@osteon/contracts';
import { DateTime } from 'luxon';

/** `Okafor, Grace Ada`, with prefix and suffix as they were given. */
export const nameOf = ({ family, given, middle, prefix, suffix }: scheduling.PatientV1['name']): string => {
  const others = [prefix, given, middle, suffix].filter((part) => part !== undefined && part !== '');
  return others.length > 0 ? `${family}, ${others.join(' ')}` : family;
};

/** `Dr Eva Novotná` */
export const referrerOf = ({ family, given, prefix }: NonNullable<scheduling.ExamDetailsV1['referrer']>): string =>
  [prefix, given, family].filter((part) => part !== undefined && part !== '').join(' ');

/** Identifiers with who issued them: `483920 (NORTH-HIS)`. */
export const identifiersOf = ({ identifiers }: scheduling.PatientV1): string =>
  identifiers.map(({ value, authority }) => `${value} (${authority})`).join(', ');

/** A day (YYYY-MM-DD) that nobody can read the other way round: `2 Mar 2026`. */
export const dayText = (day: string): string => DateTime.fromISO(day, { locale: 'en-US' }).toFormat('d MMM yyyy');

/** A moment in the facility's zone: `2 Mar 2026, 10:05 (Europe/Berlin)`. */
export const momentText = (at: string, zone: string): string =>
  `${DateTime.fromISO(at, { locale: 'en-US', zone }).toFormat('d MMM yyyy, HH:mm')} (${zone})`;

/** The day in the facility's zone, YYYY-MM-DD. */
export const dayIn = (at: string, zone: string): string => DateTime.fromISO(at, { zone }).toISODate() ?? at.slice(0, 10);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
