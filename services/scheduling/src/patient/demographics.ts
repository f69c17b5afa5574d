import type { scheduling } from '@osteon/contracts';

/** PID-3: an identifier is a key only together with its assigning authority. */
export interface Identifier {
  readonly value: string;
  readonly authority: string;
  readonly type?: string;
}

/** What is known about a person: erasable state, never in an event. */
export type Demographics = Pick<scheduling.PatientV1, 'name' | 'birthDate' | 'sex' | 'ethnicGroup'>;

/** Whether two statements can be about one person: what both know of birth date and sex agrees. A name alone never decides. */
export const mayBeSamePerson = (known: Demographics, said: Demographics): boolean => {
  const bornAlike = known.birthDate === undefined || said.birthDate === undefined || known.birthDate === said.birthDate;
  const sexAlike = known.sex === 'unknown' || said.sex === 'unknown' || known.sex === said.sex;
  return bornAlike && sexAlike;
};
