import type { ComponentInput, Repetition } from './message.js';
import { componentOf } from './read.js';

/** A name in parts. XPN orders them family^given^middle^suffix^prefix, DICOM's PN family^given^middle^prefix^suffix. */
export interface NameParts {
  readonly family: string;
  readonly given?: string;
  readonly middle?: string;
  readonly suffix?: string;
  readonly prefix?: string;
}

const partsFrom = (name: Repetition, first: number): NameParts => ({
  family: componentOf(name, first) ?? '',
  given: componentOf(name, first + 1),
  middle: componentOf(name, first + 2),
  suffix: componentOf(name, first + 3),
  prefix: componentOf(name, first + 4),
});

/** XPN: a person's name as in PID-5; of a composed family name the surname. */
export const readXpn = (name: Repetition): NameParts => partsFrom(name, 1);

/** XCN: a person with a number as in OBR-16. */
export const readXcn = (person: Repetition): NameParts & { readonly id?: string } => ({
  ...partsFrom(person, 2),
  id: componentOf(person, 1),
});

/** The components of XPN. */
export const xpn = (name: NameParts): readonly ComponentInput[] => [name.family, name.given, name.middle, name.suffix, name.prefix];

/** The components of XCN. */
export const xcn = (person: NameParts & { readonly id?: string }): readonly ComponentInput[] => [person.id, ...xpn(person)];
