import type { Unit } from '@osteon/event-store';
import { sameJson } from '../exam/same-json.js';
import { isOlderWord } from '../hl7-fields/is-older-word.js';
import { keepAwaited, readAwaited, type AwaitedPatient } from '../patient/awaited-patient.state.js';
import { changed, firstDemographics, type DemographicsSaid, type Identifier } from '../patient/demographics.js';
import { keepDemographics, readDemographics } from '../patient/demographics.state.js';
import { claimFree, register } from '../patient/know-patient.handler.js';
import { patients } from '../patient/patient.aggregate.js';
import { addIdentifiers } from '../patient/register-patient.js';
import { patientOf } from '../patient/same-person.query.js';
import { sayPatient } from '../patient/say-patient.handler.js';

/** What ADT says about a person. */
export interface PatientUpdate {
  readonly facilityId: string;
  readonly key: Identifier;
  readonly others: readonly Identifier[];
  readonly said: DemographicsSaid;
  /** MSH-7 in UTC. */
  readonly saidAt?: string;
  /** Whether somebody without an exam becomes known at once, or waits for the first one. */
  readonly keepPatients: 'withExam' | 'all';
}

/** The patient where they are known, and what became of the word about them. */
export interface PatientUpdated {
  readonly patientId?: string;
  readonly outcome: 'applied' | 'kept' | 'older' | 'erased';
}

const updateKnown = async (unit: Unit, patientId: string, { others, said, saidAt }: PatientUpdate): Promise<PatientUpdated> => {
  const known = await readDemographics(unit.tx, patientId);
  if (!known) return { patientId, outcome: 'erased' };
  if (isOlderWord(saidAt, known.saidAt)) return { patientId, outcome: 'older' };
  const demographics = firstDemographics(changed(known.demographics, said)) ?? known.demographics;
  const identifiers = await claimFree(unit, patientId, others);
  const isNews = identifiers.length > 0 || !sameJson(demographics, known.demographics);
  await keepDemographics(unit.tx, patientId, { version: known.version + (isNews ? 1 : 0), demographics, saidAt: saidAt ?? known.saidAt });
  await unit.decide(patients, patientId, (patient, context) => addIdentifiers(patient, identifiers, context));
  if (isNews) await sayPatient(unit, patientId);
  return { patientId, outcome: 'applied' };
};

const nobody: AwaitedPatient = { identifiers: [], demographics: {} };

/** All that was said about somebody without an exam so far. */
const told = (awaited: AwaitedPatient, { others, said, saidAt = awaited.saidAt }: PatientUpdate): AwaitedPatient => ({
  identifiers: others.length > 0 ? others : awaited.identifiers,
  demographics: changed(awaited.demographics, said),
  saidAt,
});

const updateUnknown = async (unit: Unit, update: PatientUpdate): Promise<PatientUpdated> => {
  const { facilityId, key, saidAt, keepPatients } = update;
  const before = (await readAwaited(unit.tx, key, unit.context.at)) ?? nobody;
  if (isOlderWord(saidAt, before.saidAt)) return { outcome: 'older' };
  const awaited = told(before, update);
  await keepAwaited(unit.tx, key, awaited, unit.context.at);
  const demographics = firstDemographics(awaited.demographics);
  if (keepPatients === 'withExam' || !demographics) return { outcome: 'kept' };
  const { patientId } = await register(unit, { facilityId, key, others: awaited.identifiers, demographics, saidAt });
  return { patientId, outcome: 'applied' };
};

/** A newer word about a person changes what is known; about somebody without an exam it is kept for the first one, 30 days long. */
export const updatePatient = async (unit: Unit, update: PatientUpdate): Promise<PatientUpdated> => {
  const patientId = await patientOf(unit.tx, update.key);
  return patientId === undefined ? updateUnknown(unit, update) : updateKnown(unit, patientId, update);
};
