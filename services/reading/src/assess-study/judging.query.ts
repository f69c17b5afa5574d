import { Injectable } from '@nestjs/common';
import { reading, type scheduling } from '@osteon/contracts';
import { managerTransaction, type Transaction } from '@osteon/event-store';
import { patientsReplica, sitesReplica } from '@osteon/messaging';
import { ObjectStore } from '@osteon/object-store';
import { DataSource } from 'typeorm';
import type { ReadingScan, ShownReview, TypedBefore } from '../studies-to-read/study-row.js';
import { numbersNow } from '../study-to-read/typed-values.js';
import type { Beside, EarlierScan } from './judge.js';

interface Row {
  readonly exam_id: string;
  readonly scan: ReadingScan;
  readonly typed: readonly TypedBefore[];
  readonly review: ShownReview | null;
}

const mostPriors = 40;
const batch = 50;

/** A scan that waits to be judged; its patient is known here, unless she was erased. */
export interface Waiting {
  readonly examId: string;
  readonly acquisitionId: string;
  readonly patient?: scheduling.PatientV1;
}

const waitingScans = `
  select a.* from studies_to_assess a join replica_patients p on p.patient_id = a.patient_id order by a.exam_id limit ${batch}`;

interface WaitingRow {
  readonly exam_id: string;
  readonly patient_id: string;
  readonly acquisition_id: string;
}

/** Those whom the patient was merged with count as her. Cancelled exams and scans of an unknown day do not. */
const earlierScans = `
  with recursive one_and_the_same (patient_id) as (
    select survivor_of($1)
    union
    select p.patient_id from replica_patients p
      join one_and_the_same s on p.body ? 'mergedInto' and p.body->>'mergedInto' = s.patient_id::text
  )
  select s.exam_id, s.scan, s.typed, s.review
    from studies_to_read s
   where s.patient_id in (select patient_id from one_and_the_same)
     and s.exam_id <> $2 and s.cancelled_at is null and s.scan->>'performedOn' < $3
   order by s.scan->>'performedOn' desc, s.exam_id
   limit ${mostPriors}`;

/** Whose exam is judged, and when it was performed (YYYY-MM-DD). */
export interface Judged {
  readonly examId: string;
  readonly patientId: string;
  readonly facilityId: string;
  readonly scan: { readonly performedOn?: string };
}

/** What waits to be judged, and what an exam is judged beside: the patient's earlier scans, as they were reviewed, and the facility's least significant changes. */
@Injectable()
export class JudgingQuery {
  constructor(
    private readonly objects: ObjectStore,
    private readonly database: DataSource,
  ) {}

  async waiting(): Promise<Waiting[]> {
    const tx = managerTransaction(this.database.manager);
    const rows = await tx.query<WaitingRow>(waitingScans);
    const patients = await patientsReplica.many(tx, rows.map(({ patient_id: patientId }) => patientId));
    return rows.map((row) => ({ examId: row.exam_id, acquisitionId: row.acquisition_id, patient: patients.get(row.patient_id) }));
  }

  /** The document of a facility, as it was last heard. */
  site(facilityId: string): Promise<scheduling.SiteV1 | undefined> {
    return sitesReplica.find(managerTransaction(this.database.manager), facilityId);
  }

  async beside({ examId, patientId, facilityId, scan }: Judged): Promise<Beside> {
    const tx = managerTransaction(this.database.manager);
    const precision = (await this.site(facilityId))?.precision ?? [];
    if (scan.performedOn === undefined) return { earlier: [], precision };
    return { earlier: await this.earlier(tx, [patientId, examId, scan.performedOn]), precision };
  }

  private async earlier(tx: Transaction, whose: readonly string[]): Promise<EarlierScan[]> {
    const rows = await tx.query<Row>(earlierScans, [...whose]);
    return Promise.all(
      rows.map(async ({ exam_id: examId, scan, typed, review }) => {
        const stated = review ? await this.objects.getJson(review.content.key, reading.reviewContent) : undefined;
        return { examId, scan: { ...scan, scans: numbersNow(scan, typed).scans }, quality: stated?.quality ?? [], excluded: stated?.excluded ?? [] };
      }),
    );
  }
}
