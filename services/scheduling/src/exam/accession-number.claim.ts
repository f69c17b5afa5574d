import { claim, type Transaction } from '@osteon/event-store';
import { exams } from './exam.aggregate.js';

/** The exam that an accession number names at a facility. */
export const examOfAccessionNumber = async (tx: Transaction, facilityId: string, accessionNumber: string): Promise<string | undefined> => {
  const [row] = await tx.query<{ exam_id: string }>(
    'select exam_id from exam_accession_claims where facility_id = $1 and accession_number = $2',
    [facilityId, accessionNumber],
  );
  return row?.exam_id;
};

/** An exam's own number again is no second claim; another exam's violates the key, and the handler looks again. */
const take = (tx: Transaction, { id, facilityId }: { id: string; facilityId: string }, accessionNumber: string): Promise<unknown> =>
  tx.query(
    `insert into exam_accession_claims (facility_id, accession_number, exam_id) select $1, $2, $3
      where not exists (select from exam_accession_claims where facility_id = $1 and accession_number = $2 and exam_id = $3)`,
    [facilityId, accessionNumber, id],
  );

/** An accession number names one exam of a facility. One that the sender has replaced goes on naming it: messages may still carry it. */
export const accessionNumbers = claim(exams, 'accession-numbers', ['exam_accession_claims'], {
  ExamScheduled: (tx, fact) => take(tx, fact, fact.event.data.order.accessionNumber),
  ExamRescheduled: (tx, fact) => take(tx, fact, fact.event.data.order.accessionNumber),
  OrderAdded: (tx, fact) => take(tx, fact, fact.event.data.order.accessionNumber),
});
