import { Injectable } from '@nestjs/common';
import { scheduling } from '@osteon/contracts';
import { instantToDAandTM } from '@osteon/dicom';
import { managerTransaction } from '@osteon/event-store';
import { DataSource } from 'typeorm';
import type { KnownDevice } from '../device/resolve-device.js';
import { lacks, type WorklistEntry } from './worklist-entry.js';
import type { WorklistQuery } from './worklist-query.js';

interface Row {
  readonly exam_id: string;
  readonly accession_number: string;
  readonly study_instance_uid: string;
  readonly requested_procedure_id: string;
  readonly scheduled_procedure_step_id: string;
  readonly scheduled_at: Date;
  readonly zone: string;
  readonly station_ae_title: string | null;
  readonly modality: string;
  readonly priority: WorklistEntry['priority'];
  readonly procedure: WorklistEntry['procedure'];
  readonly height_m: number | null;
  readonly weight_kg: number | null;
  readonly patient: unknown;
  readonly authority: string;
}

/** Items whose patient is known here at least as it was when the exam was scheduled; the others are held back. */
const open = `
  select w.*, p.body as patient, s.body->>'assigningAuthority' as authority
    from worklist_items w
    join replica_patients p on p.patient_id = w.patient_id and not p.tombstone and p.version >= w.patient_version
    join replica_sites s on s.facility_id = w.facility_id
   where w.state = 'open' and w.facility_id = $1
     and ($2::text is null or w.accession_number = $2)
     and ($3::text is null or w.requested_procedure_id = $3)
     and ($4::text is null or w.scheduled_procedure_step_id = $4)
     and ($5::text is null or w.station_ae_title is null or w.station_ae_title = $5)
   order by w.scheduled_at, w.exam_id`;

const entryOf = (row: Row): WorklistEntry => {
  const patient = scheduling.Patient.heard.parse(row.patient);
  const { DA, TM } = instantToDAandTM(row.scheduled_at.toISOString(), row.zone);
  return {
    examId: row.exam_id,
    accessionNumber: row.accession_number,
    studyInstanceUID: row.study_instance_uid,
    requestedProcedureId: row.requested_procedure_id,
    scheduledProcedureStepId: row.scheduled_procedure_step_id,
    date: DA,
    time: TM,
    stationAETitle: row.station_ae_title ?? undefined,
    modality: row.modality,
    priority: row.priority,
    procedure: row.procedure,
    heightM: row.height_m ?? undefined,
    weightKg: row.weight_kg ?? undefined,
    patient,
    patientID: patient.identifiers.find(({ authority }) => authority === row.authority)?.value,
  };
};

/** Reads the worklist of a device's facility; whole items only. */
@Injectable()
export class Worklist {
  constructor(private readonly database: DataSource) {}

  async open({ facilityId }: KnownDevice, query: WorklistQuery): Promise<WorklistEntry[]> {
    const rows = await managerTransaction(this.database.manager).query<Row>(open, [
      facilityId,
      query.AccessionNumber ?? null,
      query.RequestedProcedureID ?? null,
      query.ScheduledProcedureStepID ?? null,
      query.ScheduledStationAETitle ?? null,
    ]);
    return rows.map(entryOf).filter((entry) => lacks(entry).length === 0);
  }
}
