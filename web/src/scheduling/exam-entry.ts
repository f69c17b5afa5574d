import { dayOf, momentIn, timeOf } from '../shell/moment.js';
import type { ExamEntry, SiteShown } from './exams.api.js';
import { procedures } from './procedures.table.js';

/** The form as it is typed: text in every field. */
export interface EntryFields {
  readonly facilityId: string;
  readonly patientNumber: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly day: string;
  readonly time: string;
  readonly procedure: string;
  readonly priority: string;
  readonly heightCm: string;
  readonly weightKg: string;
  readonly indication: string;
  readonly referrerFamily: string;
  readonly referrerGiven: string;
}

const quarterMs = 900_000;

/** An empty form for a facility, its time at the next quarter of an hour on the facility's clock. */
export const emptyEntry = (site: SiteShown | undefined, now: string): EntryFields => {
  const soon = new Date(Math.ceil(Date.parse(now) / quarterMs) * quarterMs).toISOString();
  const zone = site?.zone ?? 'UTC';
  return {
    ...{ facilityId: site?.facilityId ?? '', patientNumber: '', family: '', given: '', birthDate: '', sex: '' },
    ...{ day: dayOf(soon, zone), time: timeOf(soon, zone), procedure: procedures[0].code, priority: 'routine' },
    ...{ heightCm: '', weightKg: '', indication: '', referrerFamily: '', referrerGiven: '' },
  };
};

const numberIn = (typed: string): number => Number(typed.trim().replace(',', '.'));

const withinOrEmpty = (typed: string, [from, to]: readonly [number, number], unit: string): string | undefined => {
  if (typed.trim() === '') return undefined;
  const value = numberIn(typed);
  return value >= from && value <= to ? undefined : `Between ${from} and ${to} ${unit}, or empty`;
};

const needed = (typed: string, what: string): string | undefined => (typed.trim() === '' ? `${what} is needed` : undefined);

const birthDateProblem = ({ birthDate, day }: EntryFields): string | undefined =>
  needed(birthDate, 'The birth date') ?? (birthDate > day ? 'The birth date lies after the exam' : undefined);

/** What keeps the form from being sent, by field; empty when it can go. */
export const problemsOf = (fields: EntryFields): Partial<Record<keyof EntryFields, string>> => {
  const found = {
    facilityId: needed(fields.facilityId, 'The facility'),
    patientNumber: needed(fields.patientNumber, 'The patient number'),
    family: needed(fields.family, 'The family name'),
    birthDate: birthDateProblem(fields),
    sex: needed(fields.sex, 'The sex'),
    day: needed(fields.day, 'The date'),
    time: needed(fields.time, 'The time'),
    heightCm: withinOrEmpty(fields.heightCm, [40, 250], 'cm'),
    weightKg: withinOrEmpty(fields.weightKg, [2, 350], 'kg'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
};

const sexIn = (typed: string): ExamEntry['patient']['sex'] =>
  (['female', 'male', 'other'] as const).find((each) => each === typed) ?? 'unknown';
const priorityIn = (typed: string): ExamEntry['priority'] =>
  (['urgent', 'stat'] as const).find((each) => each === typed) ?? 'routine';
const orAbsent = (typed: string): string | undefined => (typed.trim() === '' ? undefined : typed.trim());

const measured = ({ heightCm, weightKg }: EntryFields) => ({
  ...(orAbsent(heightCm) ? { heightM: Math.round(numberIn(heightCm) * 10) / 1000 } : {}),
  ...(orAbsent(weightKg) ? { weightKg: numberIn(weightKg) } : {}),
});

const asked = ({ indication, referrerFamily, referrerGiven }: EntryFields) => ({
  ...(orAbsent(indication) ? { indication: indication.trim() } : {}),
  ...(orAbsent(referrerFamily) ? { referrer: { family: referrerFamily.trim(), given: orAbsent(referrerGiven) } } : {}),
});

/** The exam that a form without problems stands for; its time is read on the facility's clock. */
export const entryOf = (fields: EntryFields, zone: string): ExamEntry => ({
  facilityId: fields.facilityId,
  patient: {
    identifier: { value: fields.patientNumber.trim() },
    name: { family: fields.family.trim(), given: orAbsent(fields.given) },
    birthDate: fields.birthDate,
    sex: sexIn(fields.sex),
  },
  scheduledAt: momentIn(zone, fields.day, fields.time),
  procedure: procedures.find(({ code }) => code === fields.procedure) ?? procedures[0],
  priority: priorityIn(fields.priority),
  ...measured(fields),
  ...asked(fields),
});
