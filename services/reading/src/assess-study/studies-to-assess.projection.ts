import { projection, type Transaction } from '@osteon/event-store';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';

const table = 'studies_to_assess';

const done = (tx: Transaction, examId: string): Promise<unknown> => tx.query(`delete from ${table} where exam_id = $1`, [examId]);

/** Scans that wait to be judged. */
export const studiesToAssess = projection(studyToRead, 'studies-to-assess', [table], {
  ScanArrived: (tx, { id, event }) =>
    tx.query(
      `insert into ${table} (exam_id, patient_id, acquisition_id) values ($1, $2, $3)
       on conflict (exam_id) do update set patient_id = excluded.patient_id, acquisition_id = excluded.acquisition_id`,
      [id, event.data.patientId, event.data.acquisitionId],
    ),
  AssessmentMade: (tx, { id }) => done(tx, id),
  AssessmentWithheld: (tx, { id }) => done(tx, id),
  StudySigned: (tx, { id }) => done(tx, id),
});
