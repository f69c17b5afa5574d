import type { Refusal, RefusalKind } from '@osteon/event-store';
import { segmentsOf, type Message, type Problem } from '@osteon/hl7';
import { firstFilled } from '../hl7-fields/first-filled.js';

/** HL7 table 0357 for the four kinds of a business no. */
const codes: Readonly<Record<RefusalKind, Problem['code']>> = { absent: '204', conflict: '205', invalid: '103', forbidden: '207' };

/** Where in a message the value stands that a refusal is about. */
const places: Readonly<Record<string, readonly string[]>> = {
  EXAM_OF_ANOTHER_PATIENT: ['PID-3'],
  ACCESSION_NUMBER_TAKEN: ['IPC-1', 'OBR-18', 'ORC-3', 'ORC-2'],
  STUDY_INSTANCE_UID_TAKEN: ['IPC-3', 'ZDS-1'],
};

/** A business no as ERR says it; the segment alone where no one place is meant. */
export const refusalProblem = ({ code, kind, message: text }: Refusal, message: Message): Problem => ({
  code: codes[kind],
  location: firstFilled(message, places[code] ?? [])?.at ?? (segmentsOf(message, 'ORC').length > 0 ? 'ORC' : 'PID'),
  text,
});
