import { projection } from '@osteon/event-store';
import { worklistItems } from '../worklist-item/worklist-item.js';

const columns = [
  'exam_id',
  'facility_id',
  'patient_id',
  'patient_version',
  'accession_number',
  'study_instance_uid',
  'accession_numbers',
  'study_instance_uids',
  'requested_procedure_id',
  'scheduled_procedure_step_id',
  'scheduled_at',
  'zone',
  'station_ae_title',
  'modality',
  'priority',
  'procedure',
  'height_m',
  'weight_kg',
];

const upsert = `insert into worklist_items (${columns.join(', ')}, state) values (${columns.map((_, i) => `$${i + 1}`).join(', ')}, 'open')
  on conflict (exam_id) do update set ${columns.map((name) => `${name} = excluded.${name}`).join(', ')},
    state = case when worklist_items.state = 'done' then 'done' else 'open' end`;

/** The exam's own number and those of its orders, once each. */
const each = (own: string, ofOrders: readonly string[]): string[] => [...new Set([own, ...ofOrders])];

/** The worklist as devices ask for it. */
export const worklistRows = projection(worklistItems, 'worklist-items', ['worklist_items'], {
  WorklistItemAdded: (tx, { event: { data } }) =>
    tx.query(upsert, [
      data.examId,
      data.facilityId,
      data.patientId,
      data.patientVersion,
      data.accessionNumber,
      data.studyInstanceUID,
      each(data.accessionNumber, data.orders.map(({ accessionNumber }) => accessionNumber)),
      each(data.studyInstanceUID, data.orders.map(({ studyInstanceUID }) => studyInstanceUID)),
      data.requestedProcedureId,
      data.scheduledProcedureStepId,
      data.scheduledAt,
      data.zone,
      data.stationAETitle ?? null,
      data.modality,
      data.priority,
      JSON.stringify(data.procedure),
      data.heightM ?? null,
      data.weightKg ?? null,
    ]),
  WorklistItemCancelled: (tx, { id }) => tx.query(`update worklist_items set state = 'cancelled' where exam_id = $1`, [id]),
  WorklistItemReopened: (tx, { id }) => tx.query(`update worklist_items set state = 'open' where exam_id = $1`, [id]),
  WorklistItemDone: (tx, { id }) => tx.query(`update worklist_items set state = 'done' where exam_id = $1`, [id]),
});
