import { read, segmentsOf, type Message, type MllpOutcome, type Segment } from '@osteon/hl7';
import type { AttemptOutcome } from '../attempt-delivery/record-outcome.js';

/** What is no code or place is left out: it could be somebody's name. */
const coded = (text: string | undefined, form: RegExp): string => (text !== undefined && form.test(text) ? text : '');

/** `102 PID-5`: from ERR-3 and ERR-2, before 2.5 from ERR-1. */
const problem = (err: Segment): string => {
  const code = coded(read(err, 'ERR-3') ?? read(err, 'ERR-1.4'), /^\d{1,3}$/);
  const segment = coded(read(err, 'ERR-2') ?? read(err, 'ERR-1'), /^[A-Z][A-Z0-9]{2}$/);
  const field = coded(read(err, 'ERR-2.3') ?? read(err, 'ERR-1.3'), /^\d{1,3}$/);
  return [code, [segment, field].filter(Boolean).join('-')].filter(Boolean).join(' ');
};

/** What the receiver's MSA-1 means (v2.5.1 ch. 2.9.2): AE is about the message, AR about the moment. CA was not the answer. */
export const outcomeOfAck = (answer: Message): AttemptOutcome => {
  const code = coded(read(answer, 'MSA-1'), /^[AC][AER]$/);
  const said = [code, ...segmentsOf(answer, 'ERR').map(problem)].filter(Boolean).join(' ');
  switch (code) {
    case 'AA':
      return { kind: 'delivered', answer: said };
    case 'AE':
    case 'CE':
      return { kind: 'refused', answer: said };
    case 'AR':
    case 'CR':
      return { kind: 'again', why: said };
    default:
      return { kind: 'uncertain', why: 'the answer has no known code' };
  }
};

/** The same for a message that may not have been answered. */
export const outcomeOfMllp = (outcome: MllpOutcome, parse: (bytes: Buffer) => Message): AttemptOutcome => {
  if (outcome.kind === 'answered') return outcomeOfAck(parse(outcome.bytes));
  return { kind: outcome.kind === 'uncertain' ? 'uncertain' : 'again', why: outcome.why };
};
