import { Injectable } from '@nestjs/common';
import type { Unit } from '@osteon/event-store';
import type { Message } from '@osteon/hl7';
import { readPatientWord } from '../hl7-fields/read-patient.js';
import { sentAt } from '../hl7-fields/sent-at.js';
import type { Heard } from '../hl7-messages/heard.js';
import type { Effect, Trigger } from '../hl7-messages/trigger.js';
import { updatePatient, type PatientUpdated } from './update-patient.handler.js';

const flagsOf: Readonly<Record<PatientUpdated['outcome'], readonly string[]>> = {
  applied: [],
  kept: ['PATIENT_WITHOUT_EXAM'],
  older: ['OLDER_MESSAGE'],
  erased: ['PATIENT_ERASED'],
};

/** What became of the word about a patient, as its message is kept with it. */
export interface PatientWordTaken extends Omit<Effect, 'examIds'> {
  readonly patientId?: string;
}

/** Takes what a message says about its patient; the codes say what became of it. */
export const takePatientWord = async (unit: Unit, message: Message, heard: Heard): Promise<PatientWordTaken> => {
  const { facilityId, assigningAuthority, keepPatients = 'withExam' } = heard.site;
  const { key, others, said, flags } = readPatientWord(message, assigningAuthority);
  const { patientId, outcome } = await updatePatient(unit, { facilityId, key, others, said, saidAt: sentAt(message, heard), keepPatients });
  const isTaken = outcome === 'applied' || outcome === 'kept';
  return { patientId, outcome: isTaken ? outcome : 'ignored', flags: [...flags, ...flagsOf[outcome]] };
};

/** Somebody is admitted or expected (A01, A05), becomes known (A28) or is described anew (A08, A31): all of them say who the person is. */
@Injectable()
export class UpdatePatient implements Trigger {
  readonly types = ['ADT^A01', 'ADT^A05', 'ADT^A08', 'ADT^A28', 'ADT^A31'];

  async take(unit: Unit, message: Message, heard: Heard): Promise<Effect> {
    const { outcome, flags } = await takePatientWord(unit, message, heard);
    return { outcome, flags, examIds: [] };
  }
}
