import { Injectable } from '@nestjs/common';
import type { Unit } from '@osteon/event-store';
import type { Message } from '@osteon/hl7';
import type { Heard } from '../hl7-messages/heard.js';
import type { Effect, Trigger } from '../hl7-messages/trigger.js';
import { takeMerges } from './merge-patients.mllp.js';

/** A person has another number (A47): PID says the new one, MRG the one before. Where both name somebody already, they are one person. */
@Injectable()
export class ChangeIdentifier implements Trigger {
  readonly types = ['ADT^A47'];

  take(unit: Unit, message: Message, heard: Heard): Promise<Effect> {
    return takeMerges(unit, message, heard);
  }
}
