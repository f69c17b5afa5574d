import { Injectable } from '@nestjs/common';
import type { Unit } from '@osteon/event-store';
import type { Message } from '@osteon/hl7';
import { readPatientWord } from '../hl7-fields/read-patient.js';
import type { Heard } from '../hl7-messages/heard.js';
import type { Effect, Trigger } from '../hl7-messages/trigger.js';

/** A visit that was only expected is cancelled (A38): nobody has arrived by it, and exams are cancelled by their orders. */
@Injectable()
export class CancelExpectedVisit implements Trigger {
  readonly types = ['ADT^A38'];

  take(_unit: Unit, message: Message, { site }: Heard): Promise<Effect> {
    readPatientWord(message, site.assigningAuthority);
    return Promise.resolve({ outcome: 'ignored', flags: [], examIds: [] });
  }
}
