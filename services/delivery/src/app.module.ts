import { Module } from '@nestjs/common';
import { sitesReplica } from '@osteon/messaging';
import { OsteonModule } from '@osteon/platform/service';
import { join } from 'node:path';
import { Attempts } from './attempt-delivery/attempts.sender.js';
import { ReportDocumentsQuery } from './attempt-delivery/report-documents.query.js';
import { deliveryConfig } from './config.js';
import { AttemptEntity } from './deliveries/attempt.entity.js';
import { AttemptsController } from './deliveries/attempts.controller.js';
import { attemptsProjection } from './deliveries/attempts.projection.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { deliveriesProjection } from './deliveries/deliveries.projection.js';
import { DeliveriesQuery } from './deliveries/deliveries.query.js';
import { DeliveryEntity } from './deliveries/delivery.entity.js';
import { deliveries } from './delivery/delivery.aggregate.js';
import { distributions } from './distribution/distribution.aggregate.js';
import { ResendDeliveryController } from './resend-delivery/resend-delivery.controller.js';
import { SendToEmr } from './send-to-emr/send-to-emr.sender.js';
import { SendToPacs } from './send-to-pacs/send-to-pacs.sender.js';
import { WhenReportSigned } from './when-report-signed/when-report-signed.consumer.js';

const delivery = OsteonModule.forService({
  name: 'delivery',
  aggregates: [deliveries, distributions],
  projections: [deliveriesProjection, attemptsProjection],
  entities: [DeliveryEntity, AttemptEntity],
  replicas: [sitesReplica],
  migrations: join(import.meta.dirname, '../migrations'),
  config: deliveryConfig,
});

@Module({
  imports: [delivery],
  controllers: [DeliveriesController, AttemptsController, ResendDeliveryController, WhenReportSigned],
  providers: [Attempts, DeliveriesQuery, ReportDocumentsQuery, SendToEmr, SendToPacs],
})
export class AppModule {}
