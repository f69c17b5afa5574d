import { DateTime } from 'luxon';
import type { scheduling } from '@osteon/contracts';
import type { Transaction } from '@osteon/event-store';
import { samePerson } from '../patient/same-person.query.js';

/** The exams of a person at a facility on the day of a time (ISO 8601), as the wall there shows it; without cancelled ones. */
export const examsOnDay = async (
  tx: Transaction,
  { facilityId, zone }: Pick<scheduling.SiteDocument, 'facilityId' | 'zone'>,
  { patientId, at }: { readonly patientId: string; readonly at: string },
): Promise<string[]> => {
  const { patientIds } = await samePerson(tx, patientId);
  const day = DateTime.fromISO(at, { zone }).toFormat('yyyy-LL-dd');
  const rows = await tx.query<{ exam_id: string }>(
    `select exam_id from exam_lines l where facility_id = $1 and day = $2 and patient_id = any($3)
        and not exists (select from exam_line_steps s where s.exam_id = l.exam_id and s.name = 'cancelled')`,
    [facilityId, day, patientIds],
  );
  return rows.map(({ exam_id }) => exam_id);
};
