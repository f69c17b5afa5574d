import type { Header, Problem } from '@osteon/hl7';
import type { No } from './hear-message.js';

const reject = (code: Problem['code'], location: string, text: string): No => ({ answer: 'AR', problem: { code, location, text } });

/** The answer to a message that nothing here takes. MSH-9.1 and 9.2 alone route: the structure (9.3) is often wrong. */
export const unsupported = ({ type }: Header, types: readonly string[]): No =>
  types.some((known) => known.startsWith(`${type}^`))
    ? reject('201', 'MSH-9.2', 'this event is not supported yet')
    : reject('200', 'MSH-9.1', 'this type of message is not supported yet');

/** AR for a version or processing id that is not spoken here (MSH-12, MSH-11), AE for a message without an id. */
export const headerProblem = ({ controlId, version }: Header, processingId: string | undefined): No | undefined => {
  if (controlId === '') return { answer: 'AE', problem: { code: '101', location: 'MSH-10', text: 'a message has an id' } };
  if (version !== '' && !/^2\.[1-8](\.\d)?$/.test(version)) return reject('203', 'MSH-12', 'this version of HL7 is not supported');
  if (processingId !== undefined && processingId !== 'P') return reject('202', 'MSH-11', 'only production messages (P) are taken');
  return undefined;
};
