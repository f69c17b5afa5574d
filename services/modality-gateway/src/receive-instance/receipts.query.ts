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

const unfiled = `
  select r.association_id, r.facility_id, r.device_id, r.study_instance_uid,
         jsonb_agg(r.instance order by r.receipt_id) as instances, jsonb_agg(r.header order by r.receipt_id) as headers
    from instance_receipts r join associations a using (association_id)
   where r.filed_at is null and (a.closed_at is not null or a.seen_at < now() - interval '${goneAfterSeconds} seconds')
   group by r.association_id, r.facility_id, r.device_id, r.study_instance_uid
   order by min(r.received_at)`;

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

  /** What came over associations that are closed, or whose process is gone. */
  async unfiled(): Promise<UnfiledStudy[]> {
    const rows = await this.sql().query<UnfiledRow>(unfiled);
    return rows.map((row) => ({
      associationId: row.association_id,
      facilityId: row.facility_id,
      deviceId: row.device_id,
      studyInstanceUID: row.study_instance_uid,
      instances: row.instances,
      headers: row.headers,
    }));
  }

  /** The newest header of a study, for matching again and for lists of people. */
  async header(facilityId: string, studyInstanceUID: string): Promise<ReceivedHeader | undefined> {
    const [row] = await this.sql().query<{ header: ReceivedHeader }>(
      'select header from instance_receipts where facility_id = $1 and study_instance_uid = $2 order by received_at desc limit 1',
      [facilityId, studyInstanceUID],
    );
    return row?.header;
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
