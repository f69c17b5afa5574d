import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Context } from '@osteon/identity';
import type { ParkedKey, Released, ShownMessage } from '@osteon/messaging';
import { z } from 'zod';
import { Allow, Asked, Problem } from '../http/index.js';
import { operationOrder, OperationLog } from '../operations/index.js';
import type { Foundation } from './foundation.js';
import { networkWide } from './network-wide.js';
import { FOUNDATION } from './tokens.js';

const place = z.strictObject({ topic: z.string().min(1), key: z.string(), ...operationOrder });
const reason = z.strictObject({ because: z.string().min(1).max(500), operationId: operationOrder.operationId });
const messageId = z.string().regex(/^\d{1,18}$/);

const countsOf = ({ ran, stoppedAt }: Released) => ({ ran, stopped: stoppedAt === undefined ? 0 : 1 });

/**
 * Messages that could not be handled wait here with their key until a person releases or skips them. A key can be any hospital's:
 * only who works for the whole network deals with it.
 */
@Controller('operations/parked')
export class ParkingController {
  constructor(
    @Inject(FOUNDATION) private readonly foundation: Foundation,
    private readonly operations: OperationLog,
  ) {}

  /** The oldest key first; ids and reasons, no content. */
  @Get()
  @Allow('see-streams')
  async parked(@Asked() { by }: Context): Promise<{ keys: ParkedKey[] }> {
    networkWide(by, 'see-streams');
    return { keys: await this.foundation.transport.parked() };
  }

  /** One message: where it comes from and of which form it is, none of its values. */
  @Get(':id')
  @Allow('see-streams')
  async one(@Param('id', { schema: messageId }) id: string, @Asked() { by }: Context): Promise<ShownMessage> {
    networkWide(by, 'see-streams');
    const shown = await this.foundation.transport.parkedMessage(id);
    if (!shown) throw new Problem(404, 'MESSAGE_NOT_PARKED', 'No such message is parked here.');
    return shown;
  }

  /** Runs what waits under a key again, in its order. */
  @Post('releases')
  @HttpCode(200)
  @Allow('handle-parked')
  async release(@Body({ schema: place }) { topic, key, ...order }: z.infer<typeof place>, @Asked() ask: Context): Promise<Released> {
    networkWide(ask.by, 'handle-parked');
    const at = { topic, key };
    return this.operations.carryOut({ what: 'release', target: at, ...order }, ask, () => this.foundation.transport.release(at), countsOf);
  }

  /** Leaves one message out for good, and runs what waits behind it. */
  @Post(':id/skip')
  @HttpCode(200)
  @Allow('handle-parked')
  async skip(
    @Param('id', { schema: messageId }) id: string,
    @Body({ schema: reason }) { because, operationId }: z.infer<typeof reason>,
    @Asked() ask: Context,
  ): Promise<Released> {
    networkWide(ask.by, 'handle-parked');
    return this.operations.carryOut({ what: 'skip', target: { id }, operationId, reason: because }, ask, () => this.foundation.transport.skip(id, because), countsOf);
  }
}
