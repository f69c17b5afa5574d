import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { EventStore, type StatesSaid, type ToldAgain } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { z } from 'zod';
import { Allow, Asked, Problem } from '../http/index.js';
import { operationOrder, OperationLog } from '../operations/index.js';
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
  ...operationOrder,
});

/** Compacted topics of this service; absent: all. */
const statesAsked = z.strictObject({ topics: z.array(z.string().min(1)).min(1).optional(), dryRun: z.boolean().default(false), ...operationOrder });

const without = (limits: Readonly<Record<string, string | number | readonly string[] | undefined>>) =>
  Object.fromEntries(Object.entries(limits).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** What this service has told the others, told again. */
@Controller('operations/replays')
export class ReplaysController {
  constructor(
    private readonly store: EventStore,
    private readonly operations: OperationLog,
  ) {}

  /** The same ids and contents go out once more, behind what waits. Who has heard them drops them: no effect comes twice. */
  @Post()
  @HttpCode(200)
  @Allow('replay-events')
  async replay(@Body({ schema: asked }) { dryRun, operationId, reason, ...again }: z.infer<typeof asked>, @Asked() ask: Context): Promise<ToldAgain> {
    networkWide(ask.by, 'replay-events');
    if (dryRun) return this.store.tellAgain(again, { dryRun });
    return this.operations.carryOut(
      { what: 'replay', target: without(again), operationId, reason },
      ask,
      (told) => this.store.tellAgain(again, { told }),
      ({ facts, messages }) => ({ facts, messages }),
    );
  }

  /** The latest state of everything on a compacted topic goes out again, so that a new or wiped copy is filled. By topic: how many. */
  @Post('states')
  @HttpCode(200)
  @Allow('replay-events')
  async states(@Body({ schema: statesAsked }) { topics, dryRun, operationId, reason }: z.infer<typeof statesAsked>, @Asked() ask: Context): Promise<{ states: StatesSaid }> {
    networkWide(ask.by, 'replay-events');
    const wanted = topics ?? this.store.stateTopics();
    if (wanted.some((topic) => !this.store.stateTopics().includes(topic))) throw new Problem(404, 'TOPIC_UNKNOWN', 'This service keeps no states for such a topic.');
    if (dryRun) return { states: await this.store.sayStates(wanted, ask, { dryRun }) };
    return this.operations.carryOut(
      { what: 'replay-states', target: { topics: wanted }, operationId, reason },
      ask,
      async (told) => ({ states: await this.store.sayStates(wanted, ask, { dryRun, told }) }),
      ({ states }) => states,
    );
  }
}
