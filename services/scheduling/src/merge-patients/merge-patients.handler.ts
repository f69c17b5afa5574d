import { refuse, type Unit } from '@osteon/event-store';
import { Hl7Error } from '@osteon/hl7';
import { firstDemographics, type Identifier } from '../patient/demographics.js';
import { claimFree, register } from '../patient/know-patient.handler.js';
import { claimOf, retireClaim, type ClaimedIdentifier } from '../patient/patient-identifier.claim.js';
import { patients } from '../patient/patient.aggregate.js';
import { patientRefusals } from '../patient/patient.refusals.js';
import { addIdentifiers } from '../patient/register-patient.js';
import { samePerson } from '../patient/same-person.query.js';
import { sayNextVersion } from '../patient/say-patient.handler.js';
import { absorbPatient, mergePatient, retireIdentifier } from './merge-patient.js';
import type { MergeSaid } from './read-merges.js';

/** One merge with what its message says beside it. */
export interface Merging extends MergeSaid {
  readonly facilityId: string;
  /** MSH-7 in UTC. */
  readonly saidAt?: string;
}

const retire = async (unit: Unit, { patientId, identifierId }: Pick<ClaimedIdentifier, 'patientId' | 'identifierId'>): Promise<void> => {
  await retireClaim(unit.tx, identifierId);
  await unit.decide(patients, patientId, (patient, context) => retireIdentifier(patient, identifierId, context));
};

const add = async (unit: Unit, patientId: string, identifier: Identifier) => {
  const identifiers = await claimFree(unit, patientId, [identifier]);
  await unit.decide(patients, patientId, (patient, context) => addIdentifiers(patient, identifiers, context));
  return identifiers.map(({ identifierId }) => ({ patientId, identifierId }));
};

/** The loser is remembered for orders and images to come, as a number that the survivor had. */
const remember = async (unit: Unit, patientId: string, loser: Identifier): Promise<void> => {
  for (const added of await add(unit, patientId, loser)) await retire(unit, added);
  await sayNextVersion(unit, patientId);
};

/** The person has another number from now on. */
const renumber = async (unit: Unit, goes: ClaimedIdentifier, key: Identifier): Promise<void> => {
  const { survivorId } = await samePerson(unit.tx, goes.patientId);
  await add(unit, survivorId, key);
  await retire(unit, goes);
  for (const patientId of new Set([survivorId, goes.patientId])) await sayNextVersion(unit, patientId);
};

const retireOfTwo = async (unit: Unit, stays: ClaimedIdentifier, goes: ClaimedIdentifier): Promise<void> => {
  if (stays.retired) refuse(patientRefusals.MERGE_IS_CIRCULAR);
  if (goes.retired) return;
  await retire(unit, goes);
  await sayNextVersion(unit, goes.patientId);
};

const link = async (unit: Unit, stays: ClaimedIdentifier, goes: ClaimedIdentifier): Promise<void> => {
  const { survivorId, patientIds } = await samePerson(unit.tx, stays.patientId);
  if (survivorId === goes.patientId) refuse(patientRefusals.MERGE_IS_CIRCULAR);
  if (patientIds.includes(goes.patientId)) return;
  await unit.decide(patients, goes.patientId, (patient, context) => mergePatient(patient, survivorId, context));
  await unit.decide(patients, survivorId, (survivor, context) => absorbPatient(survivor, goes.patientId, context));
  await sayNextVersion(unit, goes.patientId);
};

/** Who stays, known by now: a merge is kept always, also of people who have no exam. */
const survivorOf = async (unit: Unit, { key, others, said, facilityId, saidAt }: Merging): Promise<string> => {
  const demographics = firstDemographics(said);
  if (!demographics) throw new Hl7Error('101', 'PID-5', 'a patient has a family name');
  return (await register(unit, { facilityId, key, others, demographics, saidAt })).patientId;
};

const mergeOne = async (unit: Unit, merging: Merging, loser: Identifier): Promise<void> => {
  const stays = await claimOf(unit.tx, merging.key);
  const goes = await claimOf(unit.tx, loser);
  if (stays && goes) return stays.patientId === goes.patientId ? retireOfTwo(unit, stays, goes) : link(unit, stays, goes);
  if (goes) return renumber(unit, goes, merging.key);
  return remember(unit, stays ? (await samePerson(unit.tx, stays.patientId)).survivorId : await survivorOf(unit, merging), loser);
};

/**
 * Acts on identifiers. Both on one patient: MRG-1 is retired. On two: the loser is linked to the survivor. Loser unknown: remembered for orders
 * to come. Survivor unknown: the number of the person is a new one. Refuses what would close a circle.
 */
export const mergePatients = async (unit: Unit, merging: Merging): Promise<void> => {
  for (const loser of merging.losers) await mergeOne(unit, merging, loser);
};
