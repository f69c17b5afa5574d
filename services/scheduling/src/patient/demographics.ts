import type { scheduling } from '@osteon/contracts';

/** PID-3: an identifier is a key only together with its assigning authority. */
export interface Identifier {
  readonly value: string;
  readonly authority: string;
  readonly type?: string;
}

/** Whether both are one number of one authority. */
export const isSameIdentifier = (one: Identifier, other: Identifier): boolean => one.authority === other.authority && one.value === other.value;

/** What is known about a person: erasable state, never in an event. */
export type Demographics = Pick<scheduling.PatientV1, 'name' | 'birthDate' | 'sex' | 'ethnicGroup'>;

/** What a sender can delete; a name is only replaced. */
export type Forgettable = 'birthDate' | 'sex' | 'ethnicGroup';

/** What a message says about a person: what is absent stays as it is, what is deleted (`""`) is not known any more (v2.5.1 ch. 2.5.3). */
export type DemographicsSaid = Partial<Demographics> & { readonly deleted: readonly Forgettable[] };

/** What a newer word makes of what was known. */
export const changed = (known: Partial<Demographics>, { deleted, ...said }: DemographicsSaid): Partial<Demographics> => {
  const left = <Name extends Forgettable>(name: Name): Demographics[Name] | undefined => (deleted.includes(name) ? undefined : known[name]);
  return {
    name: said.name ?? known.name,
    birthDate: said.birthDate ?? left('birthDate'),
    sex: said.sex ?? left('sex'),
    ethnicGroup: said.ethnicGroup ?? left('ethnicGroup'),
  };
};

/** The first that is known about somebody; nothing without a name. */
export const firstDemographics = ({ name, birthDate, sex = 'unknown', ethnicGroup }: Partial<Demographics>): Demographics | undefined =>
  name && { name, birthDate, sex, ethnicGroup };

/** Whether two statements can be about one person: what both know of birth date and sex agrees. A name alone never decides. */
export const mayBeSamePerson = (known: Demographics, said: Demographics): boolean => {
  const bornAlike = known.birthDate === undefined || said.birthDate === undefined || known.birthDate === said.birthDate;
  const sexAlike = known.sex === 'unknown' || said.sex === 'unknown' || known.sex === said.sex;
  return bornAlike && sexAlike;
};
