import { answersTo, rejectUnreadable, writeMessage, type Problem } from '@osteon/hl7';
import { messageHead } from './message-head.js';

/** AR for a message that could not be made durable: nothing has happened, and the sender may send it again. */
export const notKept = (bytes: Uint8Array, at: string): Buffer[] => {
  const problem: Problem = { code: '207', location: 'MSH', text: 'the message could not be kept; send it again' };
  const head = messageHead(bytes);
  const answers = head ? answersTo(head, { code: 'AR', problems: [problem], at }) : [rejectUnreadable(problem, at)];
  return answers.map(writeMessage);
};
