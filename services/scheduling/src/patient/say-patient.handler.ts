import { scheduling } from '@osteon/contracts';
import { message, type Unit } from '@osteon/event-store';
import { countVersion } from './demographics.state.js';
import { shownPatients } from './shown-patients.query.js';

/** Says who somebody is, as it is known now, on the topic `patients`; nothing about whoever was erased. */
export const sayPatient = async (unit: Unit, patientId: string): Promise<void> => {
  const patient = (await shownPatients(unit.tx, [patientId])).get(patientId);
  if (patient) unit.publish({ ...message(scheduling.Patient, patient), key: patientId, version: patient.version });
};

/** The same after a change of identifiers or links, as the next version. */
export const sayNextVersion = async (unit: Unit, patientId: string): Promise<void> => {
  await countVersion(unit.tx, patientId);
  await sayPatient(unit, patientId);
};
