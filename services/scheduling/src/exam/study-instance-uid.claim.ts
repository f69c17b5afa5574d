import { claim, type Transaction } from '@osteon/event-store';
import { exams } from './exam.aggregate.js';

/** The exam that a Study Instance UID names. */
export const examOfStudy = async (tx: Transaction, studyInstanceUID: string): Promise<string | undefined> => {
  const [row] = await tx.query<{ exam_id: string }>('select exam_id from exam_study_claims where study_instance_uid = $1', [studyInstanceUID]);
  return row?.exam_id;
};

/** An exam's own UID again is no second claim; another exam's violates the key, and the handler looks again. */
const take = (tx: Transaction, examId: string, studyInstanceUID: string): Promise<unknown> =>
  tx.query(
    `insert into exam_study_claims (study_instance_uid, exam_id) select $1, $2
      where not exists (select from exam_study_claims where study_instance_uid = $1 and exam_id = $2)`,
    [studyInstanceUID, examId],
  );

/** A Study Instance UID names one exam in the world. One that the sender has replaced goes on naming it: a scan may still carry it. */
export const studyInstanceUIDs = claim(exams, 'study-instance-uids', ['exam_study_claims'], {
  ExamScheduled: (tx, { id, event }) => take(tx, id, event.data.order.studyInstanceUID),
  ExamRescheduled: (tx, { id, event }) => take(tx, id, event.data.order.studyInstanceUID),
  OrderAdded: (tx, { id, event }) => take(tx, id, event.data.order.studyInstanceUID),
});
