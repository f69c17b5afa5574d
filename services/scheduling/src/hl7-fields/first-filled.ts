import { read, type Message } from '@osteon/hl7';

/** A value with the position where the sender wrote it. */
export interface Filled {
  readonly value: string;
  readonly at: string;
}

/** The first of several positions where the sender has written something. */
export const firstFilled = (message: Message, positions: readonly string[]): Filled | undefined => {
  for (const at of positions) {
    const value = read(message, at)?.trim();
    if (value) return { value, at };
  }
  return undefined;
};
