import type { Unit } from '@osteon/event-store';
import type { Message } from '@osteon/hl7';
import type { Heard } from './heard.js';

/** What became of a message that is answered with AA. */
export interface Effect {
  /** `kept`: nothing has changed yet; the first exam of its patient takes it up. */
  readonly outcome: 'applied' | 'kept' | 'ignored';
  /** Codes of what was left out or looks odd; shown to people. */
  readonly flags: readonly string[];
  readonly examIds: readonly string[];
}

/** What is done about one kind of message. */
export interface Trigger {
  /** MSH-9.1^MSH-9.2 */
  readonly types: readonly string[];
  /** Reads the message and decides, in its transaction. An Hl7Error or a Refusal becomes AE and leaves nothing behind. */
  take(unit: Unit, message: Message, heard: Heard): Promise<Effect>;
}

/** Injection token of all triggers of the service. */
export const TRIGGERS = Symbol('Triggers');
