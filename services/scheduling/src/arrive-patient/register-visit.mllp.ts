import { Injectable } from '@nestjs/common';
import type { Unit } from '@osteon/event-store';
import type { Message } from '@osteon/hl7';
import { exams } from '../exam/exam.aggregate.js';
import { visitTime } from '../hl7-fields/visit-time.js';
import type { Heard } from '../hl7-messages/heard.js';
import type { Effect, Trigger } from '../hl7-messages/trigger.js';
import { takePatientWord } from '../update-patient/update-patient.mllp.js';
import { arrivePatient } from './arrive-patient.js';
import { examsOnDay } from './exams-on-day.query.js';

/** Somebody has come (A04). Their exam is marked arrived only where they have exactly one here on that day; of several a person says which. */
@Injectable()
export class RegisterVisit implements Trigger {
  readonly types = ['ADT^A04'];

  async take(unit: Unit, message: Message, heard: Heard): Promise<Effect> {
    const at = visitTime(message, heard) ?? unit.context.at;
    const { patientId, outcome, flags } = await takePatientWord(unit, message, heard);
    const [examId, ...others] = patientId === undefined ? [] : await examsOnDay(unit.tx, heard.site, { patientId, at });
    if (others.length > 0) return { outcome, flags: [...flags, 'SEVERAL_EXAMS_TODAY'], examIds: [] };
    if (examId === undefined) return { outcome, flags, examIds: [] };
    const { events } = await unit.decide(exams, examId, (exam, context) => arrivePatient(exam, at, context));
    return { outcome: events.length > 0 ? 'applied' : outcome, flags, examIds: [examId] };
  }
}
