import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { EventStore, type Verified } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { z } from 'zod';
import { Allow, Asked, Problem } from '../http/index.js';
import { operationOrder, OperationLog } from '../operations/index.js';
import { networkWide } from './network-wide.js';

const order = z.strictObject(operationOrder).optional();

const projectionName = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** The read models and claims of one service: what they are, whether they are what the facts make, and made again. */
@Controller('operations/projections')
export class ProjectionsController {
  constructor(
    private readonly store: EventStore,
    private readonly operations: OperationLog,
  ) {}

  @Get()
  @Allow('see-streams')
  list(): { projections: ReturnType<EventStore['projections']> } {
    return { projections: this.store.projections() };
  }

  /** Folds every fact beside the tables in use and counts the rows that differ. Changes nothing; nobody waits. */
  @Post(':name/verification')
  @HttpCode(200)
  @Allow('rebuild-projections')
  async verify(@Param('name', { schema: projectionName }) name: string, @Asked() { by }: Context): Promise<Verified> {
    networkWide(by, 'rebuild-projections');
    return this.store.verify(this.known(name));
  }

  /** Folds every fact again and puts the result in place, while the service goes on. */
  @Post(':name/rebuild')
  @HttpCode(200)
  @Allow('rebuild-projections')
  async rebuild(
    @Param('name', { schema: projectionName }) name: string,
    @Body({ schema: order }) ordered: z.infer<typeof order>,
    @Asked() ask: Context,
  ): Promise<{ projection: string; facts: number }> {
    networkWide(ask.by, 'rebuild-projections');
    const projection = this.known(name);
    return this.operations.carryOut(
      { what: 'rebuild', target: { projection }, ...ordered },
      ask,
      async (told) => ({ projection, facts: await this.store.rebuild(projection, told) }),
      ({ facts }) => ({ facts }),
    );
  }

  private known(name: string): string {
    if (this.store.projections().some((projection) => projection.name === name)) return name;
    throw new Problem(404, 'PROJECTION_UNKNOWN', 'This service has no such projection.');
  }
}
