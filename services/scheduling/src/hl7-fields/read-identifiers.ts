import { componentOf, Hl7Error, read, repetitionsOf, type Message } from '@osteon/hl7';
import { isLongString } from '../exam/dicom-value.js';
import type { Identifier } from '../patient/demographics.js';

/** By what a person is found, and what else is said to name them. */
export interface Identified {
  readonly key: Identifier;
  readonly others: readonly Identifier[];
}

/** CX: id^check^scheme^authority^type; the authority is its namespace, else its universal id. */
const identifiersAt = (message: Message, field: string): Identifier[] =>
  repetitionsOf(message, field).flatMap((said, index) => {
    const value = componentOf(said, 1)?.trim();
    const authority = componentOf(said, 4) ?? componentOf(said, 4, 2);
    if (!value || !authority) return [];
    if (!isLongString(value)) throw new Hl7Error('102', `${field}[${index + 1}].1`, 'a patient id of at most 64 characters without backslash');
    return [{ value, authority, type: componentOf(said, 5) }];
  });

/** The identifiers of a field (PID-3, MRG-1). One without its authority is never a key: 101 where there is no other. */
export const readIdentifiers = (message: Message, field: 'PID-3' | 'MRG-1'): readonly [Identifier, ...Identifier[]] => {
  const [first, ...others] = identifiersAt(message, field);
  if (!first) throw new Hl7Error('101', read(message, field) ? `${field}.4` : field, 'a patient id with its assigning authority is needed');
  return [first, ...others];
};

/** Who PID is about: of several identifiers the facility's own is the key. */
export const readIdentified = (message: Message, assigningAuthority: string): Identified => {
  const said = readIdentifiers(message, 'PID-3');
  const key = said.find(({ authority }) => authority === assigningAuthority) ?? said[0];
  return { key, others: said.filter((identifier) => identifier !== key) };
};
