const format = (options: Intl.DateTimeFormatOptions, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });

/** `14:05` on the facility's clock. */
export const timeOf = (at: string, zone: string): string =>
  format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, zone).format(new Date(at));

/** `4 May 2026` on the facility's calendar: the month as a word, so that no two countries read it differently. */
export const dateOf = (at: string, zone: string): string =>
  format({ day: 'numeric', month: 'short', year: 'numeric' }, zone).format(new Date(at));

/** `4 May 2026, 14:05` on the facility's clock. */
export const momentOf = (at: string, zone: string): string => `${dateOf(at, zone)}, ${timeOf(at, zone)}`;

/** `14:05:09.120` on that zone's clock. */
export const preciseTimeOf = (at: string, zone: string): string =>
  format({ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23' }, zone).format(
    new Date(at),
  );

/** A calendar date (`YYYY-MM-DD`) in words: `2 Mar 1956`. */
export const dayInWords = (day: string): string => dateOf(`${day}T12:00:00Z`, 'UTC');

/** `Monday 4 May 2026` for a calendar date. */
export const weekdayInWords = (day: string): string =>
  format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, 'UTC')
    .format(new Date(`${day}T12:00:00Z`))
    .replace(',', '');

const parts = (at: Date, zone: string): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** The calendar date (`YYYY-MM-DD`) of a moment in a zone. */
export const dayOf = (at: string, zone: string): string => {
  const { year, month, day } = parts(new Date(at), zone);
  return `${year}-${month}-${day}`;
};

/** The calendar date some days later (or earlier). */
export const dayAfter = (day: string, days: number): string => {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
};

const offsetMs = (at: Date, zone: string): number => {
  const { year, month, day, hour, minute, second } = parts(at, zone);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(at.getTime() / 1000) * 1000;
};

/** The moment (UTC) at which a zone's clock shows a date and a time (`HH:MM`); a time that a clock change leaves out moves on by the gap. */
export const momentIn = (zone: string, day: string, time: string): string => {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const guess = shown - offsetMs(new Date(shown), zone);
  return new Date(shown - offsetMs(new Date(guess), zone)).toISOString();
};

/** Whole years between a birth date and a later date, both `YYYY-MM-DD`. */
export const yearsBetween = (birthDate: string, day: string): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};

const steps: readonly (readonly [number, string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
];

/** How long something took, in its largest unit: `3 h`, `12 min`, `4 s`, `120 ms`. */
export const lengthOf = (ms: number): string => {
  const step = steps.find(([size]) => ms >= size);
  return step ? `${Math.floor(ms / step[0])} ${step[1]}` : `${Math.max(0, Math.round(ms))} ms`;
};
