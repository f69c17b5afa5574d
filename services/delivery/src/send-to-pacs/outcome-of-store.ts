import { hexadecimal, type StoreOutcome } from '@osteon/dicom';
import type { AttemptOutcome } from '../attempt-delivery/record-outcome.js';

/** Out of resources (A7xx) and processing failure are of the moment (PS3.4 B.2.3, PS3.7 C.5); every other refusal is of the object. */
const passes = (status: number): boolean => (status >= 0xa700 && status <= 0xa7ff) || status === 0x0110;

/** What the archive's answer means. Its comment is free text and goes nowhere. */
export const outcomeOfStore = (outcome: StoreOutcome): AttemptOutcome => {
  switch (outcome.outcome) {
    case 'delivered':
      return { kind: 'delivered', answer: hexadecimal(outcome.status) };
    case 'refused':
      if (outcome.status === undefined) return { kind: 'refused', answer: 'class or transfer syntax not accepted' };
      return passes(outcome.status)
        ? { kind: 'again', why: hexadecimal(outcome.status) }
        : { kind: 'refused', answer: hexadecimal(outcome.status) };
    case 'uncertain':
      return { kind: 'uncertain', why: outcome.why };
    case 'unsent':
      return { kind: 'again', why: outcome.why };
  }
};
