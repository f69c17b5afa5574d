import { errorCodes, type ErrorCode } from './error-codes.table.js';
import { headerOf } from './header.js';
import { segment, type FieldInput, type Message, type Segment } from './message.js';
import { positionOf, type Position } from './position.js';
import { read } from './read.js';
import { writeTime } from './time.js';

/** Application answers, and accept answers of the enhanced mode (HL7 table 0008). */
export type ApplicationCode = 'AA' | 'AE' | 'AR';
export type AcceptCode = 'CA' | 'CE' | 'CR';

/** What was wrong and where: `PID-3.4`, `OBX[2]-5`, or a segment alone. The text must not carry values of the message. */
export interface Problem {
  readonly location: string;
  readonly code: ErrorCode;
  readonly text: string;
}

export interface Acknowledgement {
  readonly code: ApplicationCode | AcceptCode;
  readonly problems?: readonly Problem[];
  /** ISO 8601; MSH-7 of the answer, written in UTC. */
  readonly at: string;
}

/** Versions are texts that sort: 2.1 2.2 2.3 2.3.1 2.4 2.5 2.5.1 ... */
const before = (version: string, limit: string): boolean => version !== '' && version < limit;

const numbered = (part: number | undefined): string | undefined => part?.toString();

/** ERL of ERR-2 from 2.5 on; a segment alone ends after its number. */
const erl = (at: Position): readonly (string | undefined)[] =>
  at.field === undefined
    ? [at.segment, `${at.occurrence}`]
    : [at.segment, `${at.occurrence}`, `${at.field}`, `${at.repetition}`, numbered(at.component), numbered(at.subcomponent)];

/** ELD of ERR-1 before 2.5: segment^sequence^field^code&text&table. */
const eld = ({ location, code }: Problem): readonly (string | undefined | readonly string[])[] => {
  const at = positionOf(location);
  return [at.segment, `${at.occurrence}`, numbered(at.field), [code, errorCodes[code], 'HL70357']];
};

const err = ({ location, code, text }: Problem, positive: boolean): Segment =>
  segment('ERR', {
    2: erl(positionOf(location)),
    3: [code, errorCodes[code], 'HL70357'],
    4: positive ? 'W' : 'E',
    8: text,
  });

const errors = (problems: readonly Problem[], old: boolean, positive: boolean): Segment[] => {
  if (problems.length === 0) return [];
  if (old) return [segment('ERR', { 1: { repetitions: problems.map(eld) } })];
  return problems.map((problem) => err(problem, positive));
};

const messageType = (event: string, version: string): FieldInput => {
  if (event === '') return 'ACK';
  return before(version, '2.3.1') ? ['ACK', event] : ['ACK', event, 'ACK'];
};

/** MSH-10 of the answer follows from the message's, so that a repeated message gets the same answer; at most 20 characters. */
const answerId = (controlId: string, code: string): string => `${controlId}${code}`.slice(-20);

/** The answer in the sender's version and character set: ERR-1 and MSA-3 before 2.5, ERR-2, ERR-3, ERR-4 and ERR-8 from 2.5 on. */
export const acknowledge = (message: Message, { code, problems = [], at }: Acknowledgement): Message => {
  const to = headerOf(message);
  const old = before(to.version, '2.5');
  const msh = segment('MSH', {
    3: to.receivingApplication,
    4: to.receivingFacility,
    5: to.sendingApplication,
    6: to.sendingFacility,
    7: writeTime(at, 'utc'),
    9: messageType(to.event, to.version),
    10: answerId(to.controlId, code),
    11: read(message, 'MSH-11') ?? 'P',
    12: to.version === '' ? '2.5.1' : to.version,
    18: read(message, 'MSH-18'),
  });
  const msa = segment('MSA', { 1: code, 2: to.controlId, 3: old ? problems[0]?.text : undefined });
  return { charset: message.charset, segments: [msh, msa, ...errors(problems, old, code === 'AA' || code === 'CA')] };
};

/** AR for bytes in a frame that are no HL7 message: there is nothing to correlate with but the connection. */
export const rejectUnreadable = (problem: Problem, at: string): Message => {
  const nothing = { charset: 'ASCII', segments: [] } as const;
  return acknowledge(nothing, { code: 'AR', problems: [problem], at });
};
