import { context, given, NORTH, service } from '@osteon/testing';
import { mayBeSamePerson, type Demographics } from './demographics.js';
import { patients } from './patient.aggregate.js';
import type { PatientEvent } from './patient.events.js';
import { registerPatient } from './register-patient.js';

const ris = context(service('north-ris'));
const identifierId = '0190a000-0000-7000-8000-00000000d001';
const registered: PatientEvent[] = [
  { type: 'PatientRegistered', data: { facilityId: NORTH } },
  { type: 'IdentifierAdded', data: { identifierId, authority: 'NORTH', type: 'MR' } },
];
const asked = { facilityId: NORTH, identifiers: [{ identifierId, authority: 'NORTH', type: 'MR' }] };

describe('a patient', () => {
  it('becomes known with all identifiers, by their ids and never by their values', () => {
    given(patients).when((patient, context) => registerPatient(patient, asked, context), ris).then(...registered);
  });

  it('who is known stays as they are', () => {
    given(patients, ...registered).when((patient, context) => registerPatient(patient, asked, context), ris).thenNothing();
  });
});

describe('two statements about a person', () => {
  const known: Demographics = { name: { family: 'Okafor' }, birthDate: '1956-03-02', sex: 'female' };

  it.each([
    [{ ...known, name: { family: 'Mueller' } }, true],
    [{ ...known, birthDate: undefined }, true],
    [{ ...known, birthDate: '1956-02-03' }, false],
    [{ ...known, sex: 'unknown' as const }, true],
    [{ ...known, sex: 'male' as const }, false],
  ])('%j can be about the same one: %s', (said, may) => expect(mayBeSamePerson(known, said)).toBe(may));
});
