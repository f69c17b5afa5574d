import type { Transaction } from '@osteon/event-store';
import type { Problem } from '@osteon/hl7';

/** By what a message is known again: the same id with the same bytes (SHA-256) is the same message. */
export interface MessageIdentity {
  readonly sendingApplication: string;
  readonly sendingFacility: string;
  readonly controlId: string;
  readonly sha256: string;
}

/** One message as it came, and what became of it. */
export interface KeptMessage extends MessageIdentity {
  readonly messageId: string;
  readonly correlationId: string;
  readonly receivedAt: string;
  readonly address: string;
  readonly messageType: string;
  /** Key of its bytes in the object store. */
  readonly objectKey: string;
  readonly senderId?: string;
  readonly facilityId?: string;
  readonly outcome: 'applied' | 'kept' | 'ignored' | 'refused' | 'unreadable';
  readonly answer: 'AA' | 'AE' | 'AR';
  readonly problem?: Problem;
  readonly flags: readonly string[];
  readonly examIds: readonly string[];
}

const identity = ({ sendingApplication, sendingFacility, controlId, sha256 }: MessageIdentity): string[] => [
  sendingApplication,
  sendingFacility,
  controlId,
  sha256,
];

/** Counts one more copy of a message that was taken before; false where none was. */
export const countCopy = async (tx: Transaction, message: MessageIdentity, at: string): Promise<boolean> => {
  const copies = await tx.query(
    `update hl7_messages set copies = copies + 1, last_copy_at = $5
      where sending_application = $1 and sending_facility = $2 and control_id = $3 and sha256 = $4 and answer = 'AA' returning message_id`,
    [...identity(message), at],
  );
  return copies.length > 0;
};

/** Whether the sender has used this MSH-10 before, with other bytes. */
export const isIdReused = async (tx: Transaction, message: MessageIdentity): Promise<boolean> => {
  const [other] = await tx.query(
    'select 1 from hl7_messages where sending_application = $1 and sending_facility = $2 and control_id = $3 and sha256 <> $4 limit 1',
    identity(message),
  );
  return other !== undefined;
};

/** Keeps a message. One that is taken a second time at the same moment violates the unique index, and its handler runs again. */
export const keepMessage = (tx: Transaction, kept: KeptMessage): Promise<unknown> =>
  tx.query(
    `insert into hl7_messages (message_id, correlation_id, received_at, address, sending_application, sending_facility, control_id, sha256,
       message_type, object_key, sender_id, facility_id, outcome, answer, problem, flags, exam_ids)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      kept.messageId,
      kept.correlationId,
      kept.receivedAt,
      kept.address,
      ...identity(kept),
      kept.messageType,
      kept.objectKey,
      kept.senderId ?? null,
      kept.facilityId ?? null,
      kept.outcome,
      kept.answer,
      kept.problem ? JSON.stringify(kept.problem) : null,
      JSON.stringify(kept.flags),
      JSON.stringify(kept.examIds),
    ],
  );
