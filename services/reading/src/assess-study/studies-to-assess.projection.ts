import { projection, type Transaction } from '@osteon/event-store';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';

const table = 'studies_to_assess';

const done = (tx: Transaction, examId: string): Promise<unknown> => tx.query(`delete from ${table} where exam_id = $1`, [examId]);

const wait = (tx: Transaction, examId: string, { patientId, acquisitionId }: { patientId: string; acquisitionId: string }): Promise<unknown> =>
  tx.query(
    `insert into ${table} (exam_id, patient_id, acquisition_id) values ($1, $2, $3)
     on conflict (exam_id) do update set patient_id = excluded.patient_id, acquisition_id = excluded.acquisition_id`,
    [examId, patientId, acquisitionId],
  );

/** Scans that wait to be judged, or to be judged again. */
export const studiesToAssess = projection(studyToRead, 'studies-to-assess', [table], {
  ScanArrived: (tx, { id, event }) => wait(tx, id, event.data),
  ValueTyped: (tx, { id, event }) => wait(tx, id, event.data),
  AssessmentMade: (tx, { id }) => done(tx, id),
  AssessmentWithheld: (tx, { id }) => done(tx, id),
  StudySigned: (tx, { id }) => done(tx, id),
});
