import { projection, type Recorded, type Transaction } from '@osteon/event-store';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';

const set = (tx: Transaction, { id, streamVersion }: Recorded, columns: Readonly<Record<string, unknown>>): Promise<unknown> => {
  const assignments = Object.keys(columns).map((name, i) => `${name} = $${i + 3}`);
  return tx.query(`update studies_to_read set version = $2, ${assignments.join(', ')} where exam_id = $1`, [id, streamVersion, ...Object.values(columns)]);
};

/** What the reading list and the exam page show of each exam. A signed exam stays as it was signed. */
export const studiesToRead = projection(studyToRead, 'studies-to-read', ['studies_to_read'], {
  ExamExpected: (tx, { id, facilityId, streamVersion, event }) => {
    const { patientId, ...exam } = event.data;
    return tx.query(
      `insert into studies_to_read (exam_id, facility_id, patient_id, version, exam, state) values ($1, $2, $3, $4, $5, 'expected')
       on conflict (exam_id) do update set patient_id = excluded.patient_id, version = excluded.version, exam = excluded.exam, cancelled_at = null`,
      [id, facilityId, patientId, streamVersion, JSON.stringify(exam)],
    );
  },
  ExamCancelled: (tx, fact) => set(tx, fact, { cancelled_at: fact.at }),
  ScanArrived: async (tx, { id, facilityId, streamVersion, at, event }) => {
    const { patientId, ...scan } = event.data;
    await tx.query(
      `insert into studies_to_read (exam_id, facility_id, patient_id, version, scan, received_at, state)
       values ($1, $2, $3, $4, $5, $6, 'ready')
       on conflict (exam_id) do update set scan = excluded.scan, received_at = excluded.received_at, state = 'ready', assessment = null, claimed_by = null, claimed_at = null, review = null
       where studies_to_read.state <> 'signed'`,
      [id, facilityId, patientId, streamVersion, JSON.stringify(scan), at],
    );
    await tx.query('update studies_to_read set version = $2 where exam_id = $1', [id, streamVersion]);
  },
  AssessmentMade: (tx, fact) => set(tx, fact, { assessment: JSON.stringify(fact.event.data) }),
  AssessmentWithheld: (tx, fact) => set(tx, fact, { assessment: null }),
  StudyClaimed: (tx, fact) => set(tx, fact, { state: 'claimed', claimed_by: fact.event.data.readerId, claimed_at: fact.at }),
  ValueTyped: (tx, { id, streamVersion, event }) =>
    tx.query('update studies_to_read set version = $2, typed = typed || $3::jsonb, assessment = null where exam_id = $1', [
      id,
      streamVersion,
      JSON.stringify([event.data]),
    ]),
  ReviewLapsed: (tx, { id, streamVersion }) =>
    tx.query(
      `update studies_to_read set version = $2, review_lapsed = true, state = case state when 'reviewed' then 'claimed' else state end where exam_id = $1`,
      [id, streamVersion],
    ),
  StudyReviewed: (tx, fact) =>
    set(tx, fact, {
      state: 'reviewed',
      review_lapsed: false,
      review_version: fact.event.data.reviewVersion,
      review: JSON.stringify({ ...fact.event.data, reviewedBy: fact.by, reviewedAt: fact.at }),
    }),
  StudySigned: (tx, fact) => {
    const { signedBy, signedAt, lapsed } = fact.event.data;
    return set(tx, fact, { state: 'signed', signed_by: signedBy, signed_at: signedAt, signed_lapsed: lapsed === true });
  },
});
