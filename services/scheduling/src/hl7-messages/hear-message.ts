import { charsetAliases, charsets, headerOf, Hl7Error, parseMessage, read, type Charset, type Message, type Problem } from '@osteon/hl7';
import type { AppliedSite } from '../site/applied-site.js';
import { headerProblem, unsupported } from './header-problem.js';
import type { Heard } from './heard.js';
import { senderOf } from './sender-of.js';
import type { Trigger } from './trigger.js';

/** An answer other than AA, and why. */
export interface No {
  readonly answer: 'AE' | 'AR';
  readonly problem: Problem;
}

/** A message that can be carried out, or the answer to one that cannot. */
export type HeardMessage =
  | { readonly heard: Heard; readonly message: Message; readonly trigger: Trigger }
  | { readonly heard?: Heard; readonly no: No };

/** What a message can be measured against. */
export interface Hearing {
  readonly sites: readonly AppliedSite[];
  /** Where it came from. */
  readonly address: string;
  readonly triggers: readonly Trigger[];
}

/** Code, position and sentence of what could not be read, as ERR says it. */
export const problemOf = ({ code, location, message }: Hl7Error): Problem => ({ code, location, text: message.slice(location.length + 2) });

/** The site was checked when it was applied: its character sets are known here. */
const charsetOf = (configured = 'ASCII'): Charset => {
  const isCharset = (name: string): name is Charset => Object.hasOwn(charsets, name);
  const name = charsetAliases[configured] ?? configured;
  return isCharset(name) ? name : 'ASCII';
};

/** Who speaks (AR for a stranger), whether it is spoken here (AR), and whether it can be read at all (AE): in this order. */
export const hearMessage = (bytes: Uint8Array, head: Message, { sites, address, triggers }: Hearing): HeardMessage => {
  const header = headerOf(head);
  const heard = senderOf(sites, header, address);
  if (!heard) return { no: { answer: 'AR', problem: { code: '204', location: 'MSH-3', text: 'this sender is not configured' } } };
  const trigger = triggers.find(({ types }) => types.includes(`${header.type}^${header.event}`));
  const no = headerProblem(header, read(head, 'MSH-11'));
  if (no) return { heard, no };
  if (!trigger) return { heard, no: unsupported(header, triggers.flatMap(({ types }) => types)) };
  try {
    return { heard, message: parseMessage(bytes, charsetOf(heard.sender.charset)), trigger };
  } catch (error) {
    if (!(error instanceof Hl7Error)) throw error;
    return { heard, no: { answer: 'AE', problem: problemOf(error) } };
  }
};
