import { parseMessage, read, sendMllp, writeMessage, type Message, type MllpAddress, type MllpOutcome } from '@osteon/hl7';
import type { Envelope } from './envelope.js';

/** The hospital in whose name messages go out. */
export type Hospital = Omit<Envelope, 'controlId' | 'sentAt'>;

/** What was said to a message: `AA` is taken. Without `code` no answer came. */
export interface Answer {
  readonly controlId: string;
  readonly outcome: MllpOutcome;
  /** MSA-1 */
  readonly code?: string;
  /** Positions and codes of ERR, as they came. */
  readonly problems: readonly string[];
}

/** `ids` gives each message its MSH-10: numbers that this sender never gives again. */
export interface Sending {
  readonly ids: () => string;
  readonly now?: () => Date;
  readonly timeoutMs?: number;
}

const answerOf = (controlId: string, outcome: MllpOutcome): Answer => {
  if (outcome.kind !== 'answered') return { controlId, outcome, problems: [] };
  const answer = parseMessage(outcome.bytes, '8859/1');
  const problems = answer.segments
    .filter(({ name }) => name === 'ERR')
    .map(({ fields }) => fields.map((field) => field.flat(2).filter(Boolean).join(' ')).filter(Boolean).join(', '));
  return { controlId, outcome, code: read(answer, 'MSA-1'), problems };
};

/** Sends messages of a hospital over MLLP, each under a number of its own, and tells what was answered. */
export const messageSender =
  (to: MllpAddress, hospital: Hospital, { ids, now = () => new Date(), timeoutMs = 20_000 }: Sending) =>
  async (write: (sent: Envelope) => Message): Promise<Answer> => {
    const controlId = ids();
    const message = write({ ...hospital, controlId, sentAt: now().toISOString() });
    return answerOf(controlId, await sendMllp(to, writeMessage(message), { timeoutMs }));
  };
