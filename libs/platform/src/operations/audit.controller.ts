import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { managerTransaction } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Allow, Asked } from '../http/index.js';
import { Problem } from '../http/problem.js';
import { operationKinds } from './operation.js';
import { operationsShown, type ShownOperation } from './operations.query.js';

const kind = z.enum(operationKinds).optional();
const instant = z.iso.datetime().optional();
const id = z.uuid();
const PAGE = 50;

/** What operations have had done in this service: rebuilt, said again, fed again, released, skipped, sent again. */
@Controller('operations/audit')
export class AuditController {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** The newest first, fifty at a time: `before` goes on after the last one's id. Within the facilities of the one who asks. */
  @Get()
  @Allow('see-streams')
  async list(
    @Asked() { by }: Context,
    @Query('what', { schema: kind }) what?: z.infer<typeof kind>,
    @Query('since', { schema: instant }) since?: string,
    @Query('before', { schema: id.optional() }) before?: string,
  ): Promise<{ operations: ShownOperation[] }> {
    const facilities = by.facilitiesFor('see-streams');
    return { operations: await operationsShown(managerTransaction(this.database.manager), { facilities, what, since, before, limit: PAGE }) };
  }

  /** One of them, also while it is under way: then with how far it has come. */
  @Get(':operationId')
  @Allow('see-streams')
  async one(@Param('operationId', { schema: id }) operationId: string, @Asked() { by }: Context): Promise<ShownOperation> {
    const facilities = by.facilitiesFor('see-streams');
    const [found] = await operationsShown(managerTransaction(this.database.manager), { facilities, operationId, limit: 1 });
    if (!found) throw new Problem(404, 'OPERATION_UNKNOWN', 'This service knows no such operation.');
    return found;
  }
}
