import { Module } from '@nestjs/common';
import { patientsReplica } from '@osteon/messaging';
import { join } from 'node:path';
import { OsteonModule } from '../../service/index.js';
import { ClaimDeskController } from './claim-desk.controller.js';
import { DeskLine } from './desk-line.entity.js';
import { desks } from './desk.js';
import { desksProjection } from './desks.projection.js';
import { WhenReadingStarted } from './when-reading-started.consumer.js';

@Module({
  imports: [
    OsteonModule.forService({
      name: 'reading',
      aggregates: [desks],
      projections: [desksProjection],
      entities: [DeskLine],
      replicas: [patientsReplica],
      migrations: join(import.meta.dirname, '../../../src/testing/example/migrations'),
    }),
  ],
  controllers: [ClaimDeskController, WhenReadingStarted],
})
export class AppModule {}
