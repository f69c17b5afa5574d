import type { Keywords } from '@osteon/dicom';
import type { Console } from '../consoles/console.js';
import { consoleOn, rooms, type Room } from '../consoles/rooms.table.js';
import { chanceOf, seedFrom } from '../lives/chance.js';
import { asDA, yearsBetween } from '../lives/days.js';
import { bear, type Person } from '../lives/person.js';
import { measure } from '../measure/measure.js';
import type { Scan } from '../measure/scan.js';
import type { PerformedAt } from '../performed.js';

/** One visit of one person: what the console has measured, and what it remembers of earlier visits, newest first. */
export interface Exam {
  readonly seed: number;
  readonly person: Person;
  readonly day: string;
  readonly at: PerformedAt;
  readonly console: Console;
  /** The worklist's patient and order; a console without worklist has typed the patient in. */
  readonly item: Keywords;
  readonly scans: readonly Scan[];
  readonly earlier: readonly { readonly day: string; readonly scans: readonly Scan[] }[];
}

const measuredOn = (person: Person, day: string, { scale, menAgainst }: Console): Scan[] =>
  measure({ person, day, scale, menAgainst });

const timeOf = (seed: number): string => {
  const chance = chanceOf(seedFrom(seed, 'time'));
  return [chance.whole(8, 16), chance.whole(0, 59), chance.whole(0, 59)].map((part) => String(part).padStart(2, '0')).join('');
};

/** The patient as a worklist names them. Size in metres, weight in kilograms (PS3.6). */
export const patientItem = (person: Person, characterSet: string): Keywords => ({
  SpecificCharacterSet: characterSet,
  PatientName: person.name,
  PatientID: person.id,
  PatientBirthDate: asDA(person.birthDate),
  PatientSex: person.sex === 'female' ? 'F' : 'M',
  PatientSize: (person.heightCm / 100).toFixed(2),
  PatientWeight: person.weightKg.toFixed(2),
  EthnicGroup: person.ethnicGroup,
});

/** Two of three consoles have a worklist: its order stands in their objects. */
const orderItem = (person: Person, day: string): Keywords =>
  person.seed % 3 === 0
    ? {}
    : {
        AccessionNumber: `A${person.id}${asDA(day).slice(2)}`,
        RequestedProcedureID: `RP${person.id}`,
        ScheduledProcedureStepSequence: [{ ScheduledProcedureStepID: `SP${person.id}`, Modality: 'BMD' }],
      };

const examOn = (person: Person, day: string, room: Room): Exam => {
  const console = consoleOn(room, day);
  const seed = seedFrom(person.seed, day);
  const before = person.visits.filter((visit) => visit < day && consoleOn(room, visit) === console);
  return {
    seed,
    person,
    day,
    at: { DA: asDA(day), TM: timeOf(seed) },
    console,
    item: { ...patientItem(person, console.characterSet), ...orderItem(person, day) },
    scans: measuredOn(person, day, console),
    earlier: before.toReversed().map((visit) => ({ day: visit, scans: measuredOn(person, visit, console) })),
  };
};

/** Exams without end, person by person and visit by visit: the same seed gives the same ones. */
export function* exams(seed: number): Generator<Exam> {
  for (let number = 0; ; number += 1) {
    const room = rooms[number % rooms.length];
    if (room === undefined) return;
    const person = bear(seed, number, room.tongue);
    for (const day of person.visits) yield examOn(person, day, room);
  }
}

/** The exam that a console makes of a patient of the worklist: measured are the bones of somebody of that sex and age. */
export const examOf = (
  item: Keywords,
  known: { readonly birthDate: string; readonly sex: 'female' | 'male'; readonly day: string },
  { console, at, seed }: Pick<Exam, 'console' | 'at' | 'seed'>,
): Exam => {
  const age = (person: Person): number => yearsBetween(person.birthDate, person.visits[0] ?? known.day);
  const wanted = yearsBetween(known.birthDate, known.day);
  const alike = Array.from({ length: 60 }, (_, number) => bear(seed, number, 'en')).filter(({ sex }) => sex === known.sex);
  const nearest =
    alike.toSorted((one, other) => Math.abs(age(one) - wanted) - Math.abs(age(other) - wanted))[0] ?? bear(seed, 0, 'en');
  const person = { ...nearest, sex: known.sex, birthDate: known.birthDate, fate: {} };
  return { seed, person, day: known.day, at, console, item, scans: measuredOn(person, known.day, console), earlier: [] };
};
