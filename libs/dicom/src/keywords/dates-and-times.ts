import { DateTime } from 'luxon';

/** DA of a calendar date YYYY-MM-DD. */
export const dateToDA = (date: string): string => date.replaceAll('-', '');

/** Calendar date YYYY-MM-DD of a DA (also in the old form YYYY.MM.DD); absent where it is none. */
export const dateFromDA = (da: string | undefined): string | undefined => {
  const [, year, month, day] = /^(\d{4})\.?(\d\d)\.?(\d\d)$/.exec(da ?? '') ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined;
};

/** DA and TM of an instant (ISO 8601) as the clocks of this IANA zone show it. */
export const instantToDAandTM = (instant: string, zone: string): { readonly DA: string; readonly TM: string } => {
  const local = DateTime.fromISO(instant, { zone: 'utc' }).setZone(zone);
  if (!local.isValid) throw new Error(`no instant in a zone: ${instant} ${zone}`);
  return { DA: local.toFormat('yyyyMMdd'), TM: local.toFormat('HHmmss') };
};

/** The instant (ISO 8601, UTC) of DA and TM read in this IANA zone; TM may be short and may be absent (midnight). */
export const instantFromDAandTM = (da: string | undefined, tm: string | undefined, zone: string): string | undefined => {
  const date = dateFromDA(da);
  const clock = (tm ?? '').replaceAll(':', '').replace(/\..*$/, '').padEnd(6, '0');
  const read = DateTime.fromFormat(`${date}${clock}`, 'yyyy-MM-ddHHmmss', { zone });
  return read.isValid ? (read.toUTC().toISO() ?? undefined) : undefined;
};
