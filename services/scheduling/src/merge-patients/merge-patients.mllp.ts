import { Injectable } from '@nestjs/common';
import { Refusal, type Unit } from '@osteon/event-store';
import { Hl7Error, type Message } from '@osteon/hl7';
import { inGroup } from '../hl7-fields/in-group.js';
import { sentAt } from '../hl7-fields/sent-at.js';
import type { Heard } from '../hl7-messages/heard.js';
import type { Effect, Trigger } from '../hl7-messages/trigger.js';
import { mergePatients, type Merging } from './merge-patients.handler.js';
import { readMerges } from './read-merges.js';

/** A no to one of several merges, at its place in the message. */
const placed = (error: unknown, index: number): unknown => {
  if (error instanceof Refusal) return inGroup(new Hl7Error('205', 'MRG-1', error.message), index);
  return error instanceof Hl7Error ? inGroup(error, index) : error;
};

const merge = async (unit: Unit, merging: Merging, index: number): Promise<void> => {
  try {
    await mergePatients(unit, merging);
  } catch (error) {
    throw placed(error, index);
  }
};

/** All merges of a message are carried out, or none. */
export const takeMerges = async (unit: Unit, message: Message, heard: Heard): Promise<Effect> => {
  const { facilityId, assigningAuthority } = heard.site;
  const saidAt = sentAt(message, heard);
  for (const [index, said] of readMerges(message, assigningAuthority).entries()) await merge(unit, { ...said, facilityId, saidAt }, index);
  return { outcome: 'applied', flags: [], examIds: [] };
};

/** Two numbers are one person (A40): PID says who stays, MRG who was merged into them. */
@Injectable()
export class MergePatients implements Trigger {
  readonly types = ['ADT^A40'];

  take(unit: Unit, message: Message, heard: Heard): Promise<Effect> {
    return takeMerges(unit, message, heard);
  }
}
