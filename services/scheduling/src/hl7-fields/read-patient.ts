import { Hl7Error, segmentsOf, type Message } from '@osteon/hl7';
import { firstDemographics, type Demographics, type DemographicsSaid } from '../patient/demographics.js';
import { readDemographics } from './read-demographics.js';
import { readIdentified, type Identified } from './read-identifiers.js';

/** What a message says about somebody, whether they are known or not. */
export interface PatientWord extends Identified {
  readonly said: DemographicsSaid;
  /** Codes of what was left out. */
  readonly flags: readonly string[];
}

/** A person as an order introduces them. */
export interface PatientSaid extends Identified {
  readonly demographics: Demographics;
  readonly flags: readonly string[];
}

/** Reads PID as an update says it; 100, 101 or 102 with position for what cannot be read. */
export const readPatientWord = (message: Message, assigningAuthority: string): PatientWord => {
  if (segmentsOf(message, 'PID').length === 0) throw new Hl7Error('100', 'PID', 'the message names its patient');
  return { ...readDemographics(message), ...readIdentified(message, assigningAuthority) };
};

/** Reads the patient of an order, who has a name; 100, 101 or 102 with position for what cannot be read. */
export const readPatient = (message: Message, assigningAuthority: string): PatientSaid => {
  const { said, ...word } = readPatientWord(message, assigningAuthority);
  const demographics = firstDemographics(said);
  if (!demographics) throw new Hl7Error('101', 'PID-5', 'a patient has a family name');
  return { ...word, demographics };
};
