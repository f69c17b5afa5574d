import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StudyFile } from '@osteon/densitometer';
import { splitPart10 } from '@osteon/dicom';
import { z } from 'zod';
import { connected } from './connected.js';

const receipt = z.object({ sop_instance_uid: z.string(), key: z.string() });
const kept = `select distinct on (sop_instance_uid) sop_instance_uid, instance->'object'->>'key' as key from instance_receipts where sop_instance_uid = any($1)`;

/** Where the gateway keeps what it has received. */
export interface Keeping {
  readonly databaseUrl: string;
  readonly objects: string;
}

/** SHA-256 of a file's data set: what is before it, the receiver writes anew. */
const hashOf = (file: Uint8Array): string => createHash('sha256').update(splitPart10(file).dataSet).digest('hex');

/** An object that was answered 0000, as it was sent. */
export interface Sent {
  readonly SOPInstanceUID: string;
  /** SHA-256 of its data set. */
  readonly sha256: string;
}

export const sentOf = ({ SOPInstanceUID, bytes }: StudyFile): Sent => ({ SOPInstanceUID, sha256: hashOf(bytes) });

const fileOf = (objects: string, key: string): string => {
  const [service = '', sha256 = ''] = key.split('/');
  return join(objects, service, sha256.slice(0, 2), sha256);
};

/** How many of the objects that were answered 0000 are in the store: with their hash in the key, and bit for bit what was sent. */
export const keptObjects = ({ databaseUrl, objects }: Keeping, sent: readonly Sent[]): Promise<number> =>
  connected({ connectionString: databaseUrl }, async (client) => {
    const { rows } = await client.query(kept, [sent.map(({ SOPInstanceUID }) => SOPInstanceUID)]);
    const keys = new Map(z.array(receipt).parse(rows).map((row) => [row.sop_instance_uid, row.key]));
    const whole = await Promise.all(
      sent.map(async ({ SOPInstanceUID, sha256 }) => {
        const key = keys.get(SOPInstanceUID) ?? '';
        const stored = await readFile(fileOf(objects, key)).catch(() => Buffer.alloc(0));
        const isNamed = createHash('sha256').update(stored).digest('hex') === key.split('/')[1];
        return isNamed && hashOf(stored) === sha256;
      }),
    );
    return whole.filter(Boolean).length;
  });
