import { reading } from '@osteon/contracts';
import { message, openEventStore, projection, type Aggregate, type EventStore, type Projection } from '@osteon/event-store';
import { system, type Context } from '@osteon/identity';
import type { Schema } from './schema.js';

/** A study as small as it can be and still do all that a study does: its first review makes a row, each further one changes it. */
export interface StudyReviewed {
  readonly type: 'StudyReviewed';
  readonly data: { readonly examId: string; readonly reviewVersion: number; readonly reviewedAt: string; readonly contentHash: string; readonly remarks: readonly string[] };
}

export interface Study {
  readonly examId: string;
  readonly reviews: number;
}

const acquisitionId = '0190a000-0000-7000-8000-0000000000c1';
const patientId = '0190a000-0000-7000-8000-000000000001';

/** Publishes each review in its real contract. */
export const studies: Aggregate<Study, StudyReviewed> = {
  name: 'study-to-read',
  initial: { examId: '', reviews: 0 },
  evolve: (_, { data }) => ({ examId: data.examId, reviews: data.reviewVersion }),
  facilityOf: () => 'NORTH',
  published: {
    StudyReviewed: ({ event: { data } }) =>
      message(reading.ScanReviewed, {
        examId: data.examId,
        acquisitionId,
        facilityId: 'NORTH',
        patientId,
        reviewVersion: data.reviewVersion,
        reviewedBy: 'dr-lee',
        reviewedAt: data.reviewedAt,
        content: { key: `reading/${data.contentHash}`, size: 2048, mediaType: 'application/json' },
      }),
  },
};

const remarks = ['L1 to L4 as positioned', 'left hip as positioned', 'right hip rotated inwards, lesser trochanter just visible'];

/** The next `count` reviews of a study. */
export const review =
  (examId: string, count: number) =>
  ({ reviews }: Study, { at }: Context): StudyReviewed[] =>
    Array.from({ length: count }, (_, n) => ({
      type: 'StudyReviewed',
      data: { examId, reviewVersion: reviews + n + 1, reviewedAt: at, contentHash: 'a'.repeat(64), remarks },
    }));

/** One row per study. */
export const studyRows = projection(studies, 'bench-studies', ['bench_studies'], {
  StudyReviewed: (tx, { id, facilityId, at, streamVersion, event: { data } }) =>
    data.reviewVersion === 1
      ? tx.query('insert into bench_studies (exam_id, facility_id, content_hash, reviewed_at, version) values ($1, $2, $3, $4, $5)', [id, facilityId, data.contentHash, at, streamVersion])
      : tx.query('update bench_studies set content_hash = $2, reviewed_at = $3, version = $4 where exam_id = $1', [id, data.contentHash, at, streamVersion]),
});

/** The table of the projection. */
export const makeStudyRows = ({ pool }: Schema): Promise<unknown> =>
  pool.query(`create table if not exists bench_studies (
    exam_id uuid primary key, facility_id text not null, content_hash text not null, reviewed_at timestamptz not null, version integer not null)`);

/** The exam with a number of its own. */
export const examIdOf = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Dr Lee asks at a fixed time. */
export const atNine: Context = { at: '2026-03-02T09:00:00.000Z', correlationId: 'bench', by: system('reading') };

/** A store of such studies; with no projection where none is given. */
export const openStudies = ({ transactions }: Schema, projections: readonly Projection[] = []): EventStore =>
  openEventStore({ service: 'reading', transactions, aggregates: [studies], projections });
