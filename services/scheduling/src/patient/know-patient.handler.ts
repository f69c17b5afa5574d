import { v7 as newId } from 'uuid';
import { scheduling } from '@osteon/contracts';
import { message, type Unit } from '@osteon/event-store';
import type { Demographics, Identifier } from './demographics.js';
import { keepDemographics, readDemographics } from './demographics.state.js';
import { claimIdentifier, patientOf, type KeptIdentifier } from './patient-identifier.claim.js';
import { patients } from './patient.aggregate.js';
import { registerPatient } from './register-patient.js';

/** A person as an order or a request describes them. */
export interface PersonSaid {
  readonly facilityId: string;
  /** By which they are found. */
  readonly key: Identifier;
  /** Kept as well where they are free: whether another's identifier is shared or mistaken, a person decides. */
  readonly others: readonly Identifier[];
  readonly demographics: Demographics;
}

/** Who it is, and what Osteon knows about them: for somebody known, not what was said just now. */
export interface KnownPatient {
  readonly patientId: string;
  readonly version: number;
  /** Absent where the person was erased. */
  readonly demographics?: Demographics;
}

const free = async (unit: Unit, identifiers: readonly Identifier[]): Promise<Identifier[]> => {
  const found: Identifier[] = [];
  for (const identifier of identifiers) {
    const taken = found.some((other) => other.authority === identifier.authority && other.value === identifier.value);
    if (!taken && (await patientOf(unit.tx, identifier)) === undefined) found.push(identifier);
  }
  return found;
};

const register = async (unit: Unit, { facilityId, key, others, demographics }: PersonSaid): Promise<KnownPatient> => {
  const patientId = newId();
  const kept: KeptIdentifier[] = (await free(unit, [key, ...others])).map((identifier) => ({ ...identifier, identifierId: newId() }));
  for (const identifier of kept) await claimIdentifier(unit.tx, patientId, identifier);
  await keepDemographics(unit.tx, patientId, demographics);
  await unit.decide(patients, patientId, (patient, context) => registerPatient(patient, { facilityId, identifiers: kept }, context));
  const identifiers = kept.map(({ value, authority, type }) => ({ value, authority, type }));
  const said = message(scheduling.Patient, { patientId, version: 1, identifiers, ...demographics });
  unit.publish({ ...said, key: patientId, version: 1 });
  return { patientId, version: 1, demographics };
};

/** Finds a person by their identifier, or makes them known. What is known already is never overwritten here. */
export const knowPatient = async (unit: Unit, said: PersonSaid): Promise<KnownPatient> => {
  const patientId = await patientOf(unit.tx, said.key);
  if (patientId === undefined) return register(unit, said);
  const known = await readDemographics(unit.tx, patientId);
  return { patientId, version: known?.version ?? 1, demographics: known?.demographics };
};
