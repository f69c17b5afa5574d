import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { EventStore } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { Allow, Asked, IfMatch } from '@osteon/platform/http';
import { operationOrder, OperationLog } from '@osteon/platform/operations';
import { z } from 'zod';
import { deliveries } from '../delivery/delivery.aggregate.js';
import { resendDelivery } from './resend-delivery.js';

const uuid = z.uuid();
const order = z.strictObject(operationOrder).optional();

/** Sends a parked or refused delivery again. */
@Controller('deliveries')
export class ResendDeliveryController {
  constructor(
    private readonly store: EventStore,
    private readonly operations: OperationLog,
  ) {}

  @Post(':deliveryId/resend')
  @HttpCode(204)
  @Allow('resend-report')
  async resend(
    @Asked() ask: Context,
    @IfMatch() version: number,
    @Param('deliveryId', { schema: uuid }) deliveryId: z.infer<typeof uuid>,
    @Body({ schema: order }) ordered: z.infer<typeof order>,
  ): Promise<void> {
    await this.store.transact(ask, async (unit) => {
      const { state, events } = await unit.decide(deliveries, deliveryId, resendDelivery, version);
      const facilityId = state.status === 'none' ? '*' : state.report.facilityId;
      await this.operations.recordIn(unit, { what: 'resend', target: { deliveryId }, facilityId, ...ordered }, { asked: events.length });
    });
  }
}
