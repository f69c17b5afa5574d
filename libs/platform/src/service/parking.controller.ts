import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Context } from '@osteon/identity';
import type { ParkedKey, Released } from '@osteon/messaging';
import { z } from 'zod';
import { Allow, Asked } from '../http/index.js';
import { Log } from '../log/index.js';
import type { Foundation } from './foundation.js';
import { networkWide } from './network-wide.js';
import { FOUNDATION } from './tokens.js';

const place = z.strictObject({ topic: z.string().min(1), key: z.string() });
const reason = z.strictObject({ because: z.string().min(1).max(500) });

/**
 * Messages that could not be handled wait here with their key until a person releases or skips them. A key can be any hospital's:
 * only who works for the whole network deals with it.
 */
@Controller('operations/parked')
export class ParkingController {
  constructor(
    @Inject(FOUNDATION) private readonly foundation: Foundation,
    private readonly log: Log,
  ) {}

  /** The oldest key first; ids and reasons, no content. */
  @Get()
  @Allow('see-streams')
  async parked(@Asked() { by }: Context): Promise<{ keys: ParkedKey[] }> {
    networkWide(by, 'see-streams');
    return { keys: await this.foundation.transport.parked() };
  }

  /** Runs what waits under a key again, in its order. */
  @Post('releases')
  @HttpCode(200)
  @Allow('handle-parked')
  async release(@Body({ schema: place }) at: z.infer<typeof place>, @Asked() { by, correlationId }: Context): Promise<Released> {
    networkWide(by, 'handle-parked');
    const released = await this.foundation.transport.release(at);
    this.log.event('parked-released', { ...at, by: by.userId, ran: released.ran, correlationId });
    return released;
  }

  /** Leaves one message out for good, and runs what waits behind it. */
  @Post(':id/skip')
  @HttpCode(200)
  @Allow('handle-parked')
  async skip(
    @Param('id', { schema: z.string().regex(/^\d{1,18}$/) }) id: string,
    @Body({ schema: reason }) { because }: z.infer<typeof reason>,
    @Asked() { by, correlationId }: Context,
  ): Promise<Released> {
    networkWide(by, 'handle-parked');
    const released = await this.foundation.transport.skip(id, because);
    this.log.event('parked-skipped', { id, by: by.userId, ran: released.ran, correlationId });
    return released;
  }
}
