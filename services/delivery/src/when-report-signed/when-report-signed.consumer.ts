import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { reporting } from '@osteon/contracts';
import { sitesReplica, type Hearing } from '@osteon/messaging';
import { deliveryIdOf } from '../delivery/delivery-id.js';
import { deliveries } from '../delivery/delivery.aggregate.js';
import { distributions } from '../distribution/distribution.aggregate.js';
import { destinationsOf } from './destinations-of.js';
import { distributeReport } from './distribute-report.js';
import { planDelivery } from './plan-delivery.js';

/** A signed report becomes one delivery for each destination of its facility. */
@Controller()
export class WhenReportSigned {
  @EventPattern<string>(reporting.ReportSigned.type)
  async hear(@Payload() signed: reporting.ReportSignedV1, @Ctx() { unit, from }: Hearing): Promise<void> {
    const site = await sitesReplica.find(unit.tx, signed.facilityId);
    // Without the facility's document nobody can say where the report goes: the message is parked, not lost.
    if (site === undefined) throw new Error('the document of the facility has not been heard yet');
    const heard = { signed, from, destinations: destinationsOf(site) };
    const { events } = await unit.decide(distributions, signed.reportId, (distribution, context) => distributeReport(distribution, heard, context));
    for (const { data } of events) {
      for (const destination of data.destinations) {
        const planned = { destination, report: signed, plannedAt: data.plannedAt };
        await unit.decide(deliveries, deliveryIdOf(signed, destination), (delivery) => planDelivery(delivery, planned));
      }
    }
  }
}
