import type { Client } from 'pg';

/** So many objects has each study that is registered. */
export const instancesOfStudy = 4;
const studiesAtOnce = 10_000;

/** The shard of a key, as the event store reckons it. */
export const shardSql = (key: string): string => `(('x' || encode(substring(sha256(convert_to(${key}, 'UTF8')) from 1 for 4), 'hex'))::bit(32)::bigint % 12)::smallint`;

const associationId = '0190a000-0000-7000-8000-00000000a550';

/** Studies $1 to $2: ids that no device gives, four objects each, all of one morning long ago. */
const registered = `
  with studies as (
    select ('0190b000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id, '1.2.826.0.1.3680043.10.999.8.' || n as uid,
           ('0190c000-0000-7000-8000-' || lpad(n::text, 12, '0')) as exam_id, timestamptz '2026-01-05T08:00:00Z' + n * interval '1 second' as at
      from generate_series($1::int, $2::int) n
  ), instances as (
    select s.*, i as place, jsonb_build_object(
             'sopClassUID', '1.2.840.10008.5.1.4.1.1.1', 'sopInstanceUID', s.uid || '.1.' || i, 'seriesInstanceUID', s.uid || '.1', 'kind', 'image',
             'transferSyntaxUID', '1.2.840.10008.1.2', 'protocolName', 'AP Spine',
             'object', jsonb_build_object('key', 'modality-gateway/' || encode(sha256(convert_to(s.uid || i, 'UTF8')), 'hex'), 'size', 70000, 'mediaType', 'application/dicom')) as instance
      from studies s cross join generate_series(1, ${instancesOfStudy}) i
  )`;

const receipts = `${registered}
  insert into instance_receipts (receipt_id, association_id, facility_id, device_id, study_instance_uid, sop_instance_uid, instance, header, received_at, filed_at)
  select gen_random_uuid(), '${associationId}', 'NORTH', 'idxa-1', uid, instance->>'sopInstanceUID', instance,
         jsonb_build_object('studyInstanceUID', uid, 'patientId', 'S' || right(uid, 6), 'birthDate', '1958-11-20', 'studyDate', '2026-01-05', 'patientName', 'Nobody^Invented', 'sex', 'F'), at, at
    from instances`;

const facts = `${registered}, filed as (
    select id, uid, exam_id, at, jsonb_agg(instance order by place) as instances, jsonb_agg(instance->'sopInstanceUID' order by place) as uids from instances group by id, uid, exam_id, at
  )
  insert into events (shard, aggregate, stream_id, stream_version, event_id, type, version, data, key, facility_id, at, by, correlation_id)
  select ${shardSql('exam_id')}, 'acquisition', 'acquisition-' || id, f.version, gen_random_uuid(), f.type, 1, f.data, exam_id, 'NORTH', at, 'modality-gateway', 'seeded'
    from filed cross join lateral (values
         (1, 'AcquisitionBegun', jsonb_build_object('acquisitionId', id, 'facilityId', 'NORTH', 'studyInstanceUID', uid, 'deviceId', 'idxa-1',
                                   'match', jsonb_build_object('state', 'matched', 'examId', exam_id, 'patientId', exam_id, 'by', 'study-instance-uid'))),
         (2, 'InstancesFiled', jsonb_build_object('associationId', '${associationId}', 'instances', instances)),
         (3, 'AcquisitionCompleted', jsonb_build_object('completeBy', 'mpps')),
         (4, 'MeasurementsRead', jsonb_build_object('scanner', jsonb_build_object('manufacturer', 'GE Healthcare', 'model', 'Lunar iDXA'), 'scans', '[]'::jsonb, 'problems', '[]'::jsonb,
                                   'readerOutput', jsonb_build_object('key', 'modality-gateway/' || repeat('0', 64), 'size', 1, 'mediaType', 'application/json'), 'instances', ${instancesOfStudy})),
         (5, 'ForwardingAttempted', jsonb_build_object('archiveId', 'pacs', 'attempt', 1, 'sopInstanceUIDs', uids)),
         (6, 'InstancesForwarded', jsonb_build_object('archiveId', 'pacs', 'attempt', 1, 'outcomes',
                                   (select jsonb_agg(jsonb_build_object('sopInstanceUID', u, 'outcome', 'delivered', 'status', '0000')) from jsonb_array_elements(uids) u))),
         (7, 'StudyArchived', jsonb_build_object('archiveId', 'pacs', 'instances', ${instancesOfStudy}))
         ) as f (version, type, data)
   order by at, f.version`;

/** Registers instances as if they had been received, filed, read and archived long ago: receipts and facts; the projections are to be rebuilt. */
export const seedInstances = async (tables: Client, instances: number): Promise<void> => {
  const studies = instances / instancesOfStudy;
  await tables.query(`insert into associations (association_id, facility_id, device_id, opened_at, seen_at, closed_at) values ('${associationId}', 'NORTH', 'idxa-1', now(), now(), now())`);
  for (let from = 1; from <= studies; from += studiesAtOnce) {
    const range = [from, Math.min(studies, from + studiesAtOnce - 1)];
    await tables.query(receipts, range);
    await tables.query(facts, range);
  }
};
