import type { Transaction } from '@osteon/event-store';
import type { Context } from '@osteon/identity';

/** Somebody has seen or done something with a report. */
export interface AuditEntry {
  readonly what: 'report-viewed' | 'preview-viewed' | 'pdf-viewed' | 'text-viewed' | 'draft-text-edited' | 'report-signed';
  readonly reportId: string;
  readonly examId: string;
  readonly patientId: string;
  readonly facilityId: string;
}

/** Adds to the append-only audit table, in the transaction of what it speaks of. */
export const recordAudit = (tx: Transaction, { at, by, correlationId }: Context, entry: AuditEntry): Promise<unknown> =>
  tx.query(
    `insert into audit (at, by, what, report_id, exam_id, patient_id, facility_id, correlation_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [at, by.userId, entry.what, entry.reportId, entry.examId, entry.patientId, entry.facilityId, correlationId],
  );
