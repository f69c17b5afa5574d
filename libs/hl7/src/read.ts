import type { Message, Repetition, Segment } from './message.js';
import { positionOf } from './position.js';

/** HL7 null: the sender says to delete what was known (v2.5.1 ch. 2.5.3). */
const hl7Null = '""';

const segmentAt = (from: Message | Segment, name: string, occurrence: number): Segment | undefined => {
  if ('segments' in from) return segmentsOf(from, name)[occurrence - 1];
  return from.name === name && occurrence === 1 ? from : undefined;
};

/** All segments of a name, in the order of the message. */
export const segmentsOf = (message: Message, name: string): readonly Segment[] =>
  message.segments.filter((segment) => segment.name === name);

/** The parts of a message that begin with such a segment each: orders by `ORC`, merged patients by `PID`. */
export const groupsOf = (message: Message, name: string): readonly Message[] => {
  const starts = message.segments.flatMap((segment, index) => (segment.name === name ? [index] : []));
  return starts.map((start, n) => ({ ...message, segments: message.segments.slice(start, starts[n + 1]) }));
};

/** The repetitions of a field; none where it is empty or absent. */
export const repetitionsOf = (from: Message | Segment, position: string): readonly Repetition[] => {
  const at = positionOf(position);
  const field = segmentAt(from, at.segment, at.occurrence)?.fields[(at.field ?? 0) - 1];
  return (field ?? []).filter((repetition) => repetition.some((component) => component.some((text) => text !== '')));
};

/** Text of one component of a repetition; `undefined` where it is empty. */
export const componentOf = (repetition: Repetition, component: number, subcomponent = 1): string | undefined => {
  const text = repetition[component - 1]?.[subcomponent - 1];
  return text === '' || text === hl7Null ? undefined : text;
};

const leafAt = (from: Message | Segment, position: string): string | undefined => {
  const at = positionOf(position);
  const field = segmentAt(from, at.segment, at.occurrence)?.fields[(at.field ?? 0) - 1];
  return field?.[at.repetition - 1]?.[(at.component ?? 1) - 1]?.[(at.subcomponent ?? 1) - 1];
};

/** Text at a position such as `PID-3[2].1`; `undefined` where it is empty, absent or to be deleted. A whole is its first part. */
export const read = (from: Message | Segment, position: string): string | undefined => {
  const leaf = leafAt(from, position);
  return leaf === '' || leaf === hl7Null ? undefined : leaf;
};

/** Whether the sender says `""`: delete what is known here. Empty says nothing. */
export const deletes = (from: Message | Segment, position: string): boolean => leafAt(from, position) === hl7Null;
