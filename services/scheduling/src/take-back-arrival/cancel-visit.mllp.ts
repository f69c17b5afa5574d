import { Injectable } from '@nestjs/common';
import type { Unit } from '@osteon/event-store';
import type { Message } from '@osteon/hl7';
import { examsOnDay } from '../arrive-patient/exams-on-day.query.js';
import { exams } from '../exam/exam.aggregate.js';
import { readPatientWord } from '../hl7-fields/read-patient.js';
import { visitTime } from '../hl7-fields/visit-time.js';
import type { Heard } from '../hl7-messages/heard.js';
import type { Effect, Trigger } from '../hl7-messages/trigger.js';
import { patientOf } from '../patient/same-person.query.js';
import { takeBackArrival } from './take-back-arrival.js';

const nothing = (...flags: string[]): Effect => ({ outcome: 'ignored', flags, examIds: [] });

/** A visit is cancelled (A11): the arrival is taken back where the patient has exactly one exam here on that day. Exams themselves are cancelled by their orders. */
@Injectable()
export class CancelVisit implements Trigger {
  readonly types = ['ADT^A11'];

  async take(unit: Unit, message: Message, heard: Heard): Promise<Effect> {
    const { key } = readPatientWord(message, heard.site.assigningAuthority);
    const at = visitTime(message, heard) ?? unit.context.at;
    const patientId = await patientOf(unit.tx, key);
    if (patientId === undefined) return nothing('PATIENT_UNKNOWN');
    const [examId, ...others] = await examsOnDay(unit.tx, heard.site, { patientId, at });
    if (others.length > 0) return nothing('SEVERAL_EXAMS_TODAY');
    if (examId === undefined) return nothing();
    const { events } = await unit.decide(exams, examId, (exam, context) => takeBackArrival(exam, at, context));
    return { outcome: events.length > 0 ? 'applied' : 'ignored', flags: [], examIds: [examId] };
  }
}
