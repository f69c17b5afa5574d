import { scheduling } from '@osteon/contracts';
import type { Transaction } from '@osteon/event-store';
import type { ExamIdentity } from './exam-identity.js';

interface Row {
  readonly accession_number: string;
  readonly accession_numbers: string[];
  readonly authority: string;
  readonly patient: unknown;
}

const select = `
  select w.accession_number, w.accession_numbers, s.body->>'assigningAuthority' as authority, p.body as patient
    from worklist_items w
    join replica_sites s on s.facility_id = w.facility_id and not s.tombstone
    join known_patients p on p.patient_id = w.patient_id and not p.tombstone
   where w.exam_id = $1`;

/** Whom and what an exam names now; nothing where its patient was erased. */
export const examIdentityOf = async (tx: Transaction, examId: string): Promise<ExamIdentity | undefined> => {
  const [row] = await tx.query<Row>(select, [examId]);
  if (!row) return undefined;
  const { identifiers, name, birthDate, sex } = scheduling.Patient.heard.parse(row.patient);
  const identifier = identifiers.find(({ authority }) => authority === row.authority) ?? identifiers[0];
  return { identifier, name, birthDate, sex, accessionNumber: row.accession_number, accessionNumbers: row.accession_numbers };
};
