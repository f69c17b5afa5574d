import { context, given, NORTH, service } from '@osteon/testing';
import type { PatientEvent } from '../patient/patient.events.js';
import { patients } from '../patient/patient.aggregate.js';
import { patientRefusals } from '../patient/patient.refusals.js';
import type { Patient } from '../patient/patient.js';
import { absorbPatient, mergePatient, retireIdentifier } from './merge-patient.js';

const his = context(service('north-his'));
const [survivorId, otherId, identifierId] = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002', '0190a000-0000-7000-8000-00000000d001'] as const;
const registered: PatientEvent[] = [
  { type: 'PatientRegistered', data: { facilityId: NORTH } },
  { type: 'IdentifierAdded', data: { identifierId, authority: 'NORTH' } },
];
const merged: PatientEvent = { type: 'PatientMerged', data: { survivorId } };
const absorbed: PatientEvent = { type: 'PatientAbsorbed', data: { patientId: otherId } };
const merge = (into: string) => (patient: Patient, asked: typeof his) => mergePatient(patient, into, asked);
const absorb = (patient: Patient, asked: typeof his) => absorbPatient(patient, otherId, asked);
const retire = (patient: Patient, asked: typeof his) => retireIdentifier(patient, identifierId, asked);

describe('two patients who are one person', () => {
  it('are linked, on both sides', () => {
    given(patients, ...registered).when(merge(survivorId), his).then(merged);
    given(patients, ...registered).when(absorb, his).then(absorbed);
  });

  it('are linked once', () => {
    given(patients, ...registered, merged).when(merge(survivorId), his).thenNothing();
    given(patients, ...registered, absorbed).when(absorb, his).thenNothing();
  });

  it('are not linked where the loser has another survivor: a person decides', () => {
    given(patients, ...registered, merged).when(merge(otherId), his).thenRefused(patientRefusals.MERGED_INTO_ANOTHER);
  });

  it('are not linked where the survivor was merged away', () => {
    given(patients, ...registered, merged).when(absorb, his).thenRefused(patientRefusals.MERGE_IS_CIRCULAR);
  });

  it('are known', () => {
    given(patients).when(merge(survivorId), his).thenNothing();
    given(patients).when(absorb, his).thenNothing();
  });
});

describe('a number that is not used any more', () => {
  it('is retired, once', () => {
    const retired: PatientEvent = { type: 'IdentifierRetired', data: { identifierId } };
    given(patients, ...registered).when(retire, his).then(retired);
    given(patients, ...registered, retired).when(retire, his).thenNothing();
    given(patients).when(retire, his).thenNothing();
  });
});
