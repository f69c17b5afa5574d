import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { EventStore, type ToldAgain } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { z } from 'zod';
import { Allow, Asked } from '../http/index.js';
import { Log } from '../log/index.js';
import { networkWide } from './network-wide.js';

const position = z.number().int().positive().optional();
const instant = z.iso.datetime().optional();

/** Positions and times are included; what is absent sets no limit. `dryRun` counts and says nothing. */
const asked = z.strictObject({
  fromPosition: position,
  toPosition: position,
  from: instant,
  to: instant,
  types: z.array(z.string().min(1)).min(1).optional(),
  dryRun: z.boolean().default(false),
});

/** What this service has told the others, told again. */
@Controller('operations/replays')
export class ReplaysController {
  constructor(
    private readonly store: EventStore,
    private readonly log: Log,
  ) {}

  /** The same ids and contents go out once more, behind what waits. Who has heard them drops them: no effect comes twice. */
  @Post()
  @HttpCode(200)
  @Allow('replay-events')
  async replay(@Body({ schema: asked }) { dryRun, types, ...limits }: z.infer<typeof asked>, @Asked() { by, correlationId }: Context): Promise<ToldAgain> {
    networkWide(by, 'replay-events');
    const told = await this.store.tellAgain({ ...limits, types }, { dryRun });
    if (!dryRun) this.log.event('events-replayed', { ...limits, types: types?.join(' '), ...told, by: by.userId, correlationId });
    return told;
  }
}
