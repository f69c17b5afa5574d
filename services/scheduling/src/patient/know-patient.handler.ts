import { v7 as newId } from 'uuid';
import type { Unit } from '@osteon/event-store';
import { takeAwaited } from './awaited-patient.state.js';
import { changed, firstDemographics, isSameIdentifier, type Demographics, type Identifier } from './demographics.js';
import { keepDemographics, readDemographics } from './demographics.state.js';
import { claimIdentifier, claimOf, type KeptIdentifier } from './patient-identifier.claim.js';
import { patients } from './patient.aggregate.js';
import { registerPatient } from './register-patient.js';
import { samePerson } from './same-person.query.js';
import { sayPatient } from './say-patient.handler.js';

/** A person as an order or a request describes them. */
export interface PersonSaid {
  readonly facilityId: string;
  /** By which they are found. */
  readonly key: Identifier;
  /** Kept as well where they are free: whether another's identifier is shared or mistaken, a person decides. */
  readonly others: readonly Identifier[];
  readonly demographics: Demographics;
  /** MSH-7 in UTC, where a message says it. */
  readonly saidAt?: string;
}

/** Who it is, and what Osteon knows about them: for somebody known, not what was said just now. */
export interface KnownPatient {
  /** After merges: the one who stays. */
  readonly patientId: string;
  /** All patients who are this person. */
  readonly patientIds: readonly string[];
  readonly version: number;
  /** Absent where the person was erased. */
  readonly demographics?: Demographics;
}

/** Claims for a patient what nobody has yet. */
export const claimFree = async (unit: Unit, patientId: string, identifiers: readonly Identifier[]): Promise<KeptIdentifier[]> => {
  const claimed: KeptIdentifier[] = [];
  for (const identifier of identifiers) {
    if (claimed.some((other) => isSameIdentifier(other, identifier)) || (await claimOf(unit.tx, identifier)) !== undefined) continue;
    const kept = { ...identifier, identifierId: newId() };
    await claimIdentifier(unit.tx, patientId, kept);
    claimed.push(kept);
  }
  return claimed;
};

/** Makes somebody known, with what ADT has said about them before: an order's PID only fills what that leaves open. */
export const register = async (unit: Unit, { facilityId, key, others, demographics, saidAt }: PersonSaid): Promise<KnownPatient> => {
  const patientId = newId();
  const awaited = await takeAwaited(unit.tx, key, unit.context.at);
  const known = firstDemographics(changed(demographics, { deleted: [], ...awaited?.demographics })) ?? demographics;
  const identifiers = await claimFree(unit, patientId, [key, ...others, ...(awaited?.identifiers ?? [])]);
  await keepDemographics(unit.tx, patientId, { version: 1, demographics: known, saidAt: awaited?.saidAt ?? saidAt });
  await unit.decide(patients, patientId, (patient, context) => registerPatient(patient, { facilityId, identifiers }, context));
  await sayPatient(unit, patientId);
  return { patientId, patientIds: [patientId], version: 1, demographics: known };
};

/** Finds a person by their identifier, or makes them known. What is known already is never overwritten here. */
export const knowPatient = async (unit: Unit, said: PersonSaid): Promise<KnownPatient> => {
  const claimed = await claimOf(unit.tx, said.key);
  if (!claimed) return register(unit, said);
  const { survivorId: patientId, patientIds } = await samePerson(unit.tx, claimed.patientId);
  const known = await readDemographics(unit.tx, patientId);
  return { patientId, patientIds, version: known?.version ?? 1, demographics: known?.demographics };
};
