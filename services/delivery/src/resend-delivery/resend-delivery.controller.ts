import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { EventStore } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { Allow, Asked, IfMatch } from '@osteon/platform/http';
import { z } from 'zod';
import { deliveries } from '../delivery/delivery.aggregate.js';
import { resendDelivery } from './resend-delivery.js';

const uuid = z.uuid();

/** Sends a parked or refused delivery again. */
@Controller('deliveries')
export class ResendDeliveryController {
  constructor(private readonly store: EventStore) {}

  @Post(':deliveryId/resend')
  @HttpCode(204)
  @Allow('resend-report')
  async resend(@Asked() ask: Context, @IfMatch() version: number, @Param('deliveryId', { schema: uuid }) deliveryId: z.infer<typeof uuid>): Promise<void> {
    await this.store.decide(deliveries, deliveryId, resendDelivery, ask, version);
  }
}
