import { Injectable } from '@nestjs/common';
import { managerTransaction, type Transaction } from '@osteon/event-store';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { FiledInstance } from '../acquisition/acquisition.events.js';
import type { ReceivedHeader } from './received-header.js';

/** An object that was kept, and over which association it came. */
export interface Receipt {
  readonly associationId: string;
  readonly facilityId: string;
  readonly deviceId: string;
  readonly instance: FiledInstance;
  readonly header: ReceivedHeader;
  readonly at: string;
}

/** The receipts of one study over one association, as they wait to be filed. */
export interface UnfiledStudy {
  readonly associationId: string;
  readonly facilityId: string;
  readonly deviceId: string;
  readonly studyInstanceUID: string;
  readonly instances: readonly FiledInstance[];
  readonly headers: readonly ReceivedHeader[];
}

interface UnfiledRow {
  readonly association_id: string;
  readonly facility_id: string;
  readonly device_id: string;
  readonly study_instance_uid: string;
  readonly instances: readonly FiledInstance[];
  readonly headers: readonly ReceivedHeader[];
}

/** Longer than the gap between two signs of life of an open association. */
const goneAfterSeconds = 30;

const seen = `
  insert into associations (association_id, facility_id, device_id, opened_at, seen_at) values ($1, $2, $3, now(), now())
  on conflict (association_id) do update set seen_at = now()`;

const keep = `
  insert into instance_receipts (receipt_id, association_id, facility_id, device_id, study_instance_uid, sop_instance_uid, instance, header, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** The oldest first, so many at a time: a long queue is taken in pieces. */
const unfiled = `
  with waiting as (
    select r.association_id, r.study_instance_uid, min(r.received_at) as since
      from instance_receipts r join associations a using (association_id)
     where r.filed_at is null and (a.closed_at is not null or a.seen_at < now() - interval '${goneAfterSeconds} seconds')
       and r.association_id::text || ' ' || r.study_instance_uid <> all($1::text[])
     group by r.association_id, r.study_instance_uid
     order by since limit 50)
  select r.association_id, r.facility_id, r.device_id, r.study_instance_uid,
         jsonb_agg(r.instance order by r.receipt_id) as instances, jsonb_agg(r.header order by r.receipt_id) as headers
    from waiting w join instance_receipts r on r.association_id = w.association_id and r.study_instance_uid = w.study_instance_uid and r.filed_at is null
   group by r.association_id, r.facility_id, r.device_id, r.study_instance_uid
   order by min(w.since)`;

const latest = `
  select distinct on (r.facility_id, r.study_instance_uid) r.facility_id, r.study_instance_uid, r.header
    from unnest($1::text[], $2::text[]) as s (facility_id, study_instance_uid)
    join instance_receipts r using (facility_id, study_instance_uid)
   order by r.facility_id, r.study_instance_uid, r.received_at desc, r.receipt_id desc`;

/** A study of a facility. */
export interface StudyKey {
  readonly facilityId: string;
  readonly studyInstanceUID: string;
}

/** The same words for the same study of one association. */
export const arrivalKey = ({ associationId, studyInstanceUID }: Pick<UnfiledStudy, 'associationId' | 'studyInstanceUID'>): string =>
  `${associationId} ${studyInstanceUID}`;

/** The durable receipts of objects: written before the peer is answered, filed once its association is over. */
@Injectable()
export class Receipts {
  constructor(private readonly database: DataSource) {}

  /** Committed when it resolves. */
  async keep({ associationId, facilityId, deviceId, instance, header, at }: Receipt): Promise<void> {
    await this.database.transaction(async (manager) => {
      const tx = managerTransaction(manager);
      await tx.query(seen, [associationId, facilityId, deviceId]);
      const place = [associationId, facilityId, deviceId, header.studyInstanceUID, instance.sopInstanceUID];
      await tx.query(keep, [newId(), ...place, JSON.stringify(instance), JSON.stringify(header), at]);
    });
  }

  /** These associations are open in this process. */
  async stillOpen(associationIds: readonly string[]): Promise<void> {
    if (associationIds.length === 0) return;
    await this.sql().query('update associations set seen_at = now() where association_id = any($1::uuid[])', [associationIds]);
  }

  async closed(associationId: string): Promise<void> {
    await this.sql().query('update associations set closed_at = now() where association_id = $1 and closed_at is null', [associationId]);
  }

  /** What came over associations that are closed, or whose process is gone; without those that rest. */
  async unfiled(resting: readonly string[] = []): Promise<UnfiledStudy[]> {
    const rows = await this.sql().query<UnfiledRow>(unfiled, [resting]);
    return rows.map((row) => ({
      associationId: row.association_id,
      facilityId: row.facility_id,
      deviceId: row.device_id,
      studyInstanceUID: row.study_instance_uid,
      instances: row.instances,
      headers: row.headers,
    }));
  }

  /** The newest header of each study, for lists of people. */
  async latestHeaders(studies: readonly StudyKey[]): Promise<(StudyKey & { readonly header: ReceivedHeader })[]> {
    const columns = [studies.map(({ facilityId }) => facilityId), studies.map(({ studyInstanceUID }) => studyInstanceUID)];
    const rows = await this.sql().query<{ facility_id: string; study_instance_uid: string; header: ReceivedHeader }>(latest, columns);
    return rows.map(({ facility_id: facilityId, study_instance_uid: studyInstanceUID, header }) => ({ facilityId, studyInstanceUID, header }));
  }

  private sql(): Transaction {
    return managerTransaction(this.database.manager);
  }
}

/** In the transaction that files them. */
export const markFiled = (tx: Transaction, { associationId, studyInstanceUID }: UnfiledStudy, at: string): Promise<unknown> =>
  tx.query('update instance_receipts set filed_at = $3 where association_id = $1 and study_instance_uid = $2 and filed_at is null', [
    associationId,
    studyInstanceUID,
    at,
  ]);

/** What the objects of a study say of it, each different header once. */
export const headersOf = async (tx: Transaction, { facilityId, studyInstanceUID }: StudyKey): Promise<ReceivedHeader[]> => {
  const rows = await tx.query<{ header: ReceivedHeader }>(
    'select distinct header from instance_receipts where facility_id = $1 and study_instance_uid = $2',
    [facilityId, studyInstanceUID],
  );
  return rows.map(({ header }) => header);
};
