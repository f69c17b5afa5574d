import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { EventStore, type Verified } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { z } from 'zod';
import { Allow, Asked, Problem } from '../http/index.js';
import { Log } from '../log/index.js';
import { networkWide } from './network-wide.js';

const projectionName = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** The read models and claims of one service: what they are, whether they are what the facts make, and made again. */
@Controller('operations/projections')
export class ProjectionsController {
  constructor(
    private readonly store: EventStore,
    private readonly log: Log,
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
  async rebuild(@Param('name', { schema: projectionName }) name: string, @Asked() { by, correlationId }: Context): Promise<{ projection: string; facts: number }> {
    networkWide(by, 'rebuild-projections');
    const facts = await this.store.rebuild(this.known(name));
    this.log.event('projection-rebuilt', { projection: name, facts, by: by.userId, correlationId });
    return { projection: name, facts };
  }

  private known(name: string): string {
    if (this.store.projections().some((projection) => projection.name === name)) return name;
    throw new Problem(404, 'PROJECTION_UNKNOWN', 'This service has no such projection.');
  }
}
