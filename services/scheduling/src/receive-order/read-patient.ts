import { componentOf, Hl7Error, read, repetitionsOf, segmentsOf, type Message } from '@osteon/hl7';
import type { scheduling } from '@osteon/contracts';
import { isLongString } from '../exam/dicom-value.js';
import { ethnicGroup } from './ethnic-group.js';
import { firstFilled } from './first-filled.js';
import { hl7Day } from './hl7-time.js';
import { personName } from './person-name.js';
import type { Demographics, Identifier } from '../patient/demographics.js';

/** What PID says about a person, and the identifier by which they are known at this facility. */
export interface PatientSaid {
  readonly key: Identifier;
  readonly others: readonly Identifier[];
  readonly demographics: Demographics;
  readonly flags: readonly string[];
}

const sexes: Readonly<Record<string, scheduling.PatientV1['sex']>> = { F: 'female', M: 'male', O: 'other', A: 'other' };

/** CX: id^check^scheme^authority^type; the authority is its namespace, else its universal id. */
const identifiers = (message: Message): Identifier[] =>
  repetitionsOf(message, 'PID-3').flatMap((said, index) => {
    const value = componentOf(said, 1)?.trim();
    const authority = componentOf(said, 4) ?? componentOf(said, 4, 2);
    if (!value || !authority) return [];
    if (!isLongString(value)) throw new Hl7Error('102', `PID-3[${index + 1}].1`, 'a patient id of at most 64 characters without backslash');
    return [{ value, authority, type: componentOf(said, 5) }];
  });

/** An identifier without its authority is never a key; of several, the facility's own counts. */
const identified = (message: Message, assigningAuthority: string): Pick<PatientSaid, 'key' | 'others'> => {
  const said = identifiers(message);
  const key = said.find(({ authority }) => authority === assigningAuthority) ?? said[0];
  if (!key) throw new Hl7Error('101', read(message, 'PID-3') ? 'PID-3.4' : 'PID-3', 'a patient id with its assigning authority is needed');
  return { key, others: said.filter((identifier) => identifier !== key) };
};

const birthDate = (message: Message): { birthDate?: string; flags: string[] } => {
  const said = firstFilled(message, ['PID-7']);
  const day = said && hl7Day(said);
  return { birthDate: day, flags: said && !day ? ['BIRTH_DATE_LEFT_OUT'] : [] };
};

/** Reads the patient of an order; 100, 101 or 102 with position for what cannot be read. */
export const readPatient = (message: Message, assigningAuthority: string): PatientSaid => {
  if (segmentsOf(message, 'PID').length === 0) throw new Hl7Error('100', 'PID', 'an order names its patient');
  const name = personName(repetitionsOf(message, 'PID-5'));
  if (!name) throw new Hl7Error('101', 'PID-5', 'a patient has a family name');
  const { birthDate: born, flags } = birthDate(message);
  return {
    ...identified(message, assigningAuthority),
    demographics: {
      name,
      birthDate: born,
      sex: sexes[(read(message, 'PID-8') ?? '').toUpperCase()] ?? 'unknown',
      ethnicGroup: ethnicGroup(read(message, 'PID-10.1'), read(message, 'PID-10.2')),
    },
    flags,
  };
};
