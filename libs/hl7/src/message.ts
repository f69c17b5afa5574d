import type { Charset } from './charset.table.js';

/** Subcomponents, text as meant: escapes are decoded. At least one, which may be empty. */
export type Component = readonly string[];
export type Repetition = readonly Component[];
export type Field = readonly Repetition[];

/** One segment; `fields[0]` is field 1 (of MSH: the field separator). */
export interface Segment {
  readonly name: string;
  readonly fields: readonly Field[];
}

/** An HL7 v2 message and the character set in which it came or goes out. */
export interface Message {
  readonly charset: Charset;
  readonly segments: readonly Segment[];
}

export type ComponentInput = string | undefined | readonly (string | undefined)[];
export type RepetitionInput = string | undefined | readonly ComponentInput[];
/** Text, components (each text or subcomponents), or repetitions of them. */
export type FieldInput = RepetitionInput | { readonly repetitions: readonly RepetitionInput[] };

const component = (input: ComponentInput): Component =>
  typeof input === 'object' ? filled(input.map((part) => part ?? ''), '') : [input ?? ''];

const repetition = (input: RepetitionInput): Repetition =>
  typeof input === 'object' ? filled(input.map(component), ['']) : [component(input)];

const filled = <T>(parts: readonly T[], empty: T): readonly T[] => (parts.length > 0 ? parts : [empty]);

const isRepeated = (input: FieldInput): input is { readonly repetitions: readonly RepetitionInput[] } =>
  typeof input === 'object' && 'repetitions' in input;

const field = (input: FieldInput): Field => filled(isRepeated(input) ? input.repetitions.map(repetition) : [repetition(input)], [['']]);

/** A segment by field numbers, as the standard counts them: `segment('PID', { 1: '1', 5: ['OKAFOR', 'ADA'] })`. */
export const segment = (name: string, fields: Readonly<Record<number, FieldInput>>): Segment => {
  const last = Math.max(0, ...Object.keys(fields).map(Number));
  return { name, fields: Array.from({ length: last }, (_, index) => field(fields[index + 1])) };
};
