import { Controller, Get, Param } from '@nestjs/common';
import { refuse } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { Allow, Asked } from '@osteon/platform/http';
import { z } from 'zod';
import { noDeliveries } from '../delivery/delivery.refusals.js';
import { DeliveriesQuery } from './deliveries.query.js';
import { shownAttempt } from './shown-delivery.js';

const uuid = z.uuid();

/** Every attempt of one delivery, with what was answered. */
@Controller('deliveries')
export class AttemptsController {
  constructor(private readonly deliveries: DeliveriesQuery) {}

  @Get(':deliveryId/attempts')
  @Allow('see-deliveries')
  async attempts(@Asked() { by }: Context, @Param('deliveryId', { schema: uuid }) deliveryId: z.infer<typeof uuid>) {
    const delivery = await this.deliveries.one(deliveryId);
    if (delivery === null || !by.may('see-deliveries', delivery.facilityId)) refuse(noDeliveries.UNKNOWN);
    return { attempts: (await this.deliveries.attemptsOf(deliveryId)).map(shownAttempt) };
  }
}
