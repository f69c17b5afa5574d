/** A place in a message: `PID-3[2].4.1` is the first subcomponent of PID-3, second repetition, fourth component. Counted from 1. */
export interface Position {
  readonly segment: string;
  /** Which of the segments of this name. */
  readonly occurrence: number;
  /** Absent: the segment as a whole. */
  readonly field?: number;
  readonly repetition: number;
  readonly component?: number;
  readonly subcomponent?: number;
}

const grammar = /^([A-Z][A-Z0-9]{2})(?:\[(\d+)\])?(?:-(\d+)(?:\[(\d+)\])?(?:\.(\d+)(?:\.(\d+))?)?)?$/;

const numeric = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));

/** Reads `OBX[2]-5.1`; a position that is none is a mistake in the program. */
export const positionOf = (text: string): Position => {
  const found = grammar.exec(text);
  if (found === null) throw new Error(`${text} is no position in an HL7 message`);
  const [, segment = '', occurrence, field, repetition, component, subcomponent] = found;
  return {
    segment,
    occurrence: numeric(occurrence) ?? 1,
    field: numeric(field),
    repetition: numeric(repetition) ?? 1,
    component: numeric(component),
    subcomponent: numeric(subcomponent),
  };
};
