import type { Transaction } from '@osteon/event-store';
import type { KeptObject } from './judge-objects.js';

interface Row {
  readonly sop_instance_uid: string;
  readonly sop_class_uid: string;
  readonly key: string;
}

/** Each different content that this facility's devices have sent under these SOP Instance UIDs. */
export const keptObjects = async (tx: Transaction, facilityId: string, sopInstanceUIDs: readonly string[]): Promise<KeptObject[]> => {
  const rows = await tx.query<Row>(
    `select distinct sop_instance_uid, instance->>'sopClassUID' as sop_class_uid, instance->'object'->>'key' as key
       from instance_receipts where facility_id = $1 and sop_instance_uid = any($2)`,
    [facilityId, sopInstanceUIDs],
  );
  return rows.map((row) => ({ sopInstanceUID: row.sop_instance_uid, sopClassUID: row.sop_class_uid, key: row.key }));
};
