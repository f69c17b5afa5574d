import { Injectable } from '@nestjs/common';
import { scheduling } from '@osteon/contracts';
import { managerTransaction, refuse } from '@osteon/event-store';
import type { Facilities } from '@osteon/identity';
import { DataSource } from 'typeorm';
import { AcquisitionsQuery } from '../acquisitions/acquisitions.query.js';
import { acquisitionRefusals } from '../acquisitions/acquisitions.refusals.js';
import { headersOf } from '../receive-instance/receipts.query.js';

interface Row {
  readonly exam_id: string;
  readonly accession_number: string;
  readonly scheduled_at: Date;
  readonly zone: string;
  readonly procedure: scheduling.ExamScheduledV1['procedure'];
  readonly state: string;
  readonly patient: unknown;
}

/** Named by the matching itself, or open within a day of the study, on the facility's own calendar. */
const select = `
  select w.exam_id, w.accession_number, w.scheduled_at, w.zone, w.procedure, w.state, p.body as patient
    from worklist_items w
    left join known_patients p on p.patient_id = w.patient_id and not p.tombstone
   where w.facility_id = $1
     and (w.exam_id = any($2::uuid[])
          or w.state = 'open' and (w.scheduled_at at time zone w.zone)::date between $3::date - 1 and $3::date + 1)
   order by w.scheduled_at, w.exam_id limit 200`;

/** A patient as people see it: without what only merges need. */
const shownPatient = (body: unknown) => {
  if (body === null) return undefined;
  const { mergedInto, ...shown } = scheduling.Patient.heard.parse(body);
  return shown;
};

const shown = (row: Row, named: readonly string[]) => ({
  examId: row.exam_id,
  accessionNumber: row.accession_number,
  scheduledAt: row.scheduled_at.toISOString(),
  zone: row.zone,
  procedure: row.procedure,
  state: row.state,
  patient: shownPatient(row.patient),
  suggested: named.includes(row.exam_id),
});

/** The exams that a person may want to match a study with. */
@Injectable()
export class CandidateExams {
  constructor(
    private readonly database: DataSource,
    private readonly acquisitions: AcquisitionsQuery,
  ) {}

  /** A study of a facility that one may not see is not there. */
  async of(acquisitionId: string, facilities: Facilities) {
    const study = (await this.acquisitions.one(acquisitionId, facilities)) ?? refuse(acquisitionRefusals.UNKNOWN);
    const tx = managerTransaction(this.database.manager);
    const days = (await headersOf(tx, study)).flatMap(({ studyDate }) => studyDate ?? []);
    const named = study.match.state === 'matched' ? [study.match.examId] : study.match.candidates;
    const rows = await tx.query<Row>(select, [study.facilityId, named, days[0] ?? study.receivedAt.toISOString()]);
    return rows.map((row) => shown(row, named));
  }
}
