import { Controller, Get, Query } from '@nestjs/common';
import type { Context } from '@osteon/identity';
import { Allow, Asked } from '@osteon/platform/http';
import { z } from 'zod';
import { DeliveriesQuery } from './deliveries.query.js';
import { shownDelivery } from './shown-delivery.js';

const uuid = z.uuid();

/** Where reports stand. */
@Controller('deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesQuery) {}

  @Get()
  @Allow('see-deliveries')
  async ofExam(@Asked() { by }: Context, @Query('examId', { schema: uuid }) examId: z.infer<typeof uuid>) {
    const found = await this.deliveries.ofExam(examId, by.facilitiesFor('see-deliveries'));
    return { deliveries: found.map(shownDelivery) };
  }

  /** Every report that has not arrived, the longest waiting first, two hundred at most. */
  @Get('waiting')
  @Allow('see-deliveries')
  async waiting(@Asked() { by }: Context) {
    return { deliveries: (await this.deliveries.waiting(by.facilitiesFor('see-deliveries'))).map(shownDelivery) };
  }
}
