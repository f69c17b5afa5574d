import { Injectable } from '@nestjs/common';
import { scheduling } from '@osteon/contracts';
import { Hl7Error, type Message } from '@osteon/hl7';
import type { Unit } from '@osteon/event-store';
import { ObjectStore } from '@osteon/object-store';
import type { Heard } from '../hl7-messages/heard.js';
import type { Effect, Trigger } from '../hl7-messages/trigger.js';
import { mayBeSamePerson } from '../patient/demographics.js';
import { knowPatient, type KnownPatient } from '../patient/know-patient.handler.js';
import { firstFilled } from './first-filled.js';
import { hl7Time } from './hl7-time.js';
import { newOrder, type OrderHeard } from './new-order.handler.js';
import { readOrders, type OrderSaid } from './read-orders.js';
import { readPatient, type PatientSaid } from './read-patient.js';

/** What becomes of an order, by ORC-1 (HL7 table 0119). */
const controls: Readonly<Record<string, (unit: Unit, said: OrderHeard) => Promise<string>>> = { NW: newOrder };

const controlOf = ({ control }: OrderSaid, index: number) => {
  const handle = controls[control];
  if (!handle) throw new Hl7Error('103', index === 0 ? 'ORC-1' : `ORC[${index + 1}]-1`, 'only new orders (NW) are supported yet');
  return handle;
};

const flagsOf = (orders: readonly OrderSaid[], said: PatientSaid, known: KnownPatient): string[] => {
  const isSomebodyElse = known.demographics !== undefined && !mayBeSamePerson(known.demographics, said.demographics);
  return [...new Set([...said.flags, ...(isSomebodyElse ? ['PATIENT_DIFFERS'] : []), ...orders.flatMap(({ flags }) => flags)])];
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
    const sent = firstFilled(message, ['MSH-7']);
    const saidAt = sent && hl7Time(sent, heard.sender.zone ?? heard.site.zone).at;
    const patient = await knowPatient(unit, { facilityId: heard.site.facilityId, ...said });
    const examIds: string[] = [];
    for (const [index, order] of orders.entries()) {
      const handle = controlOf(order, index);
      examIds.push(await handle(unit, { order, heard, patient, saidAt, details: await this.keep(order) }));
    }
    const flags = [...flagsOf(orders, said, patient), ...(ignored > 0 ? ['OTHER_MODALITY'] : [])];
    return { outcome: 'applied', flags, examIds: [...new Set(examIds)] };
  }

  private keep({ details }: OrderSaid) {
    return this.objects.putJson('scheduling', scheduling.examDetails, details);
  }
}
