import { componentOf, readXcn, readXpn, type Repetition } from '@osteon/hl7';
import type { scheduling } from '@osteon/contracts';

/** The legal name of a patient (XPN-7 `L`), else the first one; nothing without a family name. */
export const personName = (names: readonly Repetition[]): scheduling.PersonName | undefined => {
  const name = names.find((said) => componentOf(said, 7) === 'L') ?? names[0];
  const parts = name && readXpn(name);
  return parts?.family ? parts : undefined;
};

/** A physician with a number (XCN); nothing without a family name. */
export const physician = (people: readonly Repetition[]): scheduling.ExamDetailsV1['referrer'] => {
  const [person] = people;
  if (!person) return undefined;
  const { id, family, given, prefix } = readXcn(person);
  return family ? { id, family, given, prefix } : undefined;
};
