import { acknowledge, type AcceptCode, type ApplicationCode, type Problem } from './acknowledge.js';
import type { Message } from './message.js';
import { read } from './read.js';

/** `as-asked`: MSH-15 and MSH-16 decide; `original`: one application answer, whatever they say. */
export type AckMode = 'as-asked' | 'original';

export interface Verdict {
  readonly code: ApplicationCode;
  readonly problems?: readonly Problem[];
  readonly at: string;
}

const acceptCodes: Readonly<Record<ApplicationCode, AcceptCode>> = { AA: 'CA', AE: 'CE', AR: 'CR' };

/** HL7 table 0155: always, never, on error or rejection only, on success only. Not valued in enhanced mode: never. */
const asks = (condition: string | undefined, code: ApplicationCode): boolean => {
  if (condition === 'AL') return true;
  if (condition === 'ER') return code !== 'AA';
  return condition === 'SU' && code === 'AA';
};

/**
 * Every answer that a message gets, in order (v2.5.1 ch. 2.9): one in original mode, none to two in enhanced mode.
 * Both accept and application answer are given after the work is durable, so CA promises no less than AA.
 */
export const answersTo = (message: Message, { code, problems, at }: Verdict, mode: AckMode = 'as-asked'): Message[] => {
  const accept = read(message, 'MSH-15');
  const application = read(message, 'MSH-16');
  if (mode === 'original' || (accept === undefined && application === undefined)) {
    return [acknowledge(message, { code, problems, at })];
  }
  const asked = [
    ...(asks(accept, code) ? [acceptCodes[code]] : []),
    ...(asks(application, code) ? [code] : []),
  ];
  return asked.map((answer) => acknowledge(message, { code: answer, problems, at }));
};
