import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Context } from '@osteon/identity';
import type { GroupLag, HeardConsumer, Place, Refed } from '@osteon/messaging';
import { z } from 'zod';
import { Allow, Asked } from '../http/index.js';
import { operationOrder, OperationLog } from '../operations/index.js';
import type { Foundation } from './foundation.js';
import { networkWide } from './network-wide.js';
import { ofBroker } from './of-broker.js';
import { FOUNDATION } from './tokens.js';

const offset = z.number().int().nonnegative().optional();
const instant = z.iso.datetime().optional();

/**
 * Offsets and times are included; what is absent sets no limit, but one of them has to be named. `dryRun` counts and feeds nothing.
 * `again` is for consumers that only keep copies.
 */
const asked = z
  .strictObject({
    fromOffset: offset,
    toOffset: offset,
    partition: offset,
    from: instant,
    to: instant,
    again: z.boolean().default(false),
    dryRun: z.boolean().default(false),
    ...operationOrder,
  })
  .refine(({ fromOffset, from }) => fromOffset !== undefined || from !== undefined, { path: ['from'], error: 'from or fromOffset says where to begin' });

type AskedRange = Pick<z.infer<typeof asked>, 'fromOffset' | 'toOffset' | 'from' | 'to' | 'partition'>;

const placeOf = (at: number | undefined, time: string | undefined): Place | undefined =>
  at === undefined ? time === undefined ? undefined : { at: time } : { offset: at };

const rangeOf = ({ fromOffset, toOffset, from, to, partition }: AskedRange) => ({
  partition,
  from: placeOf(fromOffset, from),
  to: placeOf(toOffset, to),
});

const given = (values: Readonly<Record<string, string | number | boolean | undefined>>): Record<string, string | number | boolean> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** What this service hears of the others, how far it is behind, and how one consumer is fed again. */
@Controller('operations/consumers')
export class ConsumersController {
  constructor(
    @Inject(FOUNDATION) private readonly foundation: Foundation,
    private readonly operations: OperationLog,
  ) {}

  /** By group, topic and partition; asks the broker. */
  @Get()
  @Allow('see-streams')
  async lag(): Promise<{ consumers: GroupLag[] }> {
    return { consumers: await ofBroker(() => this.foundation.transport.lag()) };
  }

  /** Each consumer with what it hears, and whether it decides facts or keeps copies. */
  @Get('heard')
  @Allow('see-streams')
  heard(): { heard: readonly HeardConsumer[] } {
    return { heard: this.foundation.transport.heard() };
  }

  /** Feeds what Kafka still keeps to one consumer again, through its inbox: what was handled is skipped, what was not is handled. */
  @Post(':consumer/refeeds')
  @HttpCode(200)
  @Allow('replay-events')
  async refeed(
    @Param('consumer', { schema: z.string().min(1).max(100) }) consumer: string,
    @Body({ schema: asked }) { dryRun, again, operationId, reason, ...limits }: z.infer<typeof asked>,
    @Asked() ask: Context,
  ): Promise<Refed> {
    networkWide(ask.by, 'replay-events');
    const { transport } = this.foundation;
    const wanted = { consumer, again, ...rangeOf(limits) };
    if (dryRun) return ofBroker(() => transport.refeed(wanted, { dryRun }));
    return this.operations.carryOut(
      { what: 'refeed', target: given({ consumer, again, ...limits }), operationId, reason },
      ask,
      (told) => ofBroker(() => transport.refeed(wanted, { dryRun, told })),
      ({ read, handled, skipped, parked }) => ({ read, handled, skipped, parked }),
    );
  }
}
