import { Injectable } from '@nestjs/common';
import { scheduling } from '@osteon/contracts';
import { dateFromDA } from '@osteon/dicom';
import { managerTransaction } from '@osteon/event-store';
import { DataSource } from 'typeorm';
import type { KnownDevice } from '../device/resolve-device.js';
import { lacks, type ScheduledStep, type WorklistEntry } from './worklist-entry.js';
import type { Range, WorklistQuery } from './worklist-query.js';

interface Row {
  readonly exam_id: string;
  readonly accession_number: string;
  readonly study_instance_uid: string;
  readonly requested_procedure_id: string;
  readonly scheduled_procedure_step_id: string;
  readonly date: string;
  readonly time: string;
  readonly station_ae_title: string | null;
  readonly modality: string;
  readonly priority: ScheduledStep['priority'];
  readonly procedure: ScheduledStep['procedure'];
  readonly height_m: number | null;
  readonly weight_kg: number | null;
  readonly patient: unknown;
  readonly authority: string;
}

/**
 * Open items, narrowed by what an index can say; the rules look at what is left. Days are taken a day wider on both ends, as
 * they are the facility's and the table keeps instants. A patient that is not here yet as it was when the exam was scheduled is null.
 */
const open = `
  select w.*, to_char(w.scheduled_at at time zone w.zone, 'YYYYMMDD') as date, to_char(w.scheduled_at at time zone w.zone, 'HH24MISS') as time,
         p.body as patient, s.body->>'assigningAuthority' as authority
    from worklist_items w
    join replica_sites s on s.facility_id = w.facility_id
    left join known_patients p on p.patient_id = w.patient_id and not p.tombstone and p.version >= w.patient_version
   where w.state = 'open' and w.facility_id = $1
     and ($2::text is null or w.accession_number = $2)
     and ($3::text is null or w.requested_procedure_id = $3)
     and ($4::text is null or w.scheduled_procedure_step_id = $4)
     and ($5::text is null or w.station_ae_title is null or w.station_ae_title = $5)
     and ($6::timestamptz is null or w.scheduled_at >= $6::timestamptz - interval '1 day')
     and ($7::timestamptz is null or w.scheduled_at < $7::timestamptz + interval '2 days')
     and ($8::text is null or p.body is null or p.body->'identifiers' @> jsonb_build_array(jsonb_build_object('value', $8::text)))
   order by w.scheduled_at, w.exam_id`;

const stepOf = (row: Row): ScheduledStep => ({
  examId: row.exam_id,
  accessionNumber: row.accession_number,
  studyInstanceUID: row.study_instance_uid,
  requestedProcedureId: row.requested_procedure_id,
  scheduledProcedureStepId: row.scheduled_procedure_step_id,
  date: row.date,
  time: row.time,
  stationAETitle: row.station_ae_title ?? undefined,
  modality: row.modality,
  priority: row.priority,
  procedure: row.procedure,
  heightM: row.height_m ?? undefined,
  weightKg: row.weight_kg ?? undefined,
});

const entryOf = (row: Row, authority: string): WorklistEntry => {
  const patient = scheduling.Patient.heard.parse(row.patient);
  return { ...stepOf(row), patient, patientID: patient.identifiers.find((identifier) => identifier.authority === authority)?.value };
};

/** An item that is not sent out, and what it waits for. */
export interface HeldItem {
  readonly examId: string;
  readonly lacks: readonly string[];
}

const midnight = (da: string | undefined): string | null => {
  const date = dateFromDA(da);
  return date ? `${date}T00:00:00Z` : null;
};

const daysOf = ({ from, to }: Range = {}): (string | null)[] => [midnight(from), midnight(to)];

/** Reads the worklist of a device's facility; whole items only, the others with what they wait for. */
@Injectable()
export class Worklist {
  constructor(private readonly database: DataSource) {}

  async *open({ facilityId }: KnownDevice, query: WorklistQuery): AsyncIterable<{ readonly entry: WorklistEntry } | { readonly held: HeldItem }> {
    const rows = await managerTransaction(this.database.manager).query<Row>(open, [
      facilityId,
      query.AccessionNumber ?? null,
      query.RequestedProcedureID ?? null,
      query.ScheduledProcedureStepID ?? null,
      query.ScheduledStationAETitle ?? null,
      ...daysOf(query.date),
      query.PatientID ?? null,
    ]);
    for (const row of rows) yield row.patient === null ? { held: { examId: row.exam_id, lacks: ['Patient'] } } : whole(entryOf(row, row.authority));
  }
}

const whole = (entry: WorklistEntry): { readonly entry: WorklistEntry } | { readonly held: HeldItem } => {
  const missing = lacks(entry);
  return missing.length === 0 ? { entry } : { held: { examId: entry.examId, lacks: missing } };
};
