import { hexadecimal, type StoreOutcome } from '@osteon/dicom';
import type { ForwardOutcome } from '../acquisition/acquisition.events.js';

/** Refused for now: out of resources (A7xx), not authorized yet (0124) and processing failure (0110) pass; everything else is the archive's last word. */
const isPassing = (status: number): boolean => status === 0x0110 || status === 0x0124 || (status >= 0xa700 && status <= 0xa7ff);

/** What an archive's answer means for one object; `unsent` and `uncertain` go again, as the same object. */
export const outcomeOf = (answer: StoreOutcome | undefined): Omit<ForwardOutcome, 'sopInstanceUID'> => {
  if (!answer) return { outcome: 'unsent' };
  if (!('status' in answer) || answer.status === undefined) return { outcome: answer.outcome };
  const status = hexadecimal(answer.status);
  return answer.outcome === 'refused' && isPassing(answer.status) ? { outcome: 'unsent', status } : { outcome: answer.outcome, status };
};

/** True where nothing got through at all: the archive is not reached, or takes no association. */
export const isAway = (outcomes: readonly Pick<ForwardOutcome, 'outcome' | 'status'>[]): boolean =>
  outcomes.length > 0 && outcomes.every(({ outcome, status }) => outcome === 'unsent' && status === undefined);
