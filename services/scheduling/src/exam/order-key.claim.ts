import { claim, type Transaction } from '@osteon/event-store';
import type { ExamOrder } from './exam.events.js';
import { exams } from './exam.aggregate.js';

/** The exam that answers an order. */
export const examOfOrder = async (tx: Transaction, key: string): Promise<string | undefined> => {
  const [row] = await tx.query<{ exam_id: string }>('select exam_id from exam_order_claims where order_key = $1', [key]);
  return row?.exam_id;
};

const take = async (tx: Transaction, examId: string, { key }: ExamOrder): Promise<void> => {
  if (key !== undefined) await tx.query('insert into exam_order_claims (order_key, exam_id) values ($1, $2)', [key, examId]);
};

/** An order is answered by one exam. */
export const orderKeys = claim(exams, 'order-keys', ['exam_order_claims'], {
  ExamScheduled: (tx, { id, event }) => take(tx, id, event.data.order),
  OrderAdded: (tx, { id, event }) => take(tx, id, event.data.order),
});
