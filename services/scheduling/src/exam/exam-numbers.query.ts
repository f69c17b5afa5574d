import type { Transaction } from '@osteon/event-store';
import { issuedNumbers, type IssuedNumbers } from './issued-numbers.js';

/** Draws the next numbers of the service for a new exam. A transaction that runs again leaves a gap. */
export const drawNumbers = async (tx: Transaction, examId: string): Promise<IssuedNumbers> => {
  const [row] = await tx.query<{ running: number }>(`select nextval('exam_numbers')::int as running`);
  if (!row) throw new Error('no number was drawn');
  return issuedNumbers(examId, row.running);
};
