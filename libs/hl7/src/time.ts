import { DateTime } from 'luxon';

const pattern = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?(?:\.\d{1,4})?)?([+-]\d{4})?$/;

const inUtc = (time: DateTime<true>): string => time.toUTC().toISO({ suppressMilliseconds: true });

/** Of an hour that comes twice in autumn the first, whatever the season in which it is read. */
const earliest = (time: DateTime<true>): DateTime<true> => {
  const [first] = time.getPossibleOffsets();
  return first?.isValid ? first : time;
};

/**
 * HL7 TS/DTM to ISO 8601 in UTC; without an offset it is local time in the zone (v2.5.1 ch. 2.A.22).
 * A day alone is its first minute; `undefined` for what is no time or less than a day.
 */
export const readTime = (text: string, zone: string): string | undefined => {
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset = ''] = found;
  const time = DateTime.fromISO(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`, { zone });
  return time.isValid ? inUtc(offset === '' ? earliest(time) : time) : undefined;
};

/** HL7 DT, or the day of a longer value, to YYYY-MM-DD; `undefined` for no date of the calendar. */
export const readDate = (text: string): string | undefined => {
  const found = /^(\d{4})(\d{2})(\d{2})/.exec(text);
  if (found === null) return undefined;
  const date = DateTime.fromISO(`${found[1]}-${found[2]}-${found[3]}`);
  return date.isValid ? date.toISODate() : undefined;
};

/** ISO 8601 to YYYYMMDDHHMMSS+ZZZZ as the clock on the wall of the zone shows it. */
export const writeTime = (iso: string, zone: string): string => {
  const time = DateTime.fromISO(iso, { zone });
  if (!time.isValid) throw new Error('no ISO 8601 time or unknown zone');
  return time.toFormat('yyyyLLddHHmmssZZZ');
};

/** YYYY-MM-DD to YYYYMMDD. */
export const writeDate = (date: string): string => date.replaceAll('-', '');
