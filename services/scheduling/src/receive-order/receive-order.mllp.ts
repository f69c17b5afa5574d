import { Injectable } from '@nestjs/common';
import { scheduling } from '@osteon/contracts';
import { Hl7Error, type Message } from '@osteon/hl7';
import type { Unit } from '@osteon/event-store';
import { ObjectStore } from '@osteon/object-store';
import { readPatient, type PatientSaid } from '../hl7-fields/read-patient.js';
import { sentAt } from '../hl7-fields/sent-at.js';
import type { Heard } from '../hl7-messages/heard.js';
import type { Effect, Trigger } from '../hl7-messages/trigger.js';
import { mayBeSamePerson } from '../patient/demographics.js';
import { knowPatient, type KnownPatient } from '../patient/know-patient.handler.js';
import { cancelHeard } from './cancel-order.handler.js';
import { newOrder, type OrderEffect } from './new-order.handler.js';
import { readOrders, type OrderSaid } from './read-orders.js';

/** What ORC-1 asks for (HL7 table 0119): new order and change are one, whatever was heard first; so are the three ways to cancel. */
const controls: Readonly<Record<string, 'take' | 'cancel'>> = { NW: 'take', XO: 'take', CA: 'cancel', DC: 'cancel', OC: 'cancel' };

const controlOf = ({ control }: OrderSaid, index: number): 'take' | 'cancel' => {
  const asked = controls[control];
  if (!asked) throw new Hl7Error('103', index === 0 ? 'ORC-1' : `ORC[${index + 1}]-1`, 'an order is new (NW), changed (XO) or cancelled (CA, DC, OC)');
  return asked;
};

const flagsOf = (said: PatientSaid, known: KnownPatient | undefined): string[] => {
  const isSomebodyElse = known?.demographics !== undefined && !mayBeSamePerson(known.demographics, said.demographics);
  return [...said.flags, ...(isSomebodyElse ? ['PATIENT_DIFFERS'] : [])];
};

const effectOf = (effects: readonly OrderEffect[], flags: readonly string[]): Effect => {
  const examIds = [...new Set(effects.flatMap(({ examId }) => examId ?? []))];
  return { outcome: examIds.length > 0 ? 'applied' : 'ignored', flags: [...new Set([...flags, ...effects.flatMap((effect) => effect.flags)])], examIds };
};

/** Orders by ORM^O01 (with ZDS) and OMI^O23 (with IPC): all orders of a message are taken, or none. */
@Injectable()
export class ReceiveOrder implements Trigger {
  readonly types = ['ORM^O01', 'OMI^O23'];

  constructor(private readonly objects: ObjectStore) {}

  async take(unit: Unit, message: Message, heard: Heard): Promise<Effect> {
    const { orders, ignored } = readOrders(message, heard);
    if (orders.length === 0) return { outcome: 'ignored', flags: ['OTHER_MODALITY'], examIds: [] };
    const said = readPatient(message, heard.site.assigningAuthority);
    const asked = orders.map((order, index) => ({ order, control: controlOf(order, index) }));
    const isNew = asked.some(({ control }) => control === 'take');
    const saidAt = sentAt(message, heard);
    const patient = isNew ? await knowPatient(unit, { facilityId: heard.site.facilityId, ...said, saidAt }) : undefined;
    const effects: OrderEffect[] = [];
    for (const { order, control } of asked) {
      const cancels = control === 'cancel' || !patient;
      const effect = cancels
        ? cancelHeard(unit, { key: order.key, patient: said.key, saidAt })
        : newOrder(unit, { order, heard, patient, saidAt, details: await this.keep(order) });
      effects.push(await effect);
    }
    return effectOf(effects, [...flagsOf(said, patient), ...(ignored > 0 ? ['OTHER_MODALITY'] : [])]);
  }

  private keep({ details }: OrderSaid) {
    return this.objects.putJson('scheduling', scheduling.examDetails, details);
  }
}
